using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
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
        var connection = store.Connection;
        try
        {
            problems.AddRange(connection.Rows("PRAGMA integrity_check", row => row.GetString(0)).Where(line => line != "ok").Select(line => "database: " + line));
            problems.AddRange(connection.Rows("PRAGMA foreign_key_check", row => $"database: a row of {row.GetString(0)} belongs to nothing"));
            CheckFullText(connection, problems);
            foreach (var id in connection.Rows("SELECT id FROM page ORDER BY id", row => row.GetInt64(0)))
            {
                if (store.Page(id) is null)
                {
                    problems.Add($"page {connection.Scalar<string>("SELECT sha256 FROM page WHERE id = $id", ("$id", id))}: its bytes are damaged or not those of its hash");
                }
            }

            foreach (var id in connection.Rows("SELECT id FROM record ORDER BY id", row => row.GetInt64(0)))
            {
                CheckRecord(connection, id, problems);
            }
        }
        catch (SqliteException e)
        {
            problems.Add("database: " + e.Message);
        }

        return problems.ToImmutable();
    }

    private static void CheckFullText(SqliteConnection connection, ImmutableArray<string>.Builder problems)
    {
        foreach (var table in new[] { "record_words", "claim_words" })
        {
            try
            {
                connection.Execute($"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)");
            }
            catch (SqliteException)
            {
                problems.Add($"full text: {table} does not hold the words of its rows");
            }
        }

        if (connection.Scalar<long>("SELECT count(*) FROM record WHERE id NOT IN (SELECT rowid FROM record_letters)") is var missing and > 0)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"full text: record_letters lacks {missing} records"));
        }
    }

    private static void CheckRecord(SqliteConnection connection, long id, ImmutableArray<string>.Builder problems)
    {
        var (recordId, json, page) = connection.Rows(
            "SELECT record_id, coalesce(json, ''), page.sha256 FROM record LEFT JOIN body ON body.record = record.id JOIN page ON page.id = record.page WHERE record.id = $id", row => (row.GetString(0), row.GetString(1), row.GetString(2)), ("$id", id))[0];
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
        catch (FormatException e)
        {
            problems.Add($"record {recordId}: {e.Message}");
        }

        foreach (var (table, field) in Lifted)
        {
            var (rows, told) = (connection.Scalar<long>($"SELECT count(*) FROM {table} WHERE record = $id", ("$id", id)),
                connection.Scalar<long>(
                    field is "times" or "quantities" ? $"SELECT json_array_length(json, '$.{field}') FROM body WHERE record = $id"
                    : $"SELECT count(DISTINCT value ->> 'id') FROM json_each((SELECT json FROM body WHERE record = $id), '$.{field}')", ("$id", id)));
            if (rows != told)
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"record {recordId}: {told} {field} in the record, {rows} in the table"));
            }
        }
    }
}
