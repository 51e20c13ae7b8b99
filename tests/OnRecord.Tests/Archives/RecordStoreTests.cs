using Microsoft.Data.Sqlite;
using OnRecord.Archive;
using OnRecord.Archive.Schema;
using OnRecord.Tests.Records;

namespace OnRecord.Tests.Archives;

public sealed class RecordStoreTests
{
    [Fact]
    public void What_goes_in_comes_out()
    {
        using var archive = new TempArchive();
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
        using var archive = new TempArchive();
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
        using var archive = new TempArchive();
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
        using var archive = new TempArchive();
        archive.AddSamples();
        foreach (var name in SamplePages.Names)
        {
            Assert.NotEqual(0, archive.Store.Remove(name));
            Assert.Empty(Verification.Check(archive.Store));
        }

        foreach (var table in new[] { "page", "record", "claim", "entity", "time", "quantity", "attribution", "shingle", "likeness", "record_words_docsize", "claim_words_docsize", "record_letters_docsize" })
        {
            Assert.Equal(0, archive.Store.Connection.Scalar<long>($"SELECT count(*) FROM {table}"));
        }
    }

    [Theory]
    [InlineData("nothing.txt")]
    [InlineData("'; DROP TABLE page; --")]
    [InlineData("")]
    public void Removing_what_is_not_there_removes_nothing(string key)
    {
        using var archive = new TempArchive();
        archive.Add("one.txt", "The dam failed on Monday.");
        Assert.Equal(0, archive.Store.Remove(key));
        Assert.Equal(1, ArchiveSummary.Of(archive.Store).Pages);
    }

    [Fact]
    public void A_page_is_removed_by_hash_record_or_the_first_digits_of_its_hash()
    {
        using var archive = new TempArchive();
        var hash = archive.Add("one.txt", "The dam failed on Monday.").Sha256;
        Assert.Equal(0, archive.Store.Remove(hash[..7]));
        Assert.Equal(1, archive.Store.Remove(hash[..8]));
        archive.Add("one.txt", "The dam failed on Monday.");
        Assert.Equal(1, archive.Store.Remove(hash[..16] + "-0"));
    }

    [Fact]
    public void Pages_that_another_release_read_are_read_again_with_the_options_of_then()
    {
        using var archive = new TempArchive();
        archive.Add("one.txt", "The dam failed on Monday. Orlo said it was old.", year: 2024);
        archive.Store.Connection.Execute("UPDATE page SET maker = 'older'");
        archive.Store.Connection.Execute("UPDATE body SET json = replace(json, '\"asserted\"', '\"denied\"')");
        Assert.Single(archive.Store.Reread(SamplePages.Reading, all: false, Maker.Current));
        Assert.Empty(archive.Store.Reread(SamplePages.Reading, all: false, Maker.Current));
        Assert.Single(archive.Store.Reread(SamplePages.Reading, all: true, Maker.Current));
        Assert.Equal("2024-08-19", Assert.Single(archive.Search.Timeline(TempArchive.Query("dam"), 10)).Earliest);
        Assert.Empty(Verification.Check(archive.Store));
    }

    [Theory]
    [InlineData("UPDATE page SET packed = zeroblob(20)", "bytes are damaged")]
    [InlineData("UPDATE page SET sha256 = replace(sha256, substr(sha256, 1, 4), 'abcd')", "not those of its hash")]
    [InlineData("UPDATE body SET json = replace(json, 'The dam', 'The cow')", "has been altered")]
    [InlineData("UPDATE body SET json = '{}'", "no JSON|not a record")]
    [InlineData("DELETE FROM body", "no JSON|not a record")]
    [InlineData("DELETE FROM claim", "claims in the record, 0 in the table")]
    [InlineData("DELETE FROM record_letters", "record_letters lacks 1")]
    [InlineData("INSERT INTO record_words (record_words) VALUES ('delete-all')", "record_words does not hold")]
    public void Verify_finds_what_was_tampered_with(string sql, string told)
    {
        using var archive = new TempArchive();
        archive.Add("one.txt", "The dam failed on Monday, Orlo said.");
        archive.Store.Connection.Execute("PRAGMA foreign_keys = OFF");
        archive.Store.Connection.Execute(sql);
        Assert.Contains(Verification.Check(archive.Store), problem => told.Split('|').Any(part => problem.Contains(part, StringComparison.Ordinal)));
    }

