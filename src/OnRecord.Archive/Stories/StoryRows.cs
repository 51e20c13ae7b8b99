using System.Collections.Immutable;
using System.Globalization;
using OnRecord.Archive.Schema;

namespace OnRecord.Archive.Stories;

/// <summary>The tables of stories: which documents have one, their terms, and whom each names.</summary>
internal sealed class StoryRows(Database database)
{
    /// <summary>Articles whose language is known well enough: <see cref="StoryTerms.Knows"/>.</summary>
    private const string IsEligible = "record.kind = 'article' AND (record.language = 'en' OR record.language LIKE 'en-%')";

    /// <summary>The order of documents in a story: by day of publication, then by id.</summary>
    public const string InOrder = "record.published IS NULL, record.published, record.record_id";

    /// <summary>All members of the families of some records, and the earliest article of each family, which stands for it.</summary>
    public (List<long> Members, List<long> Earliest) Families(IEnumerable<long> records)
    {
        var members = database.Rows(
            $"SELECT family.family, record.id, CASE WHEN {IsEligible} THEN 1 ELSE 0 END FROM family JOIN record ON record.id = family.record "
            + $"WHERE family.family IN (SELECT family FROM family WHERE record IN (SELECT value FROM {database.Numbers("@records")})) ORDER BY {InOrder}",
            row => (Family: row.GetInt64(0), Record: row.GetInt64(1), IsEligible: Convert.ToInt64(row.GetValue(2), CultureInfo.InvariantCulture) == 1),
            ("@records", Database.Listed(records)));
        return ([.. members.Select(member => member.Record)], [.. members.Where(member => member.IsEligible).DistinctBy(member => member.Family).Select(member => member.Record)]);
    }

    /// <summary>Those of some records that have a story.</summary>
    public List<long> Standing(IEnumerable<long> records) =>
        database.Rows($"SELECT record FROM story WHERE record IN (SELECT value FROM {database.Numbers("@records")}) ORDER BY record", row => row.GetInt64(0), ("@records", Database.Listed(records)));

    /// <summary>A stored record; null where it is damaged or of another release's form: then nothing is known of its terms.</summary>
    public Record? Read(long record)
    {
        var stored = database.Rows("SELECT json, format FROM body JOIN record ON record.id = body.record WHERE body.record = @record", row => (Json: row.GetString(0), Format: row.GetString(1)), ("@record", record));
        try
        {
            return stored is [var (json, format)] && format == Record.Format ? RecordJson.Read(json) : null;
        }
        catch (Exception e) when (Damage.Is(e))
        {
            return null;
        }
    }

    /// <summary>A record's id.</summary>
    public string RecordId(long record) => database.Scalar<string>("SELECT record_id FROM record WHERE id = @record", ("@record", record));

    /// <summary>The day of publication as a number; 0 where it is not known.</summary>
    public long Day(long record) => database.Scalar<string?>("SELECT published FROM record WHERE id = @record", ("@record", record)) is { } published
        && DateOnly.TryParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.DayNumber : 0;

    /// <summary>The terms that are kept of a record, in the order of their words, with the day that stands with each.</summary>
    public List<(StoryTerm Term, long Day)> Terms(long record) => database.Rows(
        "SELECT term, weight, name, day FROM story_term WHERE record = @record ORDER BY term",
        row => (new StoryTerm(row.GetString(0), row.GetInt32(1), row.GetInt32(2) == 1), row.GetInt64(3)), ("@record", record));

    /// <summary>Puts a record in, in a story of its own.</summary>
    public void Add(long record, IEnumerable<StoryTerm> terms)
    {
        var day = Day(record);
        database.Repeat("INSERT INTO story VALUES (@record, @record, @day)", ("@record", record), ("@day", day));
        foreach (var term in terms)
        {
            database.Repeat(
                "INSERT INTO story_term VALUES (@term, @day, @record, @weight, @name)",
                ("@term", term.Word), ("@day", day), ("@record", record), ("@weight", (long)term.Weight), ("@name", term.IsName ? 1L : 0L));
        }
    }

    /// <summary>Takes a record out, and its name out of the lists of others.</summary>
    public void Remove(long record)
    {
        database.Repeat("DELETE FROM story_near WHERE record = @record", ("@record", record));
        database.Repeat("DELETE FROM story_near WHERE other = @record", ("@record", record));
        database.Repeat("DELETE FROM story_term WHERE record = @record", ("@record", record));
        database.Repeat("DELETE FROM story WHERE record = @record", ("@record", record));
    }

