using OnRecord.Archive;
using OnRecord.Archive.Search;
using OnRecord.Tests.Records;

namespace OnRecord.Tests.Archives;

/// <summary>What every database must keep.</summary>
/// <param name="newAddress">Where to make an archive, each time another; null for a file.</param>
public abstract class RecordStoreContract(Func<string?> newAddress)
{
    [Fact]
    public void What_goes_in_comes_out()
    {
        using var archive = new TempArchive(newAddress());
        archive.AddSamples();
        archive.Reopen();
        Assert.All(SamplePages.Names.SelectMany(SamplePages.Read), record => Assert.Equal(RecordJson.Write(record), RecordJson.Write(archive.Store.Find(record.Id)!)));
        var raw = File.ReadAllBytes(SamplePages.PagePath("wire-ferry"));
        Assert.Equal(raw, archive.Store.PageOf(SamplePages.Read("wire-ferry")[0].Id)!.Bytes.ToArray());
        Assert.Empty(Verification.Check(archive.Store));
    }

    [Fact]
    public void The_same_bytes_are_stored_once_and_their_other_names_kept()
    {
        using var archive = new TempArchive(newAddress());
        Assert.True(archive.Add("one.txt", "The dam failed on Monday.").IsNew);
        Assert.False(archive.Add("two.txt", "The dam failed on Monday.").IsNew);
        Assert.False(archive.Add("two.txt", "The dam failed on Monday.").IsNew);
        Assert.Equal(1, ArchiveSummary.Of(archive.Store).Pages);
        Assert.Equal(1, archive.Store.Remove("two.txt"));
        Assert.Equal(0, ArchiveSummary.Of(archive.Store).Pages);
    }

    [Fact]
    public void A_batch_is_stored_whole_or_not_at_all()
    {
        using var archive = new TempArchive(newAddress());
        IEnumerable<StoredPage> Broken()
        {
            yield return TempArchive.PageOf("one.txt", "The dam failed on Monday.");
            throw new IOException("the disk is gone");
        }

        Assert.Throws<IOException>(() => archive.Store.Add(Broken()));
        Assert.Equal(0, ArchiveSummary.Of(archive.Store).Pages);
        Assert.Empty(Verification.Check(archive.Store));
    }

    [Fact]
    public void A_removed_page_leaves_nothing_behind()
    {
        using var archive = new TempArchive(newAddress());
        archive.AddSamples();
        foreach (var name in SamplePages.Names)
        {
            Assert.NotEqual(0, archive.Store.Remove(name));
            Assert.Empty(Verification.Check(archive.Store));
        }

        Assert.Equal(0, archive.Search.CountDocuments(TempArchive.Query("the OR a")) + archive.Search.CountClaims(TempArchive.Query("the OR a")));
        foreach (var table in new[] { "page", "record", "claim", "entity", "time", "quantity", "attribution", "shingle", "likeness", "body", "family", "place" })
        {
            Assert.Equal(0, archive.Store.Database.Scalar<long>($"SELECT count(*) FROM {table}"));
        }
    }

    [Theory]
    [InlineData("nothing.txt")]
    [InlineData("'; DROP TABLE page; --")]
    [InlineData("")]
    public void Removing_what_is_not_there_removes_nothing(string key)
    {
        using var archive = new TempArchive(newAddress());
        archive.Add("one.txt", "The dam failed on Monday.");
        Assert.Equal(0, archive.Store.Remove(key));
        Assert.Equal(1, ArchiveSummary.Of(archive.Store).Pages);
    }

    [Fact]
    public void A_page_is_removed_by_hash_record_or_the_first_digits_of_its_hash()
    {
        using var archive = new TempArchive(newAddress());
        var hash = archive.Add("one.txt", "The dam failed on Monday.").Sha256;
        Assert.Equal(0, archive.Store.Remove(hash[..7]));
        Assert.Equal(1, archive.Store.Remove(hash[..8]));
        archive.Add("one.txt", "The dam failed on Monday.");
        Assert.Equal(1, archive.Store.Remove(hash[..16] + "-0"));
    }

    [Fact]
    public void Pages_that_another_release_read_are_read_again_with_the_options_of_then()
    {
        using var archive = new TempArchive(newAddress());
        archive.Add("one.txt", "The dam failed on Monday. Orlo said it was old.", year: 2024);
        Assert.Empty(archive.Store.Reread(Read, all: false, Maker.Current));
        Assert.Single(archive.Store.Reread(Read, all: false, "later"));
        Assert.Empty(archive.Store.Reread(Read, all: false, "later"));
        Assert.Single(archive.Store.Reread(Read, all: true, "later"));
        Assert.Equal("2024-08-19", Assert.Single(archive.Search.Timeline(TempArchive.Query("dam"), 10)).Earliest);
        Assert.Empty(Verification.Check(archive.Store));
    }

