using OnRecord.App.Outputs;

namespace OnRecord.Tests.Cli;

/// <summary>Status and negation in words that cannot be misread beside the statement.</summary>
public sealed class StatusWordsTests
{
    [Theory]
    [InlineData("asserted", false, null, "The dam failed", "asserted")]
    [InlineData("asserted", true, null, "The dam did not fail", "asserted (negative)")]
    [InlineData("asserted", true, "failed", "The crew failed to stop the leak", "asserted (negative)")]
    [InlineData("planned", true, null, "The town would not pay", "planned (negative)")]
    [InlineData("possible", false, null, "The dam may fail", "possible")]
    [InlineData("hypothetical", false, null, "The dam would fail", "not as fact")]
    [InlineData("denied", false, null, "the bridge was closed", "says it is not so")]
    [InlineData("denied", false, "denied", "Tomas Brell has denied kicking a swan", "a denial")]
    [InlineData("denied", true, null, "the gates were not safe", "says this negative is not so")]
    [InlineData("notStated", true, null, "Officials did not say who paid", "not stated")]
    public void A_claim_is_told_in_words(string status, bool negated, string? governor, string statement, string words)
    {
        Assert.Equal(words, StatusWords.Of(status, negated, governor, statement));
        Assert.NotEqual("", StatusWords.Means(status, negated, governor, statement));
    }

    [Fact]
    public void Every_status_and_every_reason_has_words_of_its_own()
    {
        var statuses = Enum.GetValues<ClaimStatus>().Select(status => StatusWords.Of(OnRecord.App.Outputs.Exports.ClaimColumns.Camel(status))).ToList();
        Assert.Equal(statuses.Distinct(), statuses);
        var reasons = Enum.GetValues<RankReason>().Select(reason => RankWords.Of(OnRecord.App.Outputs.Exports.ClaimColumns.Camel(reason))).ToList();
        Assert.Equal(reasons.Distinct(), reasons);
        Assert.All(statuses.Concat(reasons), words => Assert.DoesNotContain(words, char.IsUpper));
    }
}