    [Fact]
    public void An_archive_of_an_earlier_version_is_brought_up_to_date_and_holds_the_same()
    {
        using var archive = new TempArchive();
        archive.AddSamples();
        archive.Add("plain.txt", "The dam failed on Monday, Mayor Orlo said.");
        var (documents, hits) = (Documents(), Titles());
        // Back to the tables of then, in which the JSON stood in the record's row.
        archive.Store.Connection.Execute(
            """
            DROP VIEW documents; DROP VIEW record_text;
            DROP INDEX claim_happened; DROP INDEX entity_country_name;
            ALTER TABLE record DROP COLUMN title;
            ALTER TABLE record ADD COLUMN json TEXT NOT NULL DEFAULT '';
            UPDATE record SET json = (SELECT json FROM body WHERE body.record = record.id);
            DROP TABLE body;
            CREATE VIEW record_text AS SELECT id, headline, json_extract(json, '$.text') AS text FROM record;
            CREATE VIEW documents AS SELECT record_id, json FROM record;
            PRAGMA user_version = 2;
            """);
        archive.Reopen();
        Assert.Empty(Verification.Check(archive.Store));
        Assert.Equal(documents, Documents());
        Assert.Equal(hits, Titles());

        List<string> Documents() => archive.Store.Connection.Rows("SELECT record_id || page_name || text || json FROM documents ORDER BY record_id", row => row.GetString(0));
        List<string> Titles() => [.. archive.Search.Documents(TempArchive.Query(""), 50).Select(hit => hit.Title)];
    }

    [Fact]
    public void What_is_no_archive_is_refused_with_the_reason()
    {
        using var archive = new TempArchive();
        Assert.Contains("no such archive", Assert.Throws<ArchiveException>(() => RecordStore.Open(archive.FilePath + ".none")).Message, StringComparison.Ordinal);
        var text = archive.FilePath + ".txt";
        File.WriteAllText(text, new string('x', 5000));
        Assert.Contains("cannot be opened", Assert.Throws<ArchiveException>(() => RecordStore.Open(text)).Message, StringComparison.Ordinal);
        var other = archive.FilePath + ".other";
        using (var connection = new SqliteConnection($"Data Source={other};Pooling=False"))
        {
            connection.Open();
            connection.Execute("CREATE TABLE mine (id INTEGER)");
        }

        Assert.Contains("no archive of OnRecord", Assert.Throws<ArchiveException>(() => RecordStore.OpenOrCreate(other)).Message, StringComparison.Ordinal);
        archive.Store.Connection.Execute("PRAGMA user_version = 99");
        Assert.Contains("later release", Assert.Throws<ArchiveException>(archive.Reopen).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Readers_see_the_archive_while_another_writes()
    {
        using var archive = new TempArchive();
        archive.Add("one.txt", "The dam failed on Monday.");
        using var reader = RecordStore.Open(archive.FilePath);
        using (var writing = archive.Store.Connection.BeginTransaction(deferred: false))
        {
            archive.Store.Connection.Execute("DELETE FROM claim");
            Assert.NotEqual(0, reader.Connection.Scalar<long>("SELECT count(*) FROM claim"));
        }

        Assert.NotEqual(0, archive.Store.Connection.Scalar<long>("SELECT count(*) FROM claim"));
    }

    [Fact]
    public void Every_documented_view_can_be_read()
    {
        using var archive = new TempArchive();
        archive.AddSamples();
        var docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "archive.md"));
        foreach (var view in new[] { "documents", "claims", "attributions", "times", "quantities", "entities" })
        {
            Assert.NotEqual(0, archive.Store.Connection.Scalar<long>($"SELECT count(*) FROM {view}"));
            Assert.All(archive.Store.Connection.Rows($"SELECT name FROM pragma_table_info('{view}')", row => row.GetString(0)), column => Assert.Contains($"`{column}`", docs, StringComparison.Ordinal));
        }
    }
}
