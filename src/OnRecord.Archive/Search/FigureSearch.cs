using System.Collections.Immutable;
using OnRecord.Archive.Schema;

namespace OnRecord.Archive.Search;

/// <summary>Figures of an archive by what they count or measure. Two counts are of the same thing where the last words of their noun phrases are the same.</summary>
public sealed class FigureSearch(RecordStore store)
{
    /// <summary>Most different noun phrases looked at: the most frequent ones.</summary>
    private const int MostPhrases = 5_000;

    /// <summary>Most points of a series.</summary>
    public const int MostPoints = 500;

    /// <summary>Counted words that name no thing.</summary>
    private static readonly string[] Pronouns = ["them", "these", "those", "us", "you", "it", "which", "whom"];

    private const string Thing = "CASE WHEN quantity.kind = 'count' THEN lower(quantity.counted) ELSE coalesce(quantity.currency, quantity.unit, quantity.kind) END";

    /// <summary>What figures in the documents that a query finds are about, the most frequent first.</summary>
    public ImmutableArray<FigureThing> Things(SearchQuery query, int most) =>
    [
        .. store.Database.Rows(
                $"SELECT quantity.kind, {Thing}, count(*) FROM quantity JOIN record ON record.id = quantity.record WHERE {Matched(query)} AND {Thing} IS NOT NULL GROUP BY 1, 2 ORDER BY 3 DESC, 2 LIMIT {MostPhrases}",
                row => (Kind: row.GetString(0), Thing: row.GetString(1), Count: row.GetInt64(2)), query)
            .GroupBy(row => (row.Kind, Thing: row.Kind == "count" ? Head(row.Thing) : row.Thing))
            .Where(group => !Pronouns.Contains(group.Key.Thing))
            .Select(group => new FigureThing(group.Key.Kind, group.Key.Thing, group.Sum(row => row.Count)))
            .OrderByDescending(thing => thing.Count).ThenBy(thing => thing.Thing, StringComparer.Ordinal)
            .Take(most),
    ];

    /// <summary>The figures about one thing, by the day that they tell of, or, where that is not known, of publication; those without a day come last.</summary>
    public ImmutableArray<FigurePoint> Points(SearchQuery query, string kind, string thing)
    {
        var same = kind == "count" ? "(lower(quantity.counted) = @thing OR lower(quantity.counted) LIKE '% ' || @escaped ESCAPE '\\')" : $"{Thing} = @thing";
        return
        [
            .. store.Database.Rows(
                $"""
                SELECT record.record_id, record.title, record.publisher, record.published, quantity.text, quantity.low, quantity.high, quantity.best, quantity.relation, quantity.counted, quantity.start,
                    claim.claim_id, claim.statement, claim.status, claim.source, claim.through, claim.earliest, claim.latest, claim.negated, claim.governor
                FROM quantity JOIN record ON record.id = quantity.record
                LEFT JOIN claim ON claim.id = (
                    SELECT id FROM claim AS around WHERE around.record = quantity.record AND around.start <= quantity.start AND around."end" >= quantity."end" AND around.level <> 'fragment' ORDER BY around."end" - around.start LIMIT 1)
                WHERE {Matched(query)} AND quantity.kind = @figure AND {same}
                ORDER BY coalesce(claim.earliest, claim.latest, record.published) NULLS LAST, record.id, quantity.place LIMIT {MostPoints}
                """,
                row => new FigurePoint
                {
                    RecordId = row.GetString(0),
                    Title = row.GetString(1),
                    Publisher = row.Text(2),
                    Published = row.Text(3),
                    Text = row.GetString(4),
                    Low = row.Number(5),
                    High = row.Number(6),
                    Best = row.Number(7),
                    Relation = row.GetString(8),
                    Counted = row.Text(9),
                    Start = row.GetInt32(10),
                    ClaimId = row.Text(11),
                    Claim = row.Text(12),
                    Status = row.Text(13),
                    Source = row.Text(14),
                    Through = row.Text(15),
                    Earliest = row.Text(16),
                    Latest = row.Text(17),
                    Negated = !row.IsDBNull(18) && row.GetInt64(18) == 1,
                    Governor = row.Text(19),
                },
                query, ("@figure", kind), ("@thing", thing), ("@escaped", Patterns.Escaped(thing))),
        ];
    }

    private string Matched(SearchQuery query) => $"quantity.kind <> 'ordinal' AND record.id IN (SELECT id FROM record WHERE {RecordSearch.MatchedRecords(store.Database, query)})";

    private static string Head(string phrase) => phrase[(phrase.LastIndexOf(' ') + 1)..];
}

/// <summary>Something that figures are about.</summary>
/// <param name="Kind">Kind of the figures, as in the record.</param>
/// <param name="Thing">For counts the last word of what is counted, in lower case; else the currency or unit.</param>
/// <param name="Count">How many figures.</param>
public sealed record FigureThing(string Kind, string Thing, long Count);

/// <summary>A figure in its place.</summary>
public sealed record FigurePoint
{
    /// <summary>Id of its record.</summary>
    public required string RecordId { get; init; }

    /// <summary>The document's headline, or how its text begins.</summary>
    public required string Title { get; init; }

    /// <summary>Who prints it.</summary>
    public string? Publisher { get; init; }

    /// <summary>ISO day of publication.</summary>
    public string? Published { get; init; }

    /// <summary>The figure as written.</summary>
    public required string Text { get; init; }

    /// <summary>Lower bound; null where it is open.</summary>
    public double? Low { get; init; }

    /// <summary>Upper bound; null where it is open.</summary>
    public double? High { get; init; }

    /// <summary>The figure named.</summary>
    public double? Best { get; init; }

    /// <summary>How the figure named relates to the true one.</summary>
    public required string Relation { get; init; }

    /// <summary>What is counted, as written.</summary>
    public string? Counted { get; init; }

    /// <summary>First character in the record's text, in code points.</summary>
    public required int Start { get; init; }

    /// <summary>Id of the smallest claim that holds it and reads alone.</summary>
    public string? ClaimId { get; init; }

    /// <summary>That claim's statement.</summary>
    public string? Claim { get; init; }

    /// <summary>Its status.</summary>
    public string? Status { get; init; }

    /// <summary>Whether it says itself that something is not so.</summary>
    public bool Negated { get; init; }

    /// <summary>The word in it that tells how far or how sure.</summary>
    public string? Governor { get; init; }

    /// <summary>Who says so.</summary>
    public string? Source { get; init; }

    /// <summary>On whose word that is, outermost first.</summary>
    public string? Through { get; init; }

    /// <summary>First day on which the claim may have happened.</summary>
    public string? Earliest { get; init; }

    /// <summary>Last day on which the claim may have happened.</summary>
    public string? Latest { get; init; }

    /// <summary>The day under which it is drawn: that of the claim, or else of publication.</summary>
    public string? Day => Earliest ?? Latest ?? Published;
}