    [Fact]
    public void A_page_that_cannot_be_read_again_keeps_its_records_and_costs_no_other()
    {
        using var archive = new TempArchive(newAddress());
        archive.Add("one.txt", "The dam failed on Monday. Orlo said it was old.");
        archive.Add("two.txt", "The bridge fell on Monday. Orlo said it was new.");
        var again = archive.Store.Reread((name, page, options) => name == "one.txt" ? null : Read(name, page, options), all: false, "later").ToList();
        Assert.Equal([false, true], again.Select(page => page.IsNew));
        Assert.Empty(Verification.Check(archive.Store));
        Assert.Single(archive.Search.Documents(TempArchive.Query("dam"), 5));
        Assert.Equal("one.txt", Assert.Single(archive.Store.Reread(Read, all: false, "later")).Name);
    }

    [Fact]
    public void Every_documented_view_can_be_read()
    {
        using var archive = new TempArchive(newAddress());
        archive.AddSamples();
        var docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "archive.md"));
        foreach (var view in new[] { "documents", "claims", "attributions", "times", "quantities", "entities" })
        {
            Assert.NotEqual(0, archive.Store.Database.Scalar<long>($"SELECT count(*) FROM {view}"));
            Assert.All(archive.Store.Database.Columns(view), column => Assert.Contains($"`{column}`", docs, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Hostile_text_is_kept_and_found()
    {
        using var archive = new TempArchive(newAddress());
        archive.Add("nul\0.txt", "The dam\0 of Orlo\u0001 failed, \U0001f30a said 台灣 people. She told % of us \\ _ 'so'; covid19 and 1e5 and x-ray and don't and a@b.example and http://c.example/d.");
        archive.Add("long.txt", string.Concat(Enumerable.Range(0, 40_000).Select(i => $"w{i}q ")) + "ended, the " + new string('y', 9_000) + " said.");
        archive.Add(new string('n', 4_000), "An empty dam.");
        Assert.Empty(Verification.Check(archive.Store));
        foreach (var query in new[] { "orlo", "covid19", "1e5", "ray", "w39q", "\"x-ray and don't\"", "台灣" })
        {
            Assert.Equal((query, 1), (query, archive.Search.CountDocuments(SearchQuery.Parse(query))));
            Assert.NotEmpty(archive.Search.Documents(SearchQuery.Parse(query), 5));
        }

        Assert.Equal(0, archive.Search.CountDocuments(SearchQuery.Parse("name:%%%")));
        Assert.Equal(1, archive.Store.Remove("nul\0.txt"));
    }

    [Fact]
    public void Two_who_write_wait_for_each_other()
    {
        using var archive = new TempArchive(newAddress());
        Parallel.For(0, 4, worker =>
        {
            using var store = RecordStore.Open(archive.Address);
            for (var i = 0; i < 5; i++)
            {
                store.Add([TempArchive.PageOf($"{worker}-{i}.txt", $"Dam {i} failed on Monday."), TempArchive.PageOf($"{worker}.txt", $"Bridge {worker} failed in 2019.")]);
            }
        });
        Assert.Equal(9, ArchiveSummary.Of(archive.Store).Pages);
        Assert.Empty(Verification.Check(archive.Store));
    }

    [Fact]
    public void The_summary_counts_what_is_there()
    {
        using var archive = new TempArchive(newAddress());
        Assert.False(ArchiveSummary.HasRecords(archive.Store));
        Assert.Equal((null, null), ArchiveSummary.Of(archive.Store).Published);
        archive.AddSamples();
        var summary = ArchiveSummary.Of(archive.Store);
        Assert.True(ArchiveSummary.HasRecords(archive.Store));
        Assert.True(summary.FileBytes > 0 && summary.PageBytes > 0);
        Assert.Equal(summary.Kinds.Sum(kind => kind.Count), archive.Search.RecordIds(SearchQuery.Parse("")).Count());
        Assert.Equal((Maker.Current, summary.Pages), Assert.Single(summary.Makers));
    }

    private static IReadOnlyList<Record> Read(string name, Page page, ReadOptions options) => SamplePages.Reading.Read(page, options);
}
