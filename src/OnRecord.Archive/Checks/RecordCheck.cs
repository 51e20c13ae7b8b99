using System.Globalization;
using OnRecord.Archive.Families;
using OnRecord.Archive.Schema;
using OnRecord.Archive.Stories;

namespace OnRecord.Archive.Checks;

/// <summary>Checks a record: its JSON by its hash and by writing it anew, and all rows that are made of it by making them again.</summary>
internal static class RecordCheck
{
    /// <summary>Differences of one table that are told of one record.</summary>
    private const int MostTold = 3;

    private sealed record Stored(string RecordId, string? Json, string? Hash, string Format, long Page, string PageHash, string? Uri, string Maker);

    /// <summary>What is wrong with a record, a line each.</summary>
    public static IReadOnlyList<string> Problems(Database database, long id)
    {
        var problems = new List<string>();
        var stored = Of(database, id);
        try
        {
            if (stored.Json is not { } json || Lifted.IfWhole(json) is not { } lifted)
            {
                problems.Add("its JSON is damaged");
            }
            else if (stored.Format != Record.Format)
            {
                problems.AddRange(Proofs.OfJson(json) == stored.Hash ? [] : [Altered]);
                problems.Add($"was made by another release ({stored.Format}; this one reads {Record.Format}), so its rows cannot be compared; run 'onrecord reread'");
            }
            else
            {
                CheckJson(stored, json, problems);
                CheckOwn(database, id, stored, json, problems);
                CheckLifted(database, id, lifted, problems);
                problems.AddRange(database.TextOf(id) is { } text && text != FullText.WordFolding.Storable(lifted.Text) ? ["the text beside its JSON is not the record's"] : []);
            }
        }
        catch (Exception e) when (Damage.Is(e) || e is ArchiveException)
        {
            problems.Add(e.Message);
        }

        // What another release wrote may be another thing than this one would write.
        var (anew, known) = ($" ({stored.Maker} made it: 'onrecord reread' makes it anew)", Maker.Current);
        return [.. problems.Select(problem => $"record {stored.RecordId}: {problem}{(stored.Maker == known ? "" : anew)}")];
    }

    /// <summary>The text of a record whose rows are those that were indexed; null where that cannot be told.</summary>
    public static string? TextIfWhole(Database database, long id)
    {
        var stored = Of(database, id);
        if (stored.Json is not { } json || Proofs.OfJson(json) != stored.Hash)
        {
            return null;
        }

        return (stored.Format != Record.Format || Problems(database, id).Count == 0) && Lifted.IfWhole(json) is { } lifted ? lifted.Text : null;
    }

    private const string Altered = "its JSON has been altered: it is not that of its hash";

    private static Stored Of(Database database, long id) => database.Rows(
        "SELECT record_id, json, body.sha256, format, page.id, page.sha256, page.uri, maker FROM record LEFT JOIN body ON body.record = record.id JOIN page ON page.id = record.page WHERE record.id = @id",
        row => new Stored(row.GetString(0), row.Text(1), row.Text(2), row.GetString(3), row.GetInt64(4), row.GetString(5), row.Text(6), row.GetString(7)), ("@id", id)) is [var stored]
        ? stored
        : new Stored(id.ToString(CultureInfo.InvariantCulture), null, null, "", 0, "", null, Maker.Current);

    private static void CheckJson(Stored stored, string json, List<string> problems)
    {
        if (Proofs.OfJson(json) != stored.Hash)
        {
            problems.Add(Altered);
        }

        // Writing makes the text's hash and the characters of every span anew.
        var record = RecordJson.Read(json);
        if (RecordJson.Write(record) != json)
        {
            problems.Add("a span, the text or its hash has been altered");
        }

        if (record.Document.Page.Sha256 != stored.PageHash || record.Id != stored.RecordId)
        {
            problems.Add("it is not of the page that it stands with");
        }
    }

