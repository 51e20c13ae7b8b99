using System.Collections.Immutable;
using OnRecord.Archive.Schema;

namespace OnRecord.Archive.Search;

/// <summary>Searches the documents and claims of an archive by words and filters.</summary>
public sealed class RecordSearch(RecordStore store)
{
    /// <summary>Best matches looked at for each one shown, so that a family of copies takes one place.</summary>
    private const int Depth = 3;

    /// <summary>Of so many matches, those added last, the best are found: a word that every text has costs no more than that.</summary>
    private const int Ranked = 5_000;

    /// <summary>Counting ends here.</summary>
    public const int MostCounted = 10_000;

    /// <summary>Documents whose properties are counted.</summary>
    public const int MostFaceted = 3_000;

    /// <summary>Characters of a title that is made of how a text begins.</summary>
    public const int TitleLength = RecordRows.TitleLength;

    /// <summary>Most hits that can be left out before those that are shown.</summary>
    public const int GreatestSkip = 100_000;

    private readonly SortedSet<string> _damaged = new(StringComparer.Ordinal);

    /// <summary>Ids of records of which something could not be shown, because they are damaged.</summary>
    public IReadOnlyCollection<string> Damaged => _damaged;

    private Database Database => store.Database;

    /// <summary>How many hits are to be found for some of them to be shown.</summary>
    /// <exception cref="QueryException">More are to be left out than anybody pages through.</exception>
    internal static long Wanted(int most, int skip) => skip <= GreatestSkip
        ? (long)most + skip
        : throw new QueryException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"skip: {skip} is more than can be left out, {GreatestSkip}; narrow the question instead"));

    /// <summary>Makes one of those that are alike, and looks further where too few are left.</summary>
    internal static List<T> Enough<T>(Func<long, List<long>> find, long wanted, Func<List<long>, List<T>> unlike)
    {
        const int Further = 4;
        for (var rows = wanted * Depth; ; rows *= Further)
        {
            var found = find(rows);
            var shown = unlike(found);
            if (shown.Count >= wanted || found.Count < rows)
            {
                return shown;
            }
        }
    }

    /// <summary>Documents, the best first (a word in the headline counting five times); without words the newest first. Of a family the best one is shown.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public ImmutableArray<DocumentHit> Documents(SearchQuery query, int most, int skip = 0)
    {
        var filter = FilterOfRecords(query);
        var sql = query.HasWords
            ? Database.Words.Best("record_words", filter == Conditions.Any ? "" : $"{Database.JoinInOrder} record ON record.id = record_words.rowid", filter, Ranked)
            : $"SELECT record.id FROM record WHERE {filter} ORDER BY record.published DESC NULLS LAST, record.id LIMIT @most";
        var shown = Enough(rows => Ids(sql, query, rows), Wanted(most, skip), found =>
        {
            var families = FamiliesOf(found);
            return found.Where(families.ContainsKey).DistinctBy(id => families[id]).ToList();
        });
        return [.. shown.Skip(skip).Take(most).Select(id => Document(query, id))];
    }

    /// <summary>
    /// Claims, main ones first; of one level the best first, without words those of the newest document, and in it of the highest rank. A claim that copies repeat is shown once.
    /// </summary>
    public ImmutableArray<ClaimHit> Claims(SearchQuery query, int most, int skip = 0)
    {
        // Each level is asked for by itself.
        var (claims, records) = (Conditions.OfClaims(Database, query.Filtered("level", query.Level ?? AllLevels[0])), Conditions.OfRecords(Database, query));
        // The words first, then row by row what holds of their claims: the other way round every claim of a status would be looked up.
        var join = JoinedClaims + (records == Conditions.Any ? "" : $" {Database.JoinInOrder} record ON record.id = claim.record");
        var sql = query.HasWords
            ? Database.Words.Best("claim_words", join, $"{claims} AND {records}", Ranked)
            : $"SELECT claim.id FROM claim JOIN record ON record.id = claim.record WHERE {claims} AND {records} ORDER BY record.published DESC NULLS LAST, record.id, claim.rank DESC, claim.id LIMIT @most";
        return ClaimHits.Of(Database, query, rows => ByLevel(sql, query, rows), most, skip);
    }

    /// <summary>Claims in an order that a reader asked for. A claim that copies repeat is shown once.</summary>
    /// <param name="query">The query.</param>
    /// <param name="order">The order; where two are alike in it, that of the archive.</param>
    /// <param name="isDescending">The last first. What has no value comes last either way.</param>
    /// <param name="most">Most hits.</param>
    /// <param name="skip">Hits left out before them.</param>
    public ImmutableArray<ClaimHit> Claims(SearchQuery query, ClaimOrder order, bool isDescending, int most, int skip = 0)
    {
        if (order == ClaimOrder.Best)
        {
            return Claims(query, most, skip);
        }

        var key = order switch
        {
            ClaimOrder.Happened => "coalesce(claim.earliest, claim.latest)",
            ClaimOrder.Published => "record.published",
            ClaimOrder.Source => "lower(coalesce(claim.entity, claim.source))",
            ClaimOrder.Rank => "-claim.rank",
            ClaimOrder.Text => "record.id",
            _ => "claim.status",
        };
        var sql = $"SELECT claim.id FROM claim JOIN record ON record.id = claim.record WHERE {FilterOfClaims(query)} ORDER BY {key} {(isDescending ? "DESC" : "ASC")} NULLS LAST, claim.id LIMIT @most";
        return ClaimHits.Of(Database, query, rows => Ids(sql, query, rows), most, skip);
    }

    /// <summary>Every claim that the query finds, by record, in the order of the archive.</summary>
    public IEnumerable<(string RecordId, IReadOnlySet<string> ClaimIds)> ClaimIds(SearchQuery query) => Database
        .Rows($"SELECT record_id, claim_id FROM claim JOIN record ON record.id = claim.record WHERE {FilterOfClaims(query)} ORDER BY record.id, claim.id", row => (Record: row.GetString(0), Claim: row.GetString(1)), query)
        .GroupBy(row => row.Record, row => row.Claim, StringComparer.Ordinal)
        .Select(group => (group.Key, (IReadOnlySet<string>)group.ToHashSet(StringComparer.Ordinal)));

    /// <summary>How many dated claims the query finds in each month in which they begin (or, where the beginning is open, end), in order.</summary>
    public ImmutableArray<FacetValue> Months(SearchQuery query) =>
    [
        .. Database.Rows(
            $"SELECT substr(coalesce(claim.earliest, claim.latest), 1, 7), count(*) FROM claim JOIN record ON record.id = claim.record WHERE {Dated} AND {FilterOfClaims(query)} GROUP BY 1 ORDER BY 1",
            row => new FacetValue(row.GetString(0), row.GetInt64(1)), query),
    ];

    /// <summary>Claims by when they happened, the earliest first; a claim that copies repeat is shown once. Of more than 5,000 that hold the words, those added last.</summary>
    public ImmutableArray<ClaimHit> Timeline(SearchQuery query, int most, int skip = 0)
    {
        // Where there are no words, the index of days gives the order, and what else holds is looked up row by row until there are enough.
        var sql = query.HasWords
            ? $"SELECT id FROM (SELECT claim.id, claim.earliest, claim.latest FROM {DatedClaims(query)} ORDER BY claim_words.rowid DESC LIMIT {Ranked}) AS newest ORDER BY coalesce(earliest, latest), latest, id LIMIT @most"
            : $"SELECT claim.id FROM claim {Database.Using("claim_happened")} {Database.JoinInOrder} record ON record.id = claim.record WHERE {Dated} AND {FilterOfClaims(query)} ORDER BY coalesce(claim.earliest, claim.latest), claim.latest, claim.id LIMIT @most";
        return ClaimHits.Of(Database, query, rows => Ids(sql, query, rows), most, skip);
    }

    /// <summary>How many claims the query finds that no timeline can show: nothing tells when they happened. More than <see cref="MostCounted"/> are not told apart.</summary>
    public long CountUndated(SearchQuery query) => Count($"SELECT 1 FROM {MatchedClaims(query)} AND NOT {Dated}", query);

    /// <summary>How many documents the query finds, copies counted each; more than <see cref="MostCounted"/> are not told apart.</summary>
    public long CountDocuments(SearchQuery query) => Count(query.HasWords && FilterOfRecords(query) == Conditions.Any
        ? $"SELECT 1 FROM record_words WHERE {Database.Words.Holds("record_words")}"
        : NewestRecords(query), query);

    /// <summary>How many claims the query finds, copies counted each; more than <see cref="MostCounted"/> are not told apart.</summary>
    public long CountClaims(SearchQuery query) => Count($"SELECT 1 FROM {MatchedClaims(query)}", query);

    /// <summary>How many claims that a timeline can show the query finds; more than <see cref="MostCounted"/> are not told apart.</summary>
    public long CountDated(SearchQuery query) => Count($"SELECT 1 FROM {(query.HasWords ? DatedClaims(query) : $"{MatchedClaims(query)} AND {Dated}")}", query);

    /// <summary>Ids of the records that the query finds, in the order of the archive.</summary>
    public IEnumerable<string> RecordIds(SearchQuery query) => Database.Rows($"SELECT record_id FROM record WHERE {MatchedRecords(Database, query)} ORDER BY id", row => row.GetString(0), query);

    /// <summary>
    /// Properties of the documents that the query finds: kind, publisher, year, country, status and source of claims. Of more than <see cref="MostFaceted"/> documents those
    /// added last are counted.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="most">Most values of a facet.</param>
    public ImmutableArray<Facet> Facets(SearchQuery query, int most = 8)
    {
        var matched = $"(SELECT id FROM ({NewestRecords(query)} LIMIT {MostFaceted}) AS newest)";
        return
        [
            Facet("kind", $"SELECT kind, count(*) FROM record WHERE id IN {matched} GROUP BY kind"),
            Facet("publisher", $"SELECT publisher, count(*) FROM record WHERE id IN {matched} AND publisher IS NOT NULL GROUP BY publisher"),
            Facet("published", $"SELECT substr(published, 1, 4), count(*) FROM record WHERE id IN {matched} AND published IS NOT NULL GROUP BY 1"),
            Facet("country", $"SELECT country, count(DISTINCT record) FROM entity WHERE record IN {matched} AND country IS NOT NULL GROUP BY country"),
            Facet("status", $"SELECT status, count(*) FROM claim WHERE record IN {matched} AND {Conditions.OfLevels(query)} GROUP BY status"),
            Facet("source", $"SELECT coalesce(entity, source), count(*) FROM claim WHERE record IN {matched} AND {Conditions.OfLevels(query)} AND coalesce(entity, source) IS NOT NULL GROUP BY 1"),
        ];

        Facet Facet(string name, string sql) =>
            new(name, [.. Database.Rows($"SELECT * FROM ({sql}) AS counted ORDER BY 2 DESC, 1 LIMIT {most}", row => new FacetValue(row.GetString(0), row.GetInt64(1)), query)]);
    }

    /// <summary>Copies of a document, and the other documents on its page.</summary>
    public RelatedDocuments Related(string recordId)
    {
        return new RelatedDocuments(
            Hits("SELECT kin.record FROM record JOIN family AS own ON own.record = record.id JOIN family AS kin ON kin.family = own.family WHERE record.record_id = @of AND kin.record <> record.id ORDER BY kin.record LIMIT @most"),
            Hits("SELECT other.id FROM record JOIN record AS other ON other.page = record.page WHERE record.record_id = @of AND other.id <> record.id ORDER BY other.id LIMIT @most"));

        ImmutableArray<DocumentHit> Hits(string sql) =>
            [.. Database.Rows(sql, row => row.GetInt64(0), ("@of", recordId), ("@most", MostRelated)).Select(id => Document(SearchQuery.Parse(""), id))];
    }

    private const int MostRelated = 50;

    /// <summary>Levels, the first first; fragments last.</summary>
    private static readonly string[] AllLevels = ["main", "detail", "fragment"];

    private const string Dated = "(claim.earliest IS NOT NULL OR claim.latest IS NOT NULL)";

    private string JoinedClaims => $"{Database.JoinInOrder} claim ON claim.id = claim_words.rowid";

    /// <summary>The dated ones of the claims that hold the query's words, and what else it asks: an index tells their days.</summary>
    private string DatedClaims(SearchQuery query)
    {
        var records = Conditions.OfRecords(Database, query);
        return $"claim_words {Database.JoinInOrder} claim {Database.Using("claim_day")} ON claim.id = claim_words.rowid "
            + (records == Conditions.Any ? "" : $"{Database.JoinInOrder} record ON record.id = claim.record ")
            + $"WHERE {Database.Words.Holds("claim_words")} AND {Dated} AND {Conditions.OfClaims(Database, query)} AND {records}";
    }

    private string FilterOfRecords(SearchQuery query) => FilterOfRecords(Database, query);

    private string FilterOfClaims(SearchQuery query) => FilterOfClaims(Database, query);

    /// <summary>The condition that the query finds the row <c>record</c>.</summary>
    internal static string MatchedRecords(Database database, SearchQuery query) =>
        FilterOfRecords(database, query) + (query.HasWords ? $" AND record.id IN (SELECT rowid FROM record_words WHERE {database.Words.Holds("record_words")})" : "");

    /// <summary>The condition that the query finds the row <c>claim</c> of the row <c>record</c>.</summary>
    internal static string FilterOfClaims(Database database, SearchQuery query) =>
        $"{Conditions.OfClaims(database, query)} AND {Conditions.OfRecords(database, query)}" + (query.HasWords ? $" AND claim.id IN (SELECT rowid FROM claim_words WHERE {database.Words.Holds("claim_words")})" : "");

    private static string FilterOfRecords(Database database, SearchQuery query) => query.IsOfClaims
        ? $"{Conditions.OfRecords(database, query)} AND record.id IN (SELECT claim.record FROM claim WHERE {Conditions.OfClaims(database, query)})"
        : Conditions.OfRecords(database, query);

    /// <summary>The records that the query finds, those added last first, without materializing the others.</summary>
    private string NewestRecords(SearchQuery query) => query.HasWords
        ? $"SELECT record.id FROM record_words {Database.JoinInOrder} record ON record.id = record_words.rowid WHERE {Database.Words.Holds("record_words")} AND {FilterOfRecords(query)} ORDER BY record_words.rowid DESC"
        : $"SELECT record.id FROM record WHERE {FilterOfRecords(query)} ORDER BY record.id DESC";

    /// <summary>From and where of the claims that the query finds, the words first and then row by row what else holds.</summary>
    private string MatchedClaims(SearchQuery query) => query.HasWords
        ? $"claim_words {JoinedClaims} {Database.JoinInOrder} record ON record.id = claim.record WHERE {Database.Words.Holds("claim_words")} AND {Conditions.OfClaims(Database, query)} AND {Conditions.OfRecords(Database, query)}"
        : $"claim JOIN record ON record.id = claim.record WHERE {FilterOfClaims(query)}";

    /// <summary>Those of the first level, then of the next: a level is looked at only where those before it are too few, so that nothing need be sorted whole.</summary>
    private List<long> ByLevel(string sql, SearchQuery query, long most)
    {
        if (query.Level is not null)
        {
            return Ids(sql, query, most);
        }

        var found = new List<long>();
        foreach (var level in query.All ? AllLevels : AllLevels[..^1])
        {
            if (found.Count < most)
            {
                found.AddRange(Ids(sql, query.Filtered("level", level), most - found.Count));
            }
        }

        return found;
    }

    private List<long> Ids(string sql, SearchQuery query, long most) => Database.Rows(sql, row => row.GetInt64(0), query, ("@most", most));

    private long Count(string sql, SearchQuery query) => Database.Rows($"SELECT count(*) FROM ({sql} LIMIT {MostCounted + 1}) AS found", row => row.GetInt64(0), query)[0];

    private Dictionary<long, long> FamiliesOf(List<long> ids) => Database
        .Rows($"SELECT record, family FROM family WHERE record IN (SELECT value FROM {Database.Numbers("@ids")})", row => (Record: row.GetInt64(0), Family: row.GetInt64(1)), ("@ids", Database.Listed(ids)))
        .ToDictionary(row => row.Record, row => row.Family);

    private DocumentHit Document(SearchQuery query, long id)
    {
        var evidence = query.HasWords ? Evidence(query, id) : new MarkedText("", []);
        return Database.Rows(
            "SELECT record_id, kind, title, publisher, published, uri, (SELECT count(*) - 1 FROM family AS kin WHERE kin.family = family.family), words, (SELECT count(*) FROM claim WHERE claim.record = record.id AND " + Conditions.ReadsAlone + ") "
            + "FROM record JOIN family ON family.record = id WHERE id = @id",
            row => new DocumentHit
            {
                RecordId = row.GetString(0),
                Kind = row.GetString(1),
                Title = row.GetString(2),
                Publisher = row.Text(3),
                Published = row.Text(4),
                Uri = row.Text(5),
                Copies = row.GetInt32(6),
                Words = row.GetInt32(7),
                Claims = row.GetInt32(8),
                Evidence = evidence.Text,
                Matches = evidence.Matches,
            },
            ("@id", id))[0];
    }

    private MarkedText Evidence(SearchQuery query, long id)
    {
        try
        {
            return Database.Words.Evidence(query.Words, id);
        }
        catch (ArchiveException)
        {
            // The text is taken out of the record's JSON, which may be broken; the record is still found.
            _damaged.Add(Database.Scalar<string>("SELECT record_id FROM record WHERE id = @id", ("@id", id)));
            return new MarkedText("", []);
        }
    }
}
