using OnRecord.Attributions;
using OnRecord.Claims;
using OnRecord.Data;
using OnRecord.Names;

namespace OnRecord.Tests.Corpus;

/// <summary>How claims read alone: the statement whose predicate stands in brackets. Fragments are none.</summary>
public sealed class StatementsCorpusTests
{
    private static readonly ClaimFinder Finder = new(DataFolder.English());
    private static readonly AttributionFinder Attributions = new(DataFolder.English());
    private static readonly NameFinder Names = new(DataFolder.English());

    private static readonly CorpusDimension Dimension = new("statements", Find, () => ClaimFinder.InsertRuleNames);

    public static TheoryData<string> Lines() => Dimension.Places;

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_the_corpus_holds(string place) => Dimension.Holds(place);

    [Fact]
    public void Every_rule_that_puts_a_name_in_fires_on_some_line()
    {
        var fired = Dimension.Fired();
        Assert.DoesNotContain(Dimension.Rules(), rule => !fired.Contains(rule));
    }

    private static IEnumerable<CorpusFinding> Find(Analysis analysis)
    {
        var names = Names.Find(analysis);
        return Finder.Find(analysis, names, Attributions.Find(analysis, names).Found, [], []).Found
            .Where(claim => claim.Level != ClaimLevel.Fragment)
            .Select(claim => new CorpusFinding(claim.Predicate.Span, claim.Statement, claim.Parts.FirstOrDefault(part => part.Rule is not null)?.Rule ?? ""));
    }
}
