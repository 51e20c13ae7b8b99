using OnRecord.Archive.Families;
using OnRecord.Tests.Records;

namespace OnRecord.Tests.Archives;

public sealed class ShinglesTests
{
    private static readonly string Quake = SamplePages.Read("quake-brief")[0].Document.Text;

    [Fact]
    public void Shingles_do_not_see_case_marks_or_spaces() =>
        Assert.Equal(Shingles.Of(Quake), Shingles.Of(Quake.ToUpperInvariant().Replace(" ", "  ,", StringComparison.Ordinal)));

    [Theory]
    [InlineData("")]
    [InlineData("four words are few")]
    [InlineData("\ud800 \0 ,,, !")]
    public void A_text_of_few_words_has_no_shingles(string text) => Assert.Empty(Shingles.Of(text));
}
