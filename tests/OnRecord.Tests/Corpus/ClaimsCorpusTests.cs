using OnRecord.Attributions;
using OnRecord.Claims;
using OnRecord.Data;
using OnRecord.Names;

namespace OnRecord.Tests.Corpus;

public sealed class ClaimsCorpusTests
{
    private static readonly ClaimFinder Finder = new(DataFolder.English());
    private static readonly AttributionFinder Attributions = new(DataFolder.English());

    private static readonly CorpusDimension Dimension = new(
        "claims",
        analysis => Finder.Statuses(analysis, Attributions.Find(analysis, NameFindings.None).Found)
            .Select(claim => new CorpusFinding(claim.Predicate, Notation(claim.Status), claim.Rule)),
        () => ClaimFinder.RuleNames);

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

    private static string Notation(ClaimStatus status) => char.ToLowerInvariant(status.ToString()[0]) + status.ToString()[1..];
}
