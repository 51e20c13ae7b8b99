using Microsoft.Data.Sqlite;
using OnRecord.Archive;

namespace OnRecord.Tests.Archives;

public sealed class SqliteSearchTests() : SearchContract(null);

public sealed class SqlitePeopleTests() : PeopleContract(null);

public sealed class SqliteFamilyTests() : FamilyContract(() => null);

public sealed class SqliteStoryTests() : StoryContract(() => null);

public sealed class SqliteProofTests() : ProofContract(() => null);

/// <summary>The archive in a file, and what is true of files only.</summary>
public sealed class SqliteStoreTests() : RecordStoreContract(() => null)
{
    [Theory]
    [InlineData("UPDATE page SET packed = zeroblob(20)", "bytes are damaged")]
    [InlineData("INSERT INTO record_words (record_words) VALUES ('delete-all')", "record_words does not hold")]
    [InlineData("INSERT INTO claim_words (claim_words) VALUES ('delete-all')", "claim_words does not hold")]
    [InlineData("INSERT INTO record_letters (rowid, headline, names) VALUES (1, 'forged', 'forged')", "record_letters does not hold")]
    [InlineData("CREATE TRIGGER forged AFTER INSERT ON claim BEGIN UPDATE claim SET status = 'denied'; END", "trigger forged is none of OnRecord's")]
    public void Verify_finds_damage_that_only_a_file_has(string sql, string told)
    {
        using var archive = new TempArchive();
        archive.Add("one.txt", "The dam failed on Monday, Orlo said.");
        archive.Store.Database.Execute("PRAGMA foreign_keys = OFF");
        archive.Store.Database.Execute(sql);
        Assert.Contains(Verification.Check(archive.Store), problem => told.Split('|').Any(part => problem.Contains(part, StringComparison.Ordinal)));
    }

