using System.Collections.Immutable;
using OnRecord.Archive.Schema;

namespace OnRecord.Archive.Search;

/// <summary>Tells all that an archive knows of one person, organisation or other source: what it says, what is told of it, and which documents were joined.</summary>
public sealed class ProfileSearch(RecordStore store)
{
    /// <summary>Documents that name it of which it is looked at what they tell of it; of more those added last.</summary>
    public const int MostDocuments = 2_000;

    /// <summary>Most of its claims of which the names are counted; of more those added last.</summary>
    private const int MostClaims = 1_000;

    /// <summary>Documents that are named for each name.</summary>
    private const int MostOfJoin = 5;

    /// <summary>Parts in a claim that make it one about whoever plays them.</summary>
    private const string Told = "part.role IN ('agent', 'patient', 'recipient', 'attribute')";

    private readonly Database _database = store.Database;

    /// <summary>The profile of one; null where nothing in the archive goes by that.</summary>
    /// <param name="who">By what it is one (<c>person/dana-orlo</c>, also with a country behind: <c>person/dana-orlo/LVA</c>), its name to the letter, or the words for a source without a name.</param>
    /// <param name="most">Most values of each list.</param>
    /// <param name="claims">Most claims of each list.</param>
    public Profile? Find(string who, int most, int claims)
    {
        var (key, country) = Split(who);
        var found = Named(key, country) ?? Unnamed(Who.InWords(who) ?? who);
        return found is null ? null : found.Named ? OfNamed(found, most, claims) : OfUnnamed(found, most, claims);
    }

    /// <summary>Who is asked for.</summary>
    /// <param name="Key">By what it is one.</param>
    /// <param name="Country">Only documents that tell this country; null for all.</param>
    /// <param name="Named">Whether it has a name.</param>
    private sealed record Identity(string Key, string? Country, bool Named)
    {
        /// <summary>What holds of the row <c>claim</c> where it is on its word.</summary>
        public string Says => "claim.speaker = @who" + (Country is null ? "" : " AND claim.record IN (SELECT record FROM entity WHERE who = @who AND country = @country)") + $" AND {Conditions.ReadsAlone}";

        /// <summary>What holds of the row <c>entity</c>.</summary>
        public string Is => "entity.who = @who" + (Country is null ? "" : " AND entity.country = @country");

        public (string, object?)[] Values(params (string, object?)[] others) => [("@who", Key), .. Country is null ? Array.Empty<(string, object?)>() : [("@country", Country)], .. others];
    }

    /// <summary>A key of three parts has the country behind; <c>-</c> is none.</summary>
    private static (string Key, string? Country) Split(string who) => who.Split('/') is [var type, var name, var country] ? ($"{type}/{name}", country == "-" ? null : country) : (who, null);

    private Identity? Named(string key, string? country)
    {
        var whole = Has(key) ? key : _database.Rows("SELECT who, count(*) FROM entity WHERE name = @name AND who IS NOT NULL GROUP BY who ORDER BY 2 DESC, 1 LIMIT 1", row => row.GetString(0), ("@name", key)).FirstOrDefault();
        return whole is null ? null : new Identity(whole, country, true);
    }

    private bool Has(string who) => _database.Scalar<string>("SELECT who FROM entity WHERE who = @who LIMIT 1", ("@who", who)) is not null;

    private Identity? Unnamed(string words) =>
        _database.Scalar<string>("SELECT speaker FROM claim WHERE speaker = @who LIMIT 1", ("@who", words)) is { } speaker ? new Identity(speaker, null, Who.IsNamed(speaker)) : null;

    private Profile OfUnnamed(Identity who, int most, int claims) => Saying(who, who.Key, most, claims);

    private Profile OfNamed(Identity who, int most, int claims)
    {
        var name = PeopleSearch.NameOf(_database, who.Key)!;
        var newest = $"(SELECT record, entity_id FROM entity WHERE {who.Is} ORDER BY record DESC LIMIT {MostDocuments})";
        var told = $"FROM {newest} AS named JOIN part ON part.record = named.record AND part.entity_id = named.entity_id JOIN claim ON claim.record = part.record AND claim.claim_id = part.claim_id JOIN record ON record.id = claim.record "
            + $"WHERE {Told} AND claim.level = 'main' AND (claim.speaker IS NULL OR claim.speaker <> @who)";
        return Saying(who, name, most, claims) with
        {
            Country = who.Country,
            Named = Count($"SELECT count(DISTINCT record) FROM entity WHERE {who.Is}", who),
            Told = Count($"SELECT count(DISTINCT claim.id) {told}", who),
            ToldClaims = Claims(who, $"SELECT claim.id {told} GROUP BY claim.id, record.published, claim.rank ORDER BY record.published DESC NULLS LAST, claim.rank DESC, claim.id LIMIT @most", claims),
            Joins = Joins(who),
            Countries = Values($"SELECT country, count(*) FROM entity WHERE entity.who = @who AND country IS NOT NULL GROUP BY 1", new Identity(who.Key, null, true), most),
            Namesakes = Namesakes(who, name, most),
            Stories = Stories(who, newest, most),
        };
    }