    /// <summary>The documents near in time that are as like a record as they must be.</summary>
    /// <param name="record">The record.</param>
    /// <param name="least">Least cosine of their terms, in thousandths.</param>
    /// <param name="names">How much of it names must make.</param>
    /// <param name="window">Days that may lie between them.</param>
    public List<Near> Candidates(long record, int least, int names, int window) => database.Rows(
        $"SELECT theirs.record, record.record_id, sum(own.weight * theirs.weight) / 1000 FROM story_term AS own {database.JoinInOrder} story_term AS theirs ON theirs.term = own.term "
        + "AND theirs.day BETWEEN own.day - @window AND own.day + @window AND theirs.record <> own.record JOIN record ON record.id = theirs.record "
        + "WHERE own.record = @record GROUP BY theirs.record, record.record_id HAVING sum(own.weight * theirs.weight) >= 1000 * @least "
        + "AND sum(own.weight * theirs.weight * own.name * theirs.name) >= 1000 * @names",
        row => new Near(row.GetInt64(0), row.GetString(1), (int)row.GetInt64(2)), ("@record", record), ("@least", (long)least), ("@names", (long)names), ("@window", (long)window));

    /// <summary>The documents that are most like some terms, whatever their days.</summary>
    /// <param name="terms">Terms of a text that is no record.</param>
    /// <param name="least">Least cosine, in thousandths.</param>
    /// <param name="most">Most documents.</param>
    public ImmutableArray<Near> Like(ImmutableArray<StoryTerm> terms, int least, int most)
    {
        var likeness = new Dictionary<long, long>();
        foreach (var term in terms)
        {
            foreach (var (record, weight) in database.Rows("SELECT record, weight FROM story_term WHERE term = @term", row => (row.GetInt64(0), row.GetInt64(1)), ("@term", term.Word)))
            {
                likeness[record] = likeness.GetValueOrDefault(record) + weight * term.Weight;
            }
        }

        // Those that are equally like are put in order by their ids, which are read for the first of them only.
        var enough = likeness.Where(one => one.Value >= 1000L * least).OrderByDescending(one => one.Value / 1000).ThenBy(one => one.Key).Take(2 * most);
        return [.. enough.Select(one => new Near(one.Key, RecordId(one.Key), (int)(one.Value / 1000))).Order().Take(most)];
    }

    /// <summary>Whom some records name.</summary>
    public Dictionary<long, List<Near>> Lists(IEnumerable<long> records) => database
        .Rows(
            $"SELECT story_near.record, other, record_id, likeness FROM story_near JOIN record ON record.id = other WHERE story_near.record IN (SELECT value FROM {database.Numbers("@records")})",
            row => (Record: row.GetInt64(0), Near: new Near(row.GetInt64(1), row.GetString(2), (int)row.GetInt64(3))), ("@records", Database.Listed(records)))
        .GroupBy(row => row.Record, row => row.Near).ToDictionary(list => list.Key, list => list.ToList());

    /// <summary>Whom a record names.</summary>
    public List<Near> List(long record) => Lists([record]).GetValueOrDefault(record, []);

    /// <summary>Who names a record.</summary>
    public List<long> Naming(long record) => database.Rows("SELECT record FROM story_near WHERE other = @record", row => row.GetInt64(0), ("@record", record));

    /// <summary>Gives a record another list.</summary>
    public void Replace(long record, IEnumerable<Near> list)
    {
        database.Repeat("DELETE FROM story_near WHERE record = @record", ("@record", record));
        foreach (var near in list)
        {
            Exchange(record, null, near);
        }
    }

    /// <summary>Puts a document into a record's list, in the place of another where the list is full.</summary>
    public void Exchange(long record, long? last, Near entry)
    {
        if (last is { } gone)
        {
            database.Repeat("DELETE FROM story_near WHERE record = @record AND other = @other", ("@record", record), ("@other", gone));
        }

        database.Repeat("INSERT INTO story_near VALUES (@record, @other, @likeness)", ("@record", record), ("@other", entry.Record), ("@likeness", (long)entry.Likeness));
    }

    /// <summary>All documents of the stories of some records, each with the number of its story.</summary>
    public Dictionary<long, long> Companions(IEnumerable<long> records) => database
        .Rows(
            $"SELECT record, story FROM story WHERE story IN (SELECT story FROM story WHERE record IN (SELECT value FROM {database.Numbers("@records")}))",
            row => (Record: row.GetInt64(0), Story: row.GetInt64(1)), ("@records", Database.Listed(records)))
        .ToDictionary(row => row.Record, row => row.Story);

    /// <summary>Puts a record into a story.</summary>
    public void Label(long record, long story) => database.Repeat("UPDATE story SET story = @story WHERE record = @record", ("@record", record), ("@story", story));
}
