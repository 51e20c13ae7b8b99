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

    /// <summary>Bytes of the file.</summary>
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
    public static bool HasRecords(RecordStore store) => store.Connection.Scalar<long>("SELECT EXISTS (SELECT 1 FROM record)") == 1;

    /// <summary>Counts what the archive holds.</summary>
    public static ArchiveSummary Of(RecordStore store)
    {
        var connection = store.Connection;
        return new ArchiveSummary
        {
            Pages = connection.Scalar<long>("SELECT count(*) FROM page"),
            PageBytes = connection.Scalar<long>("SELECT coalesce(sum(size), 0) FROM page"),
            FileBytes = connection.Scalar<long>("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"),
            Kinds = [.. connection.Rows("SELECT kind, count(*) FROM record GROUP BY kind ORDER BY kind", row => (row.GetString(0), row.GetInt64(1)))],
            Findings = [.. new[] { "claim", "attribution", "time", "quantity", "entity" }.Select(table => (table, connection.Scalar<long>($"SELECT count(*) FROM {table}")))],
            Copies = connection.Rows("SELECT count(*), coalesce(sum(members), 0) FROM (SELECT count(*) AS members FROM family GROUP BY family HAVING count(*) > 1)", row => (row.GetInt64(0), row.GetInt64(1)))[0],
            Published = connection.Rows("SELECT min(published), max(published) FROM record", row => (row.Text(0), row.Text(1)))[0],
            Makers = [.. connection.Rows("SELECT maker, count(*) FROM page GROUP BY maker ORDER BY maker", row => (row.GetString(0), row.GetInt64(1)))],
        };
    }
}