    /// <summary>What it says itself.</summary>
    private Profile Saying(Identity who, string name, int most, int claims) => new()
    {
        Who = who.Key,
        Name = name,
        Claims = Count($"SELECT count(*) FROM claim WHERE {who.Says}", who),
        Through = Values($"SELECT claim.through, count(*) FROM claim WHERE {who.Says} AND claim.through IS NOT NULL GROUP BY 1", who, most),
        CalledSo = Values($"SELECT claim.source, count(*) FROM claim WHERE {who.Says} GROUP BY 1", who, most),
        Cues = Values($"SELECT lemma, count(*) FROM attribution WHERE coalesce(entity, source) IN (SELECT DISTINCT coalesce(claim.entity, claim.source) FROM claim WHERE {who.Says}) GROUP BY 1", who, most),
        Publishers = Values($"SELECT record.publisher, count(*) FROM claim JOIN record ON record.id = claim.record WHERE {who.Says} AND record.publisher IS NOT NULL GROUP BY 1", who, most),
        About =
        [
            .. _database.Rows(
                $"SELECT entity.who, count(*) FROM (SELECT record, claim_id FROM claim WHERE {who.Says} ORDER BY id DESC LIMIT {MostClaims}) AS said JOIN part ON part.record = said.record AND part.claim_id = said.claim_id "
                + "JOIN entity ON entity.record = part.record AND entity.entity_id = part.entity_id WHERE entity.who IS NOT NULL AND entity.who <> @who GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT @most",
                row => (Who: row.GetString(0), Count: row.GetInt64(1)), who.Values(("@most", most)))
            .Select(other => new NamedCount(other.Who, PeopleSearch.NameOf(_database, other.Who)!, other.Count)),
        ],
        SaidClaims = Claims(who, $"SELECT claim.id FROM claim JOIN record ON record.id = claim.record WHERE {who.Says} ORDER BY record.published DESC NULLS LAST, CASE claim.level WHEN 'main' THEN 0 ELSE 1 END, claim.rank DESC, claim.id LIMIT @most", claims),
    };

    /// <summary>The names that were joined, by which rule, and in which documents: those added last.</summary>
    private ImmutableArray<NameJoin> Joins(Identity who) =>
    [
        .. _database.Rows(
            $"SELECT name, joined, country, count(*) FROM entity WHERE {who.Is} GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3 LIMIT 30",
            row => (Name: row.GetString(0), Rule: row.Text(1), Country: row.Text(2), Count: row.GetInt64(3)), who.Values())
        .Select(join => new NameJoin(join.Name, $"{who.Key}/{join.Country ?? "-"}", join.Rule, join.Count,
        [
            .. _database.Rows(
                $"SELECT record_id, title, publisher, published FROM entity JOIN record ON record.id = entity.record WHERE entity.who = @who AND name = @name AND coalesce(joined, '') = @rule AND coalesce(entity.country, '') = @of ORDER BY record.id DESC LIMIT {MostOfJoin}",
                row => new JoinedDocument(row.GetString(0), row.GetString(1), row.Text(2), row.Text(3)),
                ("@who", who.Key), ("@name", join.Name), ("@rule", join.Rule ?? ""), ("@of", join.Country ?? "")),
        ])),
    ];

    /// <summary>Others that are called by one of its names, or by its last name alone: they were not joined.</summary>
    private ImmutableArray<NamedCount> Namesakes(Identity who, string name, int most)
    {
        var single = who.Key.StartsWith("person/", StringComparison.Ordinal) && !Who.IsSingle(who.Key) ? "person/" + who.Key[(who.Key.LastIndexOf('-') + 1)..] : "";
        return
        [
            .. _database.Rows(
                "SELECT who, count(*) FROM entity WHERE who IS NOT NULL AND who <> @who AND (name = @name OR who = @single) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT @most",
                row => (Who: row.GetString(0), Count: row.GetInt64(1)), ("@who", who.Key), ("@name", name), ("@single", single), ("@most", most))
            .Select(other => new NamedCount(other.Who, PeopleSearch.NameOf(_database, other.Who)!, other.Count)),
        ];
    }

    /// <summary>Stories of two documents or more of which two or more name it, copies not counted, the newest first.</summary>
    private ImmutableArray<NamedStory> Stories(Identity who, string newest, int most)
    {
        var found = _database.Rows(
            $"SELECT story.story, count(*) FROM {newest} AS named JOIN story ON story.record = named.record GROUP BY 1 HAVING count(DISTINCT named.record) > 1 ORDER BY max(story.day) DESC, 2 DESC, 1 LIMIT @most",
            row => (Story: row.GetInt64(0), Count: row.GetInt64(1)), who.Values(("@most", most)));
        return [.. new StorySearch(store).Of(found.ConvertAll(story => story.Story)).Zip(found, (story, named) => new NamedStory(story.Id, story.Title, story.Earliest, story.Latest, story.Documents.Length, named.Count))];
    }

    private ImmutableArray<ClaimHit> Claims(Identity who, string sql, int most) => ClaimHits.Of(
        _database, SearchQuery.Parse(""), rows => _database.Rows(sql, row => row.GetInt64(0), who.Values(("@most", rows))), most, 0);

    private long Count(string sql, Identity who) => _database.Scalar<long>(sql, who.Values());

    private ImmutableArray<FacetValue> Values(string sql, Identity who, int most) =>
        [.. _database.Rows($"SELECT * FROM ({sql}) AS counted ORDER BY 2 DESC, 1 LIMIT @most", row => new FacetValue(row.GetString(0), row.GetInt64(1)), who.Values(("@most", most)))];
}
