using OnRecord.Archive;
using OnRecord.Archive.Families;
using OnRecord.Tests.Records;

namespace OnRecord.Tests.Archives;

public sealed class FamilyTests
{
    private static string Text(string name) => SamplePages.Read(name)[0].Document.Text;

    [Fact]
    public void Cut_and_edited_copies_are_one_family()
    {
        using var archive = new TempArchive();
        var text = Text("wire-strike");
        archive.Add("whole", text);
        archive.Add("cut", text[..(text.Length / 2)]);
        archive.Add("edited", "A strike has begun, our correspondent says, and nobody knows its end.\n" + text[text.IndexOf('\n', StringComparison.Ordinal)..].Replace("said", "told us", StringComparison.Ordinal));
        archive.Add("other", Text("quake-brief"));
        Assert.Equal((1, 3), ArchiveSummary.Of(archive.Store).Copies);
        var hits = archive.Search.Documents(TempArchive.Query("strike"), 10);
        Assert.Equal(2, Assert.Single(hits).Copies);
    }

    [Fact]
    public void A_record_that_is_kin_to_two_families_joins_them()
    {
        using var archive = new TempArchive();
        var (one, two) = (Text("wire-strike"), Text("quake-brief"));
        archive.Add("one", one);
        archive.Add("two", two);
        Assert.Equal((0, 0), ArchiveSummary.Of(archive.Store).Copies);
        archive.Add("both", one + "\n" + two);
        Assert.Equal((1, 3), ArchiveSummary.Of(archive.Store).Copies);
    }

    [Fact]
    public void A_claim_that_copies_repeat_is_shown_once()
    {
        using var archive = new TempArchive();
        archive.Add("one", Text("wire-strike"));
        archive.Add("two", Text("wire-strike") + " ");
        var claim = Assert.Single(archive.Search.Claims(TempArchive.Query("\"lasted 43 days\""), 10));
        Assert.Equal(1, claim.Copies);
        Assert.Single(archive.Search.Timeline(TempArchive.Query("\"lasted 43 days\""), 10));
    }

    [Fact]
    public void Shingles_do_not_see_case_marks_or_spaces() =>
        Assert.Equal(Shingles.Of(Text("quake-brief")), Shingles.Of(Text("quake-brief").ToUpperInvariant().Replace(" ", "  ,", StringComparison.Ordinal)));

    [Theory]
    [InlineData("")]
    [InlineData("four words are few")]
    [InlineData("\ud800 \0 ,,, !")]
    public void A_text_of_few_words_has_no_shingles(string text) => Assert.Empty(Shingles.Of(text));
}
