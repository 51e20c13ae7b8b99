using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OnRecord.Archive.Schema;

namespace OnRecord.Archive;

/// <summary>Checks that an archive is what it says: hashes, spans, counts, and the database itself.</summary>
public static class Verification
{
    /// <summary>Tables lifted from a record's JSON, and the field that each comes from.</summary>
    private static readonly (string Table, string Field)[] Lifted = [("entity", "entities"), ("time", "times"), ("quantity", "quantities"), ("attribution", "attributions"), ("claim", "claims")];

    /// <summary>What is wrong, a line each; none where all holds.</summary>
    public static ImmutableArray<string> Check(RecordStore store)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        var database = store.Database;
        try
        {
            problems.AddRange(database.Problems());
            problems.AddRange(database.Words.Problems());
            foreach (var id in database.Rows("SELECT id FROM page ORDER BY id", row => row.GetInt64(0)))
            {
                if (store.Page(id) is null)
                {
                    problems.Add($"page {database.Scalar<string>("SELECT sha256 FROM page WHERE id = @id", ("@id", id))}: its bytes are damaged or not those of its hash");
                }
            }

            foreach (var id in database.Rows("SELECT id FROM record ORDER BY id", row => row.GetInt64(0)))
            {
                CheckRecord(database, id, problems);
            }
        }
        catch (ArchiveException e)
        {
            problems.Add("database: " + e.Message);
        }

        return problems.ToImmutable();
    }

    private static void CheckRecord(Database database, long id, ImmutableArray<string>.Builder problems)
    {
        var (recordId, json, page) = database.Rows(
            "SELECT record_id, coalesce(json, ''), page.sha256 FROM record LEFT JOIN body ON body.record = record.id JOIN page ON page.id = record.page WHERE record.id = @id", row => (row.GetString(0), row.GetString(1), row.GetString(2)), ("@id", id))[0];
        try
        {
            // Writing makes the text's hash and the characters of every span anew, so an altered one shows.
            var record = RecordJson.Read(json);
            if (RecordJson.Write(record) != json)
            {
                problems.Add($"record {recordId}: a span, the text or its hash has been altered");
            }

            if (record.Document.Page.Sha256 != page || record.Id != recordId)
            {
                problems.Add($"record {recordId}: it is not of the page that it stands with");
            }
        }
        catch (RecordFormatException e)
        {
            problems.Add($"record {recordId}: {e.Message}");
        }

        CheckLifted(database, id, recordId, json, problems);
    }

    /// <summary>Compares how many rows each table has of a record with how many its JSON tells of.</summary>
    private static void CheckLifted(Database database, long id, string recordId, string json, ImmutableArray<string>.Builder problems)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            foreach (var (table, field) in Lifted)
            {
                var all = document.RootElement.GetProperty(field).EnumerateArray();
                var told = field is "times" or "quantities" ? all.Count() : all.DistinctBy(one => one.GetProperty("id").GetString()).Count();
                var rows = database.Scalar<long>($"SELECT count(*) FROM {table} WHERE record = @id", ("@id", id));
                if (rows != told)
                {
                    problems.Add(string.Create(CultureInfo.InvariantCulture, $"record {recordId}: {told} {field} in the record, {rows} in the table"));
                }
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            problems.Add($"record {recordId}: its JSON is damaged");
        }
    }
}
