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
            return found.Where(rows.ContainsKey).Select(id => rows[id]).GroupBy(row => (row.Family, row.Hit.Statement)).ToList();
        });
        var shown = alike.Skip(skip).Take(most).ToList();
        var details = Details(database, query, shown.Select(same => same.First().Id));
        return [.. shown.Select(same => Marked(database, query, same.First()) with { Copies = same.Count() - 1, Details = [.. details[same.First().Id]] })];
    }

    /// <summary>Only what is shown is marked: that costs more than all the rest.</summary>
    private static ClaimHit Marked(Database database, SearchQuery query, Row row) =>
        query.HasWords && database.Words.Marked(query.Words, row.Id) is { } marked ? row.Hit with { Matches = marked.Matches } : row.Hit;

    /// <summary>The details that stand in claims, by the claims' numbers, in the order of the text.</summary>
    private static ILookup<long, DetailHit> Details(Database database, SearchQuery query, IEnumerable<long> ids) => database.Rows(
        "SELECT around.id, claim.claim_id, claim.start, claim.\"end\", claim.statement, claim.status, claim.negated, claim.governor, claim.source, claim.through FROM claim AS around "
        + "JOIN claim ON claim.record = around.record AND claim.head = around.claim_id "
        + $"WHERE around.id IN (SELECT value FROM {database.Numbers("@ids")}) AND {(query.All ? Conditions.Any : Conditions.ReadsAlone)} ORDER BY claim.id",
        row => (Around: row.GetInt64(0), Detail: new DetailHit
        {
            ClaimId = row.GetString(1),
            Start = row.GetInt32(2),
            End = row.GetInt32(3),
            Statement = row.GetString(4),
            Status = row.GetString(5),
            Negated = row.GetInt64(6) == 1,
            Governor = row.Text(7),
            Source = row.Text(8),
            Through = row.Text(9),
        }),
        ("@ids", Database.Listed(ids))).ToLookup(row => row.Around, row => row.Detail);

    private static Dictionary<long, Row> Rows(Database database, List<long> ids) => database.Rows(
        "SELECT claim_id, record_id, start, \"end\", claim.text, status, source, through, earliest, latest, granularity, when_text, title, publisher, published, uri, family, claim.id, statement, negated, governor, level, rank, reasons, head, "
        + "(SELECT around.statement FROM claim AS around WHERE around.record = claim.record AND around.claim_id = claim.head), claim.speaker "
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
                Statement = row.GetString(18),
                Negated = row.GetInt64(19) == 1,
                Governor = row.Text(20),
                Level = row.GetString(21),
                Rank = row.GetDouble(22),
                Reasons = [.. row.GetString(23).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                Speaker = row.Text(26),
                Within = row.Text(24) is { } head ? new EnclosingClaim(head, row.Text(25) ?? "") : null,
            },
            row.GetInt64(16)),
        ("@ids", Database.Listed(ids))).ToDictionary(row => row.Id);
}
