using System.Collections.Immutable;
using OnRecord.Archive.Schema;

namespace OnRecord.Archive;

/// <summary>What an archive holds, in figures.</summary>
public sealed record ArchiveSummary
{
    /// <summary>Pages.</summary>
    public required long Pages { get; init; }

    /// <summary>Bytes of the pages as they came.</summary>
    public required long PageBytes { get; init; }

    /// <summary>Bytes that the archive takes on the disk.</summary>
    public required long FileBytes { get; init; }

    /// <summary>Records by kind, in the order of the kinds' names.</summary>
    public required ImmutableArray<(string Kind, long Count)> Kinds { get; init; }

    /// <summary>Rows of each sort, by name.</summary>
    public required ImmutableArray<(string Name, long Count)> Findings { get; init; }

    /// <summary>Families with more than one member, and the members in them.</summary>
    public required (long Families, long Members) Copies { get; init; }

    /// <summary>First and last day of publication; null where no record has one.</summary>
    public required (string? First, string? Last) Published { get; init; }

    /// <summary>Makers of records, and how many pages each has read.</summary>
    public required ImmutableArray<(string Maker, long Pages)> Makers { get; init; }

    /// <summary>Whether the archive holds anything.</summary>
    public static bool HasRecords(RecordStore store) => store.Database.Scalar<long>("SELECT count(*) FROM (SELECT 1 FROM record LIMIT 1) AS first") == 1;

    /// <summary>Counts what the archive holds.</summary>
    public static ArchiveSummary Of(RecordStore store)
    {
        var database = store.Database;
        return new ArchiveSummary
        {
            Pages = database.Scalar<long>("SELECT count(*) FROM page"),
            PageBytes = database.Scalar<long>("SELECT coalesce(CAST(sum(size) AS bigint), 0) FROM page"),
            FileBytes = database.Bytes,
            Kinds = [.. database.Rows("SELECT kind, count(*) FROM record GROUP BY kind ORDER BY kind", row => (row.GetString(0), row.GetInt64(1)))],
            Findings = [.. new[] { "claim", "attribution", "time", "quantity", "entity" }.Select(table => (table, database.Scalar<long>($"SELECT count(*) FROM {table}")))],
            Copies = database.Rows("SELECT count(*), coalesce(CAST(sum(members) AS bigint), 0) FROM (SELECT count(*) AS members FROM family GROUP BY family HAVING count(*) > 1) AS families", row => (row.GetInt64(0), row.GetInt64(1)))[0],
            Published = database.Rows("SELECT min(published), max(published) FROM record", row => (row.Text(0), row.Text(1)))[0],
            Makers = [.. database.Rows("SELECT maker, count(*) FROM page GROUP BY maker ORDER BY maker", row => (row.GetString(0), row.GetInt64(1)))],
        };
    }
}
