using OnRecord.Claims.Ranks;
using OnRecord.Data;
using OnRecord.Tests.Records;

namespace OnRecord.Tests.Claims;

/// <summary>What raises the rank of a claim and what lowers it.</summary>
public sealed class RankReasonTests
{
    private const string Before = "The weather is calm in the hills and on the coast. The weather is calm in the hills and on the coast.\n";

    [Theory]
    [InlineData("The town likes its old pier near the mill.", "likes", "")]
    [InlineData("The town likes all 40 piers near the mill.", "likes", "Figure")]
    [InlineData("The town likes thousands of piers near the mill.", "likes", "Figure")]
    [InlineData("The town likes one of its two piers.", "likes", "")]
    [InlineData("The town likes its old pier in October.", "likes", "Time")]
    [InlineData("The town likes its old pier near Karsk.", "likes", "NamedObject")]
    [InlineData("Karsk likes its old pier near the mill.", "likes", "")]
    [InlineData("The town painted its old pier near the mill.", "painted", "Past")]
    [InlineData("The town sells its old pier near the mill.", "sells", "Deed")]
    [InlineData("Dana Orlo said the town likes its old pier near the mill.", "likes", "NamedSource")]
    [InlineData("Officials said the town likes its old pier near the mill.", "likes", "UnnamedSource")]
    [InlineData("“The town likes its old pier near the mill,” Dana Orlo said.", "likes", "NamedSource Quotation")]
    [InlineData("The town tries to like its old pier near the mill.", "like", "Governed")]
    [InlineData("The town likes it so.", "likes", "Short")]
    public void A_reason_is_given_where_it_holds(string text, string predicate, string reasons) => Assert.Equal(reasons, string.Join(' ', Claim(text, predicate).Reasons));

    [Fact]
    public void What_opens_a_document_and_what_its_headline_tells_comes_first()
    {
        var text = "Old pier sold\nThe town likes its mill near the sea. " + Before + "The town likes the old pier, which was sold.";
        var document = TextDocument.Of(text);
        var record = SamplePages.Reading.Read(document with { Blocks = [document.Blocks[0] with { Role = BlockRole.Headline }, .. document.Blocks.Skip(1)] });
        Assert.Contains(RankReason.Opening, record.Claims.First(claim => claim.Predicate.Lemma == "like").Reasons);
        var sold = record.Claims.Single(claim => claim.Predicate.Lemma == "sell");
        Assert.Contains(RankReason.Headline, sold.Reasons);
        Assert.DoesNotContain(RankReason.Opening, sold.Reasons);
    }

    [Fact]
    public void A_name_in_the_place_of_I_is_no_first_person()
    {
        Assert.Contains(RankReason.FirstPerson, Claim("“We will never sell our old pier near the mill,” Dana Orlo said.", "sell").Reasons);
        Assert.DoesNotContain(RankReason.FirstPerson, Claim("“I will never sell the old pier near the mill,” Dana Orlo said.", "sell").Reasons);
    }

    [Fact]
    public void A_rank_is_the_sum_of_the_weights_of_its_reasons()
    {
        var weights = RankWeights.Read(RankWeights.Name, DataFolder.English().Model(RankWeights.Name));
        var claims = SamplePages.Names.SelectMany(SamplePages.Read).SelectMany(record => record.Claims).Where(claim => claim.Level != ClaimLevel.Fragment).ToList();
        Assert.True(claims.Count > 100);
        Assert.All(claims, claim => Assert.Equal(Math.Clamp(weights.Base + claim.Reasons.Sum(reason => weights.Of[(int)reason]), 0, 1), claim.Rank));
    }

    [Theory]
    [InlineData("")]
    [InlineData("base\t0.2\n")]
    [InlineData("base\tmuch\n")]
    [InlineData("Figure\t0.2\n")]
    public void Damaged_weights_are_told(string file) =>
        Assert.Contains("train the weights again", Assert.Throws<DataFileException>(() => RankWeights.Read("weights", System.Text.Encoding.UTF8.GetBytes(file))).Message, StringComparison.Ordinal);

    [Fact]
    public void Deeds_are_lemmas_each_of_one_kind()
    {
        var rows = DataFolder.English().Lexicon("claim-deeds").Rows.ToList();
        Assert.Equal(rows.Count, rows.Select(row => row["lemma"]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(["harm", "law", "money", "office", "wrong"], rows.Select(row => row["kind"]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Matches("^[a-z]+$", row["lemma"]));
    }

    /// <summary>The claim of a sentence that neither opens its document nor stands under a headline.</summary>
    private static Claim Claim(string text, string predicate)
    {
        var record = SamplePages.Reading.Read(TextDocument.Of(Before + text));
        return record.Claims.Single(claim => claim.Predicate.Span.Of(record.Document.Text) == predicate);
    }
}
