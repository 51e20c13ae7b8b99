using System.Text;

namespace OnRecord.Tests.Records;

/// <summary>What holds for the claims of any text.</summary>
public sealed class StatementTests
{
    private static readonly ReadOptions Plain = new() { Plain = true };

    [Theory]
    [InlineData("The harbour board raised its fees on Friday. Dana Orlo, who leads it, said the quay would close. “We need the money,” she added.")]
    [InlineData("Neither the guard nor the clerk saw the fire. The crew failed to stop the leak, which had begun on Monday.")]
    [InlineData("Torvia bought two ferries, sold its tramline and cut 40 jobs, according to a report that the Post has seen.")]
    public void No_claim_is_lost_when_a_paragraph_is_added_behind(string text)
    {
        var before = Statements(text);
        var after = Statements(text + "\n\nThe weather stayed calm in Karsk for the rest of the week.");
        Assert.NotEmpty(before);
        Assert.Empty(before.Except(after));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Apples, pears, plums; 3 kg of flour; salt")]
    [InlineData("A B C\n1 2 3\n4 5 6")]
    [InlineData("Rose, oh pure contradiction")]
    [InlineData("“““““““ “ “")]
    public void Nothing_is_made_of_nothing(string text) =>
        Assert.DoesNotContain(Claims(text), claim => claim.Level == ClaimLevel.Main);

    [Fact]
    public void A_pronoun_may_be_the_root_of_its_sentence() =>
        Assert.All(Claims("Karl Orlo’s not about this."), claim => Assert.Equal(ClaimLevel.Fragment, claim.Level));

    [Fact]
    public void A_sentence_of_eight_thousand_clauses_is_read()
    {
        var text = "The dam broke" + string.Concat(Enumerable.Range(0, 8_000).Select(i => $" and the man said that it broke")) + ".";
        Assert.All(SamplePages.Reading.Read(Page.Of(Encoding.UTF8.GetBytes(text)), Plain), OnRecord.Fuzz.Promises.Check);
    }

    private static List<string> Statements(string text) => [.. Claims(text).Where(claim => claim.Level != ClaimLevel.Fragment).Select(claim => claim.Statement)];

    private static IEnumerable<Claim> Claims(string text) =>
        SamplePages.Reading.Read(Page.Of(Encoding.UTF8.GetBytes(text)), Plain).SelectMany(record => record.Claims);
}