    [Fact]
    public void An_archive_of_an_earlier_version_is_brought_up_to_date_and_holds_the_same()
    {
        using var archive = new TempArchive();
        archive.AddSamples();
        archive.Add("plain.txt", "The dam failed on Monday, Mayor Orlo said.");
        var (documents, hits) = (Documents(), Titles());
        foreach (var (id, json) in archive.Store.Database.Rows("SELECT record, json FROM body", row => (row.GetInt64(0), row.GetString(1))))
        {
            archive.Store.Database.Execute("UPDATE body SET json = @json WHERE record = @id", ("@json", Earlier(json)), ("@id", id));
        }

        // Back to the tables of then, in which the JSON stood in the record's row.
        archive.Store.Database.Execute(
            """
            DROP VIEW claims; DROP VIEW documents; DROP VIEW record_text;
            DROP VIEW entities; DROP TABLE part; DROP INDEX entity_who; DROP INDEX claim_who; ALTER TABLE entity DROP COLUMN compared; ALTER TABLE entity DROP COLUMN who; ALTER TABLE entity DROP COLUMN joined;
            DROP TABLE story; DROP TABLE story_term; DROP TABLE story_near;
            DROP TABLE claim_words; DROP VIEW claim_text; DROP INDEX claim_head;
            CREATE VIRTUAL TABLE claim_words USING fts5 (text, source, content = 'claim', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');
            DROP INDEX claim_happened; DROP INDEX entity_country_name; DROP INDEX claim_facets; DROP INDEX claim_day; DROP INDEX claim_voice; ALTER TABLE claim DROP COLUMN speaker;
            ALTER TABLE page DROP COLUMN seal; ALTER TABLE page DROP COLUMN records_seal; ALTER TABLE record DROP COLUMN format; ALTER TABLE record DROP COLUMN indexed;
            ALTER TABLE claim DROP COLUMN voices; DROP TABLE archive;
            ALTER TABLE claim DROP COLUMN statement; ALTER TABLE claim DROP COLUMN predicate_lemma; ALTER TABLE claim DROP COLUMN governor; ALTER TABLE claim DROP COLUMN negated;
            ALTER TABLE claim DROP COLUMN level; ALTER TABLE claim DROP COLUMN rank; ALTER TABLE claim DROP COLUMN reasons; ALTER TABLE claim DROP COLUMN within; ALTER TABLE claim DROP COLUMN head;
            CREATE VIEW claims AS SELECT claim_id FROM claim; CREATE VIEW entities AS SELECT entity_id FROM entity;
            ALTER TABLE record DROP COLUMN title;
            ALTER TABLE record ADD COLUMN json TEXT NOT NULL DEFAULT '';
            UPDATE record SET json = (SELECT json FROM body WHERE body.record = record.id);
            DROP TABLE body;
            CREATE VIEW record_text AS SELECT id, headline, json_extract(json, '$.text') AS text FROM record;
            CREATE VIEW documents AS SELECT record_id, json FROM record;
            PRAGMA user_version = 2;
            """);
        archive.Reopen();
        // What was found is found, in the words of the clause, until the pages are read again; it is told what to do.
        Assert.Equal(documents.Count, archive.Store.Outdated());
        Assert.Equal(hits, Titles());
        Assert.All(archive.Search.Claims(TempArchive.Query("dam"), 50), hit => Assert.Equal((hit.Text, "main"), (hit.Statement, hit.Level)));
        Assert.NotEmpty(archive.Search.Claims(TempArchive.Query("dam"), 50));
        Assert.All(Verification.Check(archive.Store), problem => Assert.Contains("'onrecord reread'", problem, StringComparison.Ordinal));
        Assert.All(archive.Store.Reread((_, page, options) => Records.SamplePages.Reading.Read(page, options), all: false, "this one"), page => Assert.True(page is { IsNew: true, Problem: null }));
        Assert.Equal(0, archive.Store.Outdated());
        Assert.Empty(Verification.Check(archive.Store));
        Assert.Equal(documents, Documents());
        Assert.Equal(hits, Titles());

        List<string> Documents() => archive.Store.Database.Rows("SELECT record_id || page_name || text || coalesce((SELECT group_concat(claim_id || statement || level || rank || negated || status) FROM claims WHERE claims.record_id = documents.record_id), '') FROM documents ORDER BY record_id", row => row.GetString(0));
        List<string> Titles() => [.. archive.Search.Documents(TempArchive.Query(""), 50).Select(hit => hit.Title)];
    }

    /// <summary>A record in the form that came before: claims with their clauses, and no more.</summary>
    private static string Earlier(string json)
    {
        var record = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        record["format"] = "onrecord/1";
        foreach (var claim in record["claims"]!.AsArray().Select(claim => claim!.AsObject()))
        {
            claim["predicate"]!.AsObject().Remove("lemma");
            foreach (var field in new[] { "statement", "parts", "governor", "roles", "negated", "within", "level", "rank", "reasons" })
            {
                claim.Remove(field);
            }
        }

        return record.ToJsonString();
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
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE mine (id INTEGER)";
            command.ExecuteNonQuery();
        }

        Assert.Contains("no archive of OnRecord", Assert.Throws<ArchiveException>(() => RecordStore.OpenOrCreate(other)).Message, StringComparison.Ordinal);
        archive.Store.Database.Execute("PRAGMA user_version = 99");
        Assert.Contains("later release", Assert.Throws<ArchiveException>(archive.Reopen).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Readers_see_the_archive_while_another_writes()
    {
        using var archive = new TempArchive();
        archive.Add("one.txt", "The dam failed on Monday.");
        using var reader = RecordStore.Open(archive.FilePath);
        Assert.Throws<IOException>(() => archive.Store.Database.Write<int>(() =>
        {
            archive.Store.Database.Execute("DELETE FROM claim");
            Assert.NotEqual(0, reader.Database.Scalar<long>("SELECT count(*) FROM claim"));
            throw new IOException("the disk is gone");
        }));
        Assert.NotEqual(0, archive.Store.Database.Scalar<long>("SELECT count(*) FROM claim"));
    }
}
