using OnRecord.Archive;
using OnRecord.Tests.Records;

namespace OnRecord.Tests.Archives;

/// <summary>How every database keeps copies together.</summary>
/// <param name="newAddress">Where to make an archive, each time another; null for a file.</param>
public abstract class FamilyContract(Func<string?> newAddress)
{
    private static string Text(string name) => SamplePages.Read(name)[0].Document.Text;

    [Fact]
    public void Cut_and_edited_copies_are_one_family()
    {
        using var archive = new TempArchive(newAddress());
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
        using var archive = new TempArchive(newAddress());
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
        using var archive = new TempArchive(newAddress());
        archive.Add("one", Text("wire-strike"));
        archive.Add("two", Text("wire-strike") + " ");
        var claim = Assert.Single(archive.Search.Claims(TempArchive.Query("\"lasted 43 days\""), 10));
        Assert.Equal(1, claim.Copies);
        Assert.Single(archive.Search.Timeline(TempArchive.Query("\"lasted 43 days\""), 10));
    }
}