    private static void CheckOwn(Database database, long id, Stored stored, string json, List<string> problems)
    {
        var record = RecordJson.Read(json);
        var shingles = RecordRows.ShinglesOf(record.Document);
        var own = new LiftedRows("record", RecordRows.OwnColumns, [RecordRows.Own(record, stored.Uri, shingles.Length)]);
        problems.AddRange(Differences(own, Rows(database, own, "id", id)));
        var kept = database.Scalar<long>(
            $"SELECT count(*) FROM {database.Numbers("@hashes")} JOIN shingle ON shingle.hash = value AND shingle.record = @record", ("@hashes", Database.Listed(shingles)), ("@record", id));
        if (kept != database.Scalar<long>("SELECT indexed FROM record WHERE id = @id", ("@id", id)))
        {
            problems.Add("shingles by which copies are known are missing");
        }

        var finder = new FamilyFinder(database);
        var likeness = record.Document.Kind == DocumentKind.Article ? finder.Earlier(id, RecordRows.TextHash(record.Document), shingles) : [];
        var told = database.Rows(
            "SELECT other, containment, resemblance FROM likeness WHERE record = @record ORDER BY other",
            row => new FamilyFinder.Likeness(row.GetInt64(0), row.GetDouble(1), row.GetDouble(2)), ("@record", id));
        if (!told.SequenceEqual(likeness.OrderBy(kin => kin.Other)))
        {
            problems.Add("its likeness to other records is not what their texts say");
        }

        var stories = new StoryRows(database);
        var terms = stories.Standing([id]) is [] ? [] : StoryTerms.Of(record, DocumentFrequencies.English);
        var day = stories.Day(id);
        if (!stories.Terms(id).SequenceEqual(terms.Select(term => (term, day))))
        {
            problems.Add("the terms by which its story is known are not those of its text");
        }
    }

    private static void CheckLifted(Database database, long id, Lifted lifted, List<string> problems)
    {
        foreach (var table in lifted.Tables)
        {
            problems.AddRange(Differences(table, Rows(database, table, "record", id)));
        }
    }

    private static List<object?[]> Rows(Database database, LiftedRows expected, string key, long id) => database.Rows(
        $"SELECT {string.Join(", ", expected.Columns.Select(RecordRows.Quoted))} FROM {expected.Table} WHERE {key} = @record{(expected.Table == "claim" ? " ORDER BY id" : "")}",
        row => Enumerable.Range(0, expected.Columns.Length).Select(column => row.IsDBNull(column) ? null : row.GetValue(column)).ToArray(),
        ("@record", id));

    private static IEnumerable<string> Differences(LiftedRows expected, List<object?[]> found)
    {
        if (found.Count != expected.Rows.Length)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{expected.Rows.Length} {Many(expected.Table)} in the record, {found.Count} in the table");
            yield break;
        }

        var rows = found.GroupBy(row => row[0]).ToDictionary(group => group.Key ?? "", group => group.First());
        var told = 0;
        foreach (var row in expected.Rows)
        {
            var has = rows.GetValueOrDefault(row[0]!);
            var column = has is null ? 0 : Enumerable.Range(0, row.Length).FirstOrDefault(place => !IsSame(row[place], has[place]), -1);
            if (column >= 0 && ++told <= MostTold)
            {
                yield return $"{expected.Table} {row[0]}: {expected.Columns[column]} is not what the record says";
            }
        }

        if (told > MostTold)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{told - MostTold} more rows of {expected.Table} are not what the record says");
        }

        if (told == 0 && expected.Table == "claim" && !expected.Rows.Select(row => row[0]).SequenceEqual(found.Select(row => row[0])))
        {
            yield return "its claims are not in the order of the text";
        }
    }

    private static bool IsSame(object? expected, object? found) => (expected, found) switch
    {
        (string text, string other) => FullText.WordFolding.Storable(text) == FullText.WordFolding.Storable(other),
        _ => Equals(expected, found),
    };

    private static string Many(string table) => table switch { "entity" => "entities", "quantity" => "quantities", _ => table + "s" };
}
