using System.Text;

namespace OnRecord.Tests.Records;

/// <summary>Negation and denial are two things.</summary>
public sealed class NegationTests
{
    [Theory]
    [InlineData("The ferry did not leave.", "leave", ClaimStatus.Asserted, true)]
    [InlineData("The ferry will not leave.", "leave", ClaimStatus.Planned, true)]
    [InlineData("The crew failed to stop the leak.", "stop", ClaimStatus.Asserted, true)]
    [InlineData("The court has yet to rule.", "rule", ClaimStatus.Asserted, true)]
    [InlineData("Nobody can rule out a second leak.", "rule", ClaimStatus.Asserted, true)]
    [InlineData("Neither the guard nor the clerk saw the fire.", "saw", ClaimStatus.Asserted, true)]
    [InlineData("The mayor denied that the money was missing.", "missing", ClaimStatus.Denied, false)]
    [InlineData("The mayor denied that the gates were not safe.", "safe", ClaimStatus.Denied, true)]
    [InlineData("It is not true that the bridge collapsed.", "collapsed", ClaimStatus.Denied, false)]
    [InlineData("The army ruled out that a missile hit the ship.", "hit", ClaimStatus.Denied, false)]
    [InlineData("The army stopped shelling the town.", "shelling", ClaimStatus.Asserted, false)]
    [InlineData("The bridge opened on Friday.", "opened", ClaimStatus.Asserted, false)]
    public void A_clause_that_is_negative_is_not_denied(string text, string predicate, ClaimStatus status, bool negated)
    {
        var record = SamplePages.Reading.Read(Page.Of(Encoding.UTF8.GetBytes(text)), new ReadOptions { Plain = true }).Single();
        var claim = record.Claims.Single(claim => claim.Predicate.Span.Of(text) == predicate);
        Assert.Equal((status, negated), (claim.Status, claim.Negated));
    }
}
