using OnRecord.Data;
using OnRecord.Times;

namespace OnRecord.Tests.Corpus;

public sealed class TimesCorpusTests
{
    private static readonly TimeFinder Finder = new(DataFolder.English());

    private static readonly CorpusDimension Dimension = new(
        "times",
        analysis => Finder.Find(analysis).Found.Select(time => new CorpusFinding(time.Span, Notation(time), time.Rule)),
        () => []);

    public static TheoryData<string> Lines() => [.. CorpusLine.ReadAll("times").Select(line => line.Place)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_the_corpus_holds(string place) =>
        CorpusAssert.Holds(Dimension, CorpusLine.ReadAll("times").Single(line => line.Place == place));

    private static string Notation(TimeExpression time) =>
        $"{time.Timex ?? "?"} ({time.Earliest?.ToString("uuuu-MM-dd", null)}..{time.Latest?.ToString("uuuu-MM-dd", null)})";
}
