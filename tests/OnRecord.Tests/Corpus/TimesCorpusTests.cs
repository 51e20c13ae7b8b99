using System.Globalization;
using OnRecord.Data;
using OnRecord.Times;

namespace OnRecord.Tests.Corpus;

public sealed class TimesCorpusTests
{
    private static readonly TimeFinder Finder = new(DataFolder.English());

    private static readonly CorpusDimension Dimension = new(
        "times",
        analysis => Finder.Find(analysis).Found.Select(time => new CorpusFinding(time.Span, Notation(time), time.Rule)),
        () => TimeFinder.RuleNames);

    public static TheoryData<string> Lines() => Dimension.Places;

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_the_corpus_holds(string place) => Dimension.Holds(place);

    [Fact]
    public void Every_rule_fires_on_some_line()
    {
        var fired = Dimension.Fired();
        var silent = Dimension.Rules().Where(rule => !fired.Contains(rule)).ToList();
        Assert.True(silent.Count == 0, "Rules that no line shows: " + string.Join(", ", silent));
    }

    private static string Notation(TimeExpression time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{time.Timex ?? "?"} ({time.Earliest:uuuu-MM-dd}..{time.Latest:uuuu-MM-dd})");
}
