using Microsoft.Data.Sqlite;
using OnRecord.Archive;

namespace OnRecord.Tests.Archives;

public sealed class SqliteSearchTests() : SearchContract(null);

public sealed class SqliteFamilyTests() : FamilyContract(() => null);

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
        // Back to the tables of then, in which the JSON stood in the record's row.
        archive.Store.Database.Execute(
            """
            DROP VIEW documents; DROP VIEW record_text;
            DROP INDEX claim_happened; DROP INDEX entity_country_name; DROP INDEX claim_facets; DROP INDEX claim_day; DROP INDEX claim_voice;
            ALTER TABLE page DROP COLUMN seal; ALTER TABLE page DROP COLUMN records_seal; ALTER TABLE record DROP COLUMN format; ALTER TABLE record DROP COLUMN indexed;
            ALTER TABLE claim DROP COLUMN voices; DROP TABLE archive;
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

        List<string> Documents() => archive.Store.Database.Rows("SELECT record_id || page_name || text || json FROM documents ORDER BY record_id", row => row.GetString(0));
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
