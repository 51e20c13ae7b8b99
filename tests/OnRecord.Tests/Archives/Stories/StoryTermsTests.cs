using OnRecord.Archive.Stories;
using OnRecord.Tests.Records;

namespace OnRecord.Tests.Archives.Stories;

public sealed class StoryTermsTests
{
    private static readonly DocumentFrequencies Frequencies = DocumentFrequencies.English;

    [Theory]
    [InlineData("ferries", "ferry")]
    [InlineData("pirates", "pirate")]
    [InlineData("glass", "glass")]
    [InlineData("this", "this")]
    [InlineData("virus", "virus")]
    [InlineData("gas", "gas")]
    public void A_regular_plural_counts_as_its_singular(string word, string term) => Assert.Equal(term, DocumentFrequencies.TermOf(word));

    [Fact]
    public void A_word_is_rarer_the_fewer_documents_have_it()
    {
        var rarities = new[] { "the", "year", "police", "earthquake", "tannaby" }.Select(Frequencies.Rarity).ToList();
        Assert.Equal(rarities.Order(), rarities);
        Assert.InRange(rarities[0], 0, 0.2);
        Assert.Equal(Frequencies.Rarity("tannaby"), Frequencies.Rarity("oxbrenna"));
    }

    [Fact]
    public void All_words_of_the_table_are_in_the_form_in_which_they_are_looked_up()
    {
        var rows = Data.DataFolder.English().Lexicon(DocumentFrequencies.Lexicon).Rows.Select(row => row["word"]).Skip(1).ToList();
        Assert.Equal(rows.Order(StringComparer.Ordinal), rows);
        Assert.All(rows, word => Assert.Equal(word, OnRecord.Archive.FullText.WordFolding.Line(word)));
    }

    [Fact]
    public void Weights_make_a_vector_of_length_one_and_are_few()
    {
        foreach (var record in SamplePages.Names.SelectMany(SamplePages.Read))
        {
            var terms = StoryTerms.Of(record, Frequencies);
            Assert.InRange(terms.Length, 0, StoryTerms.Most);
            Assert.Equal(terms.OrderBy(term => term.Word, StringComparer.Ordinal), terms);
            if (!terms.IsEmpty)
            {
                Assert.InRange(terms.Sum(term => (long)term.Weight * term.Weight), 980_000, 1_020_000);
            }
        }
    }

    [Fact]
    public void Rare_words_names_and_the_opening_tell_more_than_others()
    {
        var filler = string.Concat(Enumerable.Repeat("It was so that they had been there and would have been so again. ", 5));
        var terms = StoryTerms.Of(StoryReports.Page("terms", 2, $"A windmill burned. {filler}The windlass broke. Neighbours of Orm Sand said so.").Records[0], Frequencies)
            .ToDictionary(term => term.Word, term => term.Weight);
        Assert.True(terms["windmill"] > terms["windlass"]);
        Assert.True(terms["orm"] > terms["windlass"]);
        Assert.True(terms["windlass"] > terms["broke"]);
        Assert.DoesNotContain("there", terms.Keys);
    }

    [Fact]
    public void A_headline_tells_more_than_the_opening()
    {
        var record = SamplePages.Read("wire-strike")[0];
        var headline = record.Document.First(BlockRole.Headline);
        Assert.NotNull(headline);
        var without = record with { Document = record.Document with { Blocks = [.. record.Document.Blocks.Select(block => block == headline ? block with { Role = BlockRole.Heading } : block)] } };
        var (more, less) = (Share(record), Share(without));
        Assert.True(more > less, $"{more} and {less}");

        double Share(Record one)
        {
            var own = OnRecord.Archive.FullText.WordFolding.Words(headline.Span.Of(record.Document.Text)).Select(word => DocumentFrequencies.TermOf(word.Folded)).ToHashSet();
            return StoryTerms.Of(one, Frequencies).Where(term => own.Contains(term.Word)).Sum(term => (double)term.Weight * term.Weight);
        }
    }
}
