using System.Collections.Immutable;
using OnRecord.Archive.Schema;
using OnRecord.Archive.Stories;

namespace OnRecord.Archive.Search;

/// <summary>A document of a story.</summary>
/// <param name="Record">Id of its record.</param>
/// <param name="Page">The name under which its page was added first.</param>
/// <param name="Title">Its headline, or how its text begins.</param>
/// <param name="Publisher">Who prints it, or null.</param>
/// <param name="Published">Its day of publication, or null.</param>
/// <param name="Copies">Copies and edited copies of it, in the order of their days; none for a copy.</param>
public sealed record StoryDocument(string Record, string Page, string Title, string? Publisher, string? Published, ImmutableArray<StoryDocument> Copies);

/// <summary>Documents about one event.</summary>
/// <param name="Id">Id of its earliest record. The id of any of its records leads to it.</param>
/// <param name="Title">The headline of the document that most of the others are most like; where none has a headline, how that one begins.</param>
/// <param name="Earliest">First day of publication that is known.</param>
/// <param name="Latest">Last day of publication that is known.</param>
/// <param name="Terms">Terms that most of its documents share, those of most weight first.</param>
/// <param name="Publishers">Who prints its documents and their copies, and how many of them, most first.</param>
/// <param name="Documents">Its documents in the order of their days, each with its copies.</param>
public sealed record Story(
    string Id, string Title, string? Earliest, string? Latest, ImmutableArray<string> Terms, ImmutableArray<FacetValue> Publishers, ImmutableArray<StoryDocument> Documents);

/// <summary>Finds stories: documents about one event, copies folded.</summary>
public sealed class StorySearch(RecordStore store)
{
    /// <summary>Most terms that are told of a story.</summary>
    private const int MostTerms = 8;

    private readonly Database _database = store.Database;

    /// <summary>How many stories of two documents or more, copies not counted, have one that the query finds; more than <see cref="RecordSearch.MostCounted"/> are not told apart.</summary>
    public long Count(SearchQuery query) => _database.Rows(
        $"SELECT count(*) FROM (SELECT story FROM story WHERE {Matched(query)} GROUP BY story HAVING count(*) > 1 LIMIT {RecordSearch.MostCounted + 1}) AS stories", row => row.GetInt64(0), query)[0];

    /// <summary>Stories of two documents or more, copies not counted, that have one that the query finds, the newest first.</summary>
    public ImmutableArray<Story> Stories(SearchQuery query, int most, int skip = 0) => Of(_database.Rows(
        $"SELECT story FROM story JOIN record ON record.id = story.record WHERE {Matched(query)} GROUP BY story HAVING count(*) > 1 ORDER BY max(day) DESC, count(*) DESC, min(record_id) LIMIT @most OFFSET @skip",
        row => row.GetInt64(0), query, ("@most", (long)most), ("@skip", RecordSearch.Wanted(0, skip))));

    /// <summary>The story of a record, of one document or more; null where the record has none: it is no article, or not in English.</summary>
    public Story? Find(string recordId) => Of(_database.Rows(
        "SELECT story FROM record JOIN family AS own ON own.record = record.id JOIN family AS kin ON kin.family = own.family JOIN story ON story.record = kin.record WHERE record_id = @id",
        row => row.GetInt64(0), ("@id", recordId))).FirstOrDefault();

    /// <summary>The condition that the row <c>story</c> is of a story with a document that the query finds.</summary>
    private string Matched(SearchQuery query) => RecordSearch.MatchedRecords(_database, query) is var condition && condition == Conditions.Any
        ? condition
        : $"story.story IN (SELECT found.story FROM record JOIN story AS found ON found.record = record.id WHERE {condition})";

    private sealed record Member(long Story, long Standing, long Record, bool HasHeadline, StoryDocument Document);

    /// <summary>Stories by their numbers, in that order.</summary>
    internal ImmutableArray<Story> Of(List<long> stories)
    {
        var listed = Database.Listed(stories);
        var members = _database.Rows(
            "SELECT story.story, story.record, record.id, record.record_id, page.name, record.title, record.publisher, record.published, record.headline FROM story JOIN family AS own ON own.record = story.record "
            + "JOIN family AS kin ON kin.family = own.family JOIN record ON record.id = kin.record JOIN page ON page.id = record.page "
            + $"WHERE story.story IN (SELECT value FROM {_database.Numbers("@stories")}) ORDER BY {StoryRows.InOrder}",
            row => new Member(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), !row.IsDBNull(8), new StoryDocument(row.GetString(3), row.GetString(4), row.GetString(5), row.Text(6), row.Text(7), [])),
            ("@stories", listed)).ToLookup(member => member.Story);
        var liked = _database.Rows(
            "SELECT other, count(*) FROM story JOIN story_near ON story_near.record = story.record JOIN story AS theirs ON theirs.record = other AND theirs.story = story.story "
            + $"WHERE story.story IN (SELECT value FROM {_database.Numbers("@stories")}) GROUP BY other", row => (Record: row.GetInt64(0), Count: row.GetInt64(1)), ("@stories", listed))
            .ToDictionary(row => row.Record, row => row.Count);
        var terms = _database.Rows(
            $"SELECT story, term, count(*), CAST(sum(weight) AS bigint) FROM story JOIN story_term ON story_term.record = story.record WHERE story IN (SELECT value FROM {_database.Numbers("@stories")}) GROUP BY story, term HAVING count(*) > 1",
            row => (Story: row.GetInt64(0), Term: row.GetString(1), Count: row.GetInt64(2), Weight: row.GetInt64(3)), ("@stories", listed)).ToLookup(row => row.Story);
        return [.. stories.Select(story => Of([.. members[story]], liked, terms[story].Select(term => (term.Term, term.Count, term.Weight))))];
    }

    private static Story Of(List<Member> members, Dictionary<long, long> liked, IEnumerable<(string Term, long Count, long Weight)> terms)
    {
        var copies = members.Where(member => member.Record != member.Standing).ToLookup(member => member.Standing, member => member.Document);
        var standing = members.Where(member => member.Record == member.Standing).ToList();
        var days = members.Select(member => member.Document.Published).OfType<string>().ToList();
        return new Story(
            standing[0].Document.Record,
            standing.MaxBy(member => (member.HasHeadline, liked.GetValueOrDefault(member.Record)))!.Document.Title,
            days.Min(StringComparer.Ordinal),
            days.Max(StringComparer.Ordinal),
            [.. terms.Where(term => 2 * term.Count > standing.Count).OrderByDescending(term => term.Weight).ThenBy(term => term.Term, StringComparer.Ordinal).Take(MostTerms).Select(term => term.Term)],
            [.. members.Select(member => member.Document.Publisher).OfType<string>().CountBy(name => name).OrderByDescending(name => name.Value).ThenBy(name => name.Key, StringComparer.Ordinal).Select(name => new FacetValue(name.Key, name.Value))],
            [.. standing.Select(member => member.Document with { Copies = [.. copies[member.Record]] })]);
    }
}
