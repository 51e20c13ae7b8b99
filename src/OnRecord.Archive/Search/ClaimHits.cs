using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using OnRecord.Archive.Schema;

namespace OnRecord.Archive.Search;

/// <summary>Makes hits of rows of claims: the same words in a family once.</summary>
internal static class ClaimHits
{
    public static ImmutableArray<ClaimHit> Of(SqliteConnection connection, SearchQuery query, List<long> ids, int most, int skip)
    {
        var order = new List<(long Family, string Text)>();
        var hits = new Dictionary<(long Family, string Text), ClaimHit>();
        foreach (var id in ids)
        {
            var (hit, family, plain) = Claim(connection, query, id);
            if (hits.TryGetValue((family, plain), out var first))
            {
                hits[(family, plain)] = first with { Copies = first.Copies + 1 };
            }
            else if (order.Count < most + skip)
            {
                order.Add((family, plain));
                hits.Add((family, plain), hit);
            }
        }

        return [.. order.Skip(skip).Select(key => hits[key])];
    }

    private static (ClaimHit Hit, long Family, string Plain) Claim(SqliteConnection connection, SearchQuery query, long id)
    {
        var marked = query.Words.Length == 0 ? null : connection.Rows(
            "SELECT highlight(claim_words, 0, char(2), char(3)) FROM claim_words WHERE claim_words MATCH $words AND rowid = $id", row => row.GetString(0), query, ("$id", id)).FirstOrDefault();
        return connection.Rows(
            "SELECT claim_id, record_id, start, \"end\", claim.text, status, source, through, earliest, latest, granularity, when_text, title, publisher, published, uri, family "
            + "FROM claim JOIN record ON record.id = claim.record JOIN family ON family.record = record.id WHERE claim.id = $id",
            row => (new ClaimHit
            {
                ClaimId = row.GetString(0),
                RecordId = row.GetString(1),
                Start = row.GetInt32(2),
                End = row.GetInt32(3),
                Text = marked ?? row.GetString(4),
                Status = row.GetString(5),
                Source = row.Text(6),
                Through = row.Text(7),
                Earliest = row.Text(8),
                Latest = row.Text(9),
                Granularity = row.Text(10),
                When = row.Text(11),
                Title = row.GetString(12),
                Publisher = row.Text(13),
                Published = row.Text(14),
                Uri = row.Text(15),
            }, row.GetInt64(16), row.GetString(4)),
            query, ("$id", id))[0];
    }

    /// <summary>All rows of a statement with a query's parameters and others.</summary>
    public static List<T> Rows<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> make, SearchQuery query, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = connection.Command(sql, values);
        Conditions.Bind(command, query);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(make(reader));
        }

        return rows;
    }
}
