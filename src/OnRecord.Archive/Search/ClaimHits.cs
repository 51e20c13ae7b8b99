using System.Collections.Immutable;
using OnRecord.Archive.Schema;

namespace OnRecord.Archive.Search;

/// <summary>Makes hits of rows of claims: the same words in a family once.</summary>
internal static class ClaimHits
{
    private readonly record struct Row(long Id, ClaimHit Hit, long Family);

    /// <param name="database">The archive.</param>
    /// <param name="query">What was asked.</param>
    /// <param name="ids">Finds so many numbers of claims at most, the first first.</param>
    /// <param name="most">Most hits.</param>
    /// <param name="skip">Hits left out before them.</param>
    public static ImmutableArray<ClaimHit> Of(Database database, SearchQuery query, Func<long, List<long>> ids, int most, int skip)
    {
        var wanted = RecordSearch.Wanted(most, skip);
        var alike = RecordSearch.Enough(ids, wanted, found =>
        {
            var rows = Rows(database, found);
            // A claim whose record or family is damaged cannot be shown; 'verify' names it.
            return found.Where(rows.ContainsKey).Select(id => rows[id]).GroupBy(row => (row.Family, row.Hit.Text)).ToList();
        });
        return [.. alike.Skip(skip).Take(most).Select(same => Marked(database, query, same.First()) with { Copies = same.Count() - 1 })];
    }

    /// <summary>Only what is shown is marked: that costs more than all the rest.</summary>
    private static ClaimHit Marked(Database database, SearchQuery query, Row row) =>
        query.HasWords && database.Words.Marked(query.Words, row.Id) is { } marked ? row.Hit with { Text = marked.Text, Matches = marked.Matches } : row.Hit;

    private static Dictionary<long, Row> Rows(Database database, List<long> ids) => database.Rows(
        "SELECT claim_id, record_id, start, \"end\", claim.text, status, source, through, earliest, latest, granularity, when_text, title, publisher, published, uri, family, claim.id "
        + $"FROM claim JOIN record ON record.id = claim.record JOIN family ON family.record = record.id WHERE claim.id IN (SELECT value FROM {database.Numbers("@ids")})",
        row => new Row(
            row.GetInt64(17),
            new ClaimHit
            {
                ClaimId = row.GetString(0),
                RecordId = row.GetString(1),
                Start = row.GetInt32(2),
                End = row.GetInt32(3),
                Text = row.GetString(4),
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
            },
            row.GetInt64(16)),
        ("@ids", Database.Listed(ids))).ToDictionary(row => row.Id);
}
