using System.Globalization;
using System.Text;
using OnRecord.Attributions;
using OnRecord.Data;
using OnRecord.Names;
using OnRecord.Quantities;
using OnRecord.Times;

namespace OnRecord.Tests.Records;

/// <summary>No wording makes a reading's work grow faster than the text: work is counted, in bytes allocated and in looks at tokens, and not timed.</summary>
public sealed class LinearTests
{
    /// <summary>Characters of the shortest text; the others have twice and four times as many.</summary>
    private const int Least = 1_500;

    /// <summary>A doubling may cost a little more than twice as much: tables grow by doubling too.</summary>
    private const double MostRatio = 2.3;

    private static readonly NameFinder Names = new(DataFolder.English());
    private static readonly TimeFinder Times = new(DataFolder.English());
    private static readonly QuantityFinder Quantities = new(DataFolder.English());
    private static readonly AttributionFinder Attributions = new(DataFolder.English());
    private static readonly AttributionWords Words = new(DataFolder.English());

    public static TheoryData<string, string> Patterns => new()
    {
        { "initials", "A. " },
        { "quotation that never closes", "“Para of quote goes on\n\n" },
        { "who told whom", "Smith told Jones that " },
        { "abbreviations", "Mr. Dr. U.S. " },
        { "joined names", "John Smith and Mary Jones and " },
        { "initials and family names", "J. K. Smith, " },
        { "names that are all others", "Ann {0} said she saw him. " },
        { "cues alone", "said " },
        { "brackets", "(said) " },
        { "opening brackets", "(((" },
        { "hyphens", "a-" },
        { "apostrophes", "' it's " },
        { "quotations and their cues", "“It fell,” he said. “No,” she said. " },
        { "clauses", "he said that it fell and " },
        { "descriptions", "The mayor, {0}, said the ministry of {0} told the mayor. " },
    };

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Work_doubles_with_the_text(string what, string pattern)
    {
        _ = what;
        // The largest first, so that pools are full whatever ran before; then two doublings as one, since a pool may still grow in one of them.
        Work(Text(pattern, 4 * Least));
        var works = new[] { Least, 2 * Least, 4 * Least }.Select(length => Work(Text(pattern, length))).ToList();
        Assert.True(works[^1].Bytes <= works[0].Bytes * MostRatio * MostRatio, $"bytes allocated: {string.Join(", ", works.Select(work => work.Bytes))}");
        Assert.True(works[^1].Looks <= works[0].Looks * MostRatio * MostRatio, $"looks at tokens: {string.Join(", ", works.Select(work => work.Looks))}");
    }

    private static (long Bytes, double Looks) Work(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var analysis = SamplePages.Reading.Analyze(TextDocument.Of(text));
        var names = Names.Find(analysis);
        Quantities.Find(analysis, Times.Find(analysis).Found);
        var sheet = new Sheet(analysis, Words);
        Attributions.Drafts(sheet, names);

        // A few looks more or less at a text without cues are no growth.
        return (GC.GetAllocatedBytesForCurrentThread() - before, sheet.Looks + 1_000);
    }

    /// <summary>The pattern over and over; a name of its own each time where it asks for one.</summary>
    private static string Text(string pattern, int length)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < length; i++)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, pattern, Name(i));
        }

        return text.ToString();
    }

    private static string Name(int number)
    {
        var name = new StringBuilder("Br");
        for (var rest = number + 30; rest > 0; rest /= 20)
        {
            name.Append("aeiou"[rest % 5]).Append("lmnr"[rest / 5 % 4]);
        }

        return name.ToString();
    }
}
