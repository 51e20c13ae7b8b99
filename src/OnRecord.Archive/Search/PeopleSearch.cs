using System.Collections.Immutable;
using OnRecord.Archive.Schema;

namespace OnRecord.Archive.Search;

/// <summary>Whom a list of people shows.</summary>
public enum PeopleShown
{
    /// <summary>Who speaks and has a name.</summary>
    Speaking,

    /// <summary>Who is named, whether it speaks or not.</summary>
    Named,

    /// <summary>Sources without a name, by the words for them.</summary>
    Unnamed,
}

/// <summary>Lists the people, organisations and other sources of an archive, each once however documents call it.</summary>
public sealed class PeopleSearch(RecordStore store)
{
    /// <summary>By their keys, and not by single names, which several may have; these come last.</summary>
    private const string Single = "CASE WHEN {0} LIKE 'person/%' AND {0} NOT LIKE '%-%' THEN 1 ELSE 0 END";

    private static readonly string[] Statuses = ["asserted", "possible", "planned", "denied", "hypothetical", "notStated"];

    private readonly Database _database = store.Database;

    /// <summary>Those of the claims, or documents, that a query finds; those with most claims first, or, of <see cref="PeopleShown.Named"/>, those whom most documents name.</summary>
    /// <param name="query">The query.</param>
    /// <param name="shown">Whom to list.</param>
    /// <param name="type">Only those of a type, as the record writes it; null for all who speak, and for the people and organisations that are named.</param>
    /// <param name="most">Most of them.</param>
    /// <param name="skip">How many are left out before them.</param>
    public ImmutableArray<PersonHit> List(SearchQuery query, PeopleShown shown, string? type, int most, int skip = 0) => shown == PeopleShown.Named
        ? Named(query, type, most, skip)
        :
        [
            .. _database.Rows(
                $"""
                SELECT claim.speaker, min(claim.source), count(*), count(DISTINCT claim.record), count(claim.through), min(record.published), max(record.published),
                    {string.Join(", ", Statuses.Select(status => $"count(*) FILTER (WHERE status = '{status}')"))}
                {Speaking(query, shown)}
                GROUP BY 1 ORDER BY {string.Format(null, Single, "claim.speaker")}, 3 DESC, 1 LIMIT @most OFFSET @skip
                """,
                row => new PersonHit
                {
                    Who = row.GetString(0),
                    Name = row.GetString(1),
                    Claims = row.GetInt64(2),
                    Documents = row.GetInt64(3),
                    SecondHand = row.GetInt64(4),
                    First = row.Text(5),
                    Last = row.Text(6),
                    Statuses = [.. Statuses.Select((status, place) => new FacetValue(status, row.GetInt64(7 + place))).Where(value => value.Count > 0)],
                },
                query, ("@type", type is null ? "%" : type + "/%"), ("@most", most), ("@skip", skip)).Select(Called),
        ];

    /// <summary>How many such a list has.</summary>
    public long Count(SearchQuery query, PeopleShown shown, string? type) => _database.Rows(
        shown == PeopleShown.Named
            ? $"SELECT count(DISTINCT who) FROM entity {OfDocuments(query, type)}"
            : $"SELECT count(DISTINCT claim.speaker) {Speaking(query, shown)}",
        row => row.GetInt64(0), query, ("@type", type is null ? "%" : type + "/%"))[0];

    private ImmutableArray<PersonHit> Named(SearchQuery query, string? type, int most, int skip) =>
    [
        .. _database.Rows(
            $"SELECT who, count(*) FROM entity {OfDocuments(query, type)} GROUP BY who ORDER BY {string.Format(null, Single, "who")}, 2 DESC, 1 LIMIT @most OFFSET @skip",
            row => (Who: row.GetString(0), Documents: row.GetInt64(1)), query, ("@type", type is null ? "%" : type + "/%"), ("@most", most), ("@skip", skip))
        .Select(named => Called(new PersonHit
        {
            Who = named.Who,
            Name = named.Who,
            Documents = named.Documents,
            Claims = _database.Scalar<long>($"SELECT count(*) FROM claim WHERE speaker = @who AND {Conditions.ReadsAlone}", ("@who", named.Who)),
        })),
    ];

    /// <summary>From and where of the claims on somebody's word.</summary>
    private string Speaking(SearchQuery query, PeopleShown shown) =>
        $"FROM claim {_database.Using("claim_voice")} {_database.JoinInOrder} record ON record.id = claim.record WHERE claim.source IS NOT NULL AND {RecordSearch.FilterOfClaims(_database, query)} "
        + (shown == PeopleShown.Speaking ? "AND claim.speaker LIKE @type AND claim.speaker LIKE '%/%'" : "AND claim.speaker NOT LIKE '%/%' AND @type = '%'");

    /// <summary>Join and where of the entities of those documents; where no type is asked for, people and organisations.</summary>
    private string OfDocuments(SearchQuery query, string? type)
    {
        var (records, types) = (RecordSearch.MatchedRecords(_database, query), "who LIKE @type" + (type is null ? " AND (who LIKE 'person/%' OR who LIKE 'organization/%')" : ""));
        return records == Conditions.Any ? $"WHERE {types}" : $"JOIN record ON record.id = entity.record WHERE {types} AND {records}";
    }

    /// <summary>With the name in the document that was added first.</summary>
    private PersonHit Called(PersonHit hit) => Who.IsNamed(hit.Who) && NameOf(_database, hit.Who) is { } name ? hit with { Name = name } : hit;

    internal static string? NameOf(Database database, string who) => database.Scalar<string>("SELECT compared FROM entity WHERE who = @who ORDER BY record, entity_id LIMIT 1", ("@who", who));
}

/// <summary>A person, an organisation or another source.</summary>
public sealed record PersonHit
{
    /// <summary>By what documents are joined: <c>person/dana-orlo</c>; the words for a source without a name.</summary>
    public required string Who { get; init; }

    /// <summary>Its name, or the words for it.</summary>
    public required string Name { get; init; }

    /// <summary>Of what type it is, as the record writes it; null where it has no name.</summary>
    public string? Type => Schema.Who.IsNamed(Who) ? Who[..Who.IndexOf('/', StringComparison.Ordinal)] : null;

    /// <summary>Whether a single name of a person is all that is told, so that documents may mean several.</summary>
    public bool MayBeSeveral => Schema.Who.IsSingle(Who);

    /// <summary>Claims on its word.</summary>
    public required long Claims { get; init; }

    /// <summary>Documents with such claims; of a list of those who are named, documents that name it.</summary>
    public required long Documents { get; init; }

    /// <summary>Claims that come through another source.</summary>
    public long SecondHand { get; init; }

    /// <summary>First ISO day of publication.</summary>
    public string? First { get; init; }

    /// <summary>Last ISO day of publication.</summary>
    public string? Last { get; init; }

    /// <summary>Its claims by status.</summary>
    public ImmutableArray<FacetValue> Statuses { get; init; } = [];
}
