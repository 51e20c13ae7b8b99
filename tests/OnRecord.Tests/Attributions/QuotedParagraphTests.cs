using OnRecord.Attributions;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Names;

namespace OnRecord.Tests.Attributions;

/// <summary>A quotation over several paragraphs is one voice's, wherever its cue stands.</summary>
public sealed class QuotedParagraphTests
{
    private static readonly EnglishAnalyzer Analyzer = new(DataFolder.English());
    private static readonly NameFinder Names = new(DataFolder.English());
    private static readonly AttributionFinder Finder = new(DataFolder.English());

    [Theory]
    [InlineData("“The gauges fell yesterday,” Dubek said. “But the rain has not stopped.\n“Until now the dikes have held.\n“Stay away from the banks.”")]
    [InlineData("Dubek said: “The rain has not stopped.\n“Until now the dikes have held.\n“Stay away from the banks.”")]
    [InlineData("\"The gauges fell yesterday,\" Dubek said. \"But the rain has not stopped.\n\"Stay away from the banks.\"")]
    public void Its_speaker_speaks_all_of_it(string text)
    {
        var said = Assert.Single(Find(text), one => one.Cue.Span.Of(text).StartsWith("said", StringComparison.Ordinal));
        Assert.Contains(said.Content, part => part.Of(text).Contains("Stay away", StringComparison.Ordinal) || part.Of(text).Contains("dikes", StringComparison.Ordinal));
        Assert.EndsWith("the banks.", said.Content[^1].Of(text).TrimEnd('”', '"'), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_without_a_mark_is_the_writers_again()
    {
        const string text = "Dubek said: “The rain has not stopped.\nThe dikes had held until then.";
        Assert.DoesNotContain(Find(text), one => one.Content.Any(part => part.Of(text).Contains("dikes", StringComparison.Ordinal)));
    }

    private static IReadOnlyList<Attribution> Find(string text)
    {
        var analysis = Analyzer.Analyze(TextDocument.Of(text, null));
        return Finder.Find(analysis, Names.Find(analysis)).Found;
    }
}
