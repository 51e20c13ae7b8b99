using System.Collections.Immutable;
using OnRecord.Archive.Schema;

namespace OnRecord.Archive.Search;

/// <summary>Who speaks in an archive: sources by their entity's name or, where they have none, by the words that name them.</summary>
public sealed class SourceSearch(RecordStore store)
{
    /// <summary>Most claims looked at for the names in them.</summary>
    private const int MostClaims = 1_000;

    private const string Name = "coalesce(claim.entity, claim.source)";
    private const string ByName = $"{Name} = @name AND {Conditions.ReadsAlone}";

    /// <summary>The sources of the claims that a query finds, those with most claims first.</summary>
    public ImmutableArray<SourceHit> Sources(SearchQuery query, int most, int skip = 0) =>
    [
        .. store.Database.Rows(
            $"""
            SELECT {Name}, coalesce(max(claim.source_kind) FILTER (WHERE claim.source_kind = 'named'), max(claim.source_kind)), count(*), count(DISTINCT claim.record), count(claim.through), min(record.published), max(record.published),
                {string.Join(", ", Statuses.Select(status => $"count(*) FILTER (WHERE status = '{status}')"))}
            FROM {Voices} {store.Database.JoinInOrder} record ON record.id = claim.record
            WHERE claim.source IS NOT NULL AND {RecordSearch.FilterOfClaims(store.Database, query)}
            GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT @most OFFSET @skip
            """,
            row => new SourceHit
            {
                Name = row.GetString(0),
                Kind = row.Text(1),
                Claims = row.GetInt64(2),
                Documents = row.GetInt64(3),
                SecondHand = row.GetInt64(4),
                First = row.Text(5),
                Last = row.Text(6),
                Statuses = [.. Statuses.Select((status, place) => new FacetValue(status, row.GetInt64(7 + place))).Where(value => value.Count > 0)],
            },
            query, ("@most", most), ("@skip", skip)),
    ];

    /// <summary>How many sources the claims that a query finds have.</summary>
    public long CountSources(SearchQuery query) => store.Database.Rows(
        $"SELECT count(DISTINCT {Name}) FROM {Voices} {store.Database.JoinInOrder} record ON record.id = claim.record WHERE claim.source IS NOT NULL AND {RecordSearch.FilterOfClaims(store.Database, query)}",
        row => row.GetInt64(0), query)[0];

    private string Voices => $"claim {store.Database.Using("claim_voice")}";

    /// <summary>What is known of one source: on whose word it is quoted, and which names its claims hold; null where nothing is.</summary>
    /// <param name="name">Its name, to the letter.</param>
    /// <param name="most">Most values of each list.</param>
    public SourceProfile? Profile(string name, int most)
    {
        if (store.Database.Scalar<long>($"SELECT count(*) FROM claim WHERE {ByName}", ("@name", name)) == 0)
        {
            return null;
        }

        return new SourceProfile
        {
            Name = name,
            Through = Values($"SELECT claim.through, count(*) FROM claim WHERE {ByName} AND claim.through IS NOT NULL GROUP BY 1"),
            CalledSo = Values($"SELECT claim.source, count(*) FROM claim WHERE {ByName} GROUP BY 1"),
            Cues = Values($"SELECT lemma, count(*) FROM attribution WHERE coalesce(entity, source) = @name GROUP BY 1"),
            About = About(name, most),
            Publishers = Values($"SELECT record.publisher, count(*) FROM claim JOIN record ON record.id = claim.record WHERE {ByName} AND record.publisher IS NOT NULL GROUP BY 1"),
        };

        ImmutableArray<FacetValue> Values(string sql) =>
            [.. store.Database.Rows($"SELECT * FROM ({sql}) AS counted ORDER BY 2 DESC, 1 LIMIT @most", row => new FacetValue(row.GetString(0), row.GetInt64(1)), ("@name", name), ("@most", most))];
    }

    /// <summary>Other names in a source's claims, each mention in each claim counted; of more than 1,000 claims in those added last.</summary>
    private ImmutableArray<FacetValue> About(string name, int most)
    {
        var claims = store.Database.Rows(
            $"SELECT record_id, claim_id FROM claim JOIN record ON record.id = claim.record WHERE {ByName} ORDER BY claim.id DESC LIMIT {MostClaims}",
            row => (Record: row.GetString(0), Claim: row.GetString(1)), ("@name", name));
        return
        [
            .. claims.GroupBy(claim => claim.Record, claim => claim.Claim).SelectMany(record => Found(record.Key) is { } found ? NamesIn(found, record.ToHashSet(StringComparer.Ordinal)) : [])
                .Where(other => other != name).CountBy(other => other, StringComparer.Ordinal)
                .OrderByDescending(other => other.Value).ThenBy(other => other.Key, StringComparer.Ordinal).Take(most).Select(other => new FacetValue(other.Key, other.Value)),
        ];
    }

    /// <summary>A record; null where it is damaged: its names do not count then.</summary>
    private Record? Found(string id)
    {
        try
        {
            return store.Find(id);
        }
        catch (DamagedRecordException)
        {
            return null;
        }
    }

    private static IEnumerable<string> NamesIn(Record record, HashSet<string> claims)
    {
        var names = record.Entities.ToDictionary(entity => entity.Id, entity => entity.ComparedName, StringComparer.Ordinal);
        return record.Claims.Where(claim => claims.Contains(claim.Id))
            .SelectMany(claim => record.Mentions.Where(mention => mention.Entity is not null && claim.Span.Contains(mention.Span)))
            .Select(mention => names[mention.Entity!]);
    }

    private static readonly string[] Statuses = ["asserted", "possible", "planned", "denied", "hypothetical", "notStated"];
}

/// <summary>A source, and how often it speaks.</summary>
public sealed record SourceHit
{
    /// <summary>Name of its entity, or the words that name it.</summary>
    public required string Name { get; init; }

    /// <summary>What sort of source.</summary>
    public string? Kind { get; init; }

    /// <summary>Claims on its word.</summary>
    public required long Claims { get; init; }

    /// <summary>Documents with such claims.</summary>
    public required long Documents { get; init; }

    /// <summary>Claims that come through another source.</summary>
    public required long SecondHand { get; init; }

    /// <summary>First ISO day of publication.</summary>
    public string? First { get; init; }

    /// <summary>Last ISO day of publication.</summary>
    public string? Last { get; init; }

    /// <summary>Its claims by status.</summary>
    public required ImmutableArray<FacetValue> Statuses { get; init; }
}

/// <summary>What is known of one source.</summary>
public sealed record SourceProfile
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Sources through whom it is quoted, outermost first.</summary>
    public required ImmutableArray<FacetValue> Through { get; init; }

    /// <summary>The words that name it.</summary>
    public required ImmutableArray<FacetValue> CalledSo { get; init; }

    /// <summary>Lemmas of the cues that tie its words to it.</summary>
    public required ImmutableArray<FacetValue> Cues { get; init; }

    /// <summary>Names in its claims.</summary>
    public required ImmutableArray<FacetValue> About { get; init; }

    /// <summary>Who prints it.</summary>
    public required ImmutableArray<FacetValue> Publishers { get; init; }
}
