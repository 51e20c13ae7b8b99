using OnRecord.Archive;
using OnRecord.Archive.Schema;

namespace OnRecord.Tests.Archives;

/// <summary>Single bits of an archive's file are turned over: <c>verify</c> names it, or no reader sees a difference.</summary>
public sealed class FlippedBitTests
{
    private const int Flips = 200;

    private static readonly string[] Tables = ["archive", "page", "place", "record", "body", "entity", "time", "quantity", "attribution", "claim", "family", "shingle", "likeness", "story", "story_term", "story_near"];

    [Fact]
    public void A_flipped_bit_is_found_or_changes_nothing_that_a_reader_sees()
    {
        using var archive = new TempArchive();
        archive.Add("original", Records.SamplePages.Read("quake-brief")[0].Document.Text);
        archive.Add("copy", Records.SamplePages.Read("quake-brief")[0].Document.Text + " It is a copy.");
        archive.Add("copy again", Records.SamplePages.Read("quake-brief")[0].Document.Text + " It is a copy.");
        archive.Store.Wipe();
        var bytes = File.ReadAllBytes(archive.FilePath);
        var before = Seen(archive.FilePath);
        var flipped = archive.FilePath + ".flipped";
        var (found, position) = (0, 0L);
        for (var flip = 0; flip < Flips; flip++)
        {
            // Spread over the whole file by the golden ratio, another bit each time.
            position = (position + (long)(bytes.LongLength * 0.6180339887)) % bytes.LongLength;
            var turned = (byte[])bytes.Clone();
            turned[position] ^= (byte)(1 << (flip % 8));
            File.Delete(flipped + "-wal");
            File.Delete(flipped + "-shm");
            File.WriteAllBytes(flipped, turned);
            if (IsFound(flipped))
            {
                found++;
            }
            else
            {
                var seen = Seen(flipped);
                Assert.True(before.SequenceEqual(seen), $"bit {flip % 8} of byte {position}: verify says that all holds, but readers see {seen.Except(before).FirstOrDefault()} for {before.Except(seen).FirstOrDefault()}");
            }
        }

        // Else this would hold of an empty file, too.
        Assert.InRange(found, Flips / 3, Flips);
    }

    private static bool IsFound(string path)
    {
        try
        {
            using var store = RecordStore.Open(path);
            return !Verification.Check(store).IsEmpty;
        }
        catch (ArchiveException)
        {
            return true;
        }
    }

    /// <summary>All rows of all tables, what stands in the schema but its comments, and each word of the full text with its places.</summary>
    private static List<string> Seen(string path)
    {
        using var database = Database.Open(path, ArchiveAccess.Write);
        var rows = SqliteSchema.Of(database).Select(part => $"{part.Key}: {part.Value}").ToList();
        foreach (var table in Tables)
        {
            var columns = database.Columns(table).Select(column => $"quote(\"{column}\")");
            rows.AddRange(database.Rows($"SELECT {string.Join(" || ' ' || ", columns)} FROM \"{table}\" ORDER BY 1", row => $"{table}: {row.GetString(0)}"));
        }

        foreach (var index in new[] { "record_words", "claim_words", "record_letters" })
        {
            database.Execute($"CREATE VIRTUAL TABLE temp.seen USING fts5vocab (main, {index}, instance)");
            rows.AddRange(database.Rows("SELECT term || ' ' || doc || ' ' || col || ' ' || offset FROM temp.seen", row => row.GetString(0)));
            database.Execute("DROP TABLE temp.seen");
        }

        return rows;
    }
}
