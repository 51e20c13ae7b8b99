using OnRecord.Attributions;
using OnRecord.Data;
using OnRecord.Names;

namespace OnRecord.Tests.Corpus;

public sealed class AttributionsCorpusTests
{
    private static readonly NameFinder Names = new(DataFolder.English());

    private static readonly AttributionFinder Finder = new(DataFolder.English());

    private static readonly CorpusDimension Dimension = new("attributions", Read, () => AttributionFinder.RuleNames);

    public static TheoryData<string> Lines() => Dimension.Places;

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_the_corpus_holds(string place) => Dimension.Holds(place);

    [Fact]
    public void Every_rule_fires_on_some_line()
    {
        var fired = Dimension.Fired((line, finding) => finding.Value == line.Value);
        Assert.Empty(Dimension.Rules().Except(fired));
        Assert.Empty(fired.Except(Dimension.Rules()));
    }

    /// <summary>The notation told in <c>corpus/README.md</c>, and the value <c>within</c> for an attribution inside another.</summary>
    private static IEnumerable<CorpusFinding> Read(Analysis analysis)
    {
        foreach (var found in Finder.Find(analysis, Names.Find(analysis)).Found)
        {
            var source = found.Source is { } by ? by.Span.Of(analysis.Text) : "-";
            var content = string.Join(" … ", found.Content.Select(part => part.Of(analysis.Text).Replace('\n', '¶')));
            var speech = found.Speech.ToString().ToLowerInvariant();
            var cue = found.Cue.Span;
            yield return new CorpusFinding(cue, $"{source} ¦ {cue.Of(analysis.Text)} ¦ {content} ¦ {speech}", found.Rule);
        }
    }
}
