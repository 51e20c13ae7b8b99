using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime.Text;
using OnRecord.Archive.Families;
using OnRecord.Archive.FullText;

namespace OnRecord.Archive.Schema;

/// <summary>The rows of a record: its own, and those lifted out of its JSON.</summary>
internal static class RecordRows
{
    /// <summary>Characters of a title that is made of how a text begins.</summary>
    public const int TitleLength = 90;

    /// <summary>Columns of a record's own row that are made of it.</summary>
    public static readonly ImmutableArray<string> OwnColumns =
        ["record_id", "kind", "language", "headline", "title", "publisher", "published", "uri", "text_sha256", "words", "shingles", "format"];

    /// <summary>What a document is called where it has no headline: how its text begins.</summary>
    public static string Title(string? headline, string text) => headline ?? (text.Length <= TitleLength ? text : text[..(char.IsHighSurrogate(text[TitleLength - 1]) ? TitleLength - 1 : TitleLength)]);

    /// <summary>A document's headline, or null.</summary>
    public static string? Headline(Document document) => document.First(BlockRole.Headline)?.Span.Of(document.Text);

    /// <summary>The kept shingles of a document by which its copies are known: only articles have any.</summary>
    public static long[] ShinglesOf(Document document) => document.Kind == DocumentKind.Article ? Shingles.Of(document.Text) : [];

    /// <summary>SHA-256 of a document's text.</summary>
    public static string TextHash(Document document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text)));

    /// <summary>A name as <see cref="Voices"/> holds it, to be looked for there: whole words one after the other; empty where it has none.</summary>
    public static string Voice(string name) => WordFolding.Line(name) is { Length: > 0 } words ? $" {words} " : "";

    /// <summary>The names of a source's entity and the words that name it, folded, with blanks around each; empty where there is no source.</summary>
    public static string Voices(params IEnumerable<string?> names) => string.Concat(names.Select(name => Voice(name ?? "")));

    /// <summary>The values of <see cref="OwnColumns"/>.</summary>
    /// <param name="record">The record.</param>
    /// <param name="uri">Address of its page.</param>
    /// <param name="shingles">How many shingles of it are kept.</param>
    public static object?[] Own(Record record, string? uri, int shingles)
    {
        var document = record.Document;
        var headline = Headline(document);
        return
        [
            record.Id, JsonNamingPolicy.CamelCase.ConvertName(document.Kind.ToString()), document.Language, headline, Title(headline, document.Text), document.Publisher,
            document.Published is { } published ? LocalDatePattern.Iso.Format(published.Value) : null, document.Page.Uri ?? uri, TextHash(document),
            (long)Shingles.WordsOf(document.Text).Count(), (long)shingles, Record.Format,
        ];
    }

    /// <summary>Fills the tables for a record whose own row is there.</summary>
    /// <param name="database">The archive.</param>
    /// <param name="record">Number of its row.</param>
    /// <param name="lifted">What its JSON holds.</param>
    /// <param name="headline">Its headline.</param>
    public static void Add(Database database, long record, Lifted lifted, string? headline)
    {
        Add(database, record, lifted.Tables);
        database.Words.Add(record, headline, lifted.Text, lifted.Names);
    }

    /// <summary>Fills what the script <c>people</c> has added to the tables of an archive that an earlier release made; what is damaged is left to be made anew.</summary>
    public static void FillPeople(Database database)
    {
        foreach (var record in database.Rows("SELECT record FROM body", row => row.GetInt64(0)))
        {
            if (Lifted.IfWhole(database.Scalar<string>("SELECT json FROM body WHERE record = @record", ("@record", record))) is { } lifted)
            {
                Set("entity", "compared", "who", "joined");
                Set("claim", "speaker");
                Add(database, record, lifted.Tables.Where(table => table.Table == "part"));
                void Set(string name, params string[] columns)
                {
                    var table = lifted.Tables.Single(table => table.Table == name);
                    var sql = $"UPDATE {name} SET {string.Join(", ", columns.Select(column => $"{column} = @{column}"))} WHERE record = @record AND {table.Columns[0]} = @key";
                    foreach (var row in table.Rows)
                    {
                        database.Repeat(sql, [("@record", record), ("@key", row[0]), .. columns.Select(column => ("@" + column, row[table.Columns.IndexOf(column)]))]);
                    }
                }
            }
        }
    }

    private static void Add(Database database, long record, IEnumerable<LiftedRows> tables)
    {
        foreach (var table in tables)
        {
            var sql = $"INSERT INTO {table.Table} (record, {string.Join(", ", table.Columns.Select(Quoted))}) VALUES (@record, {string.Join(", ", table.Columns.Select(column => "@" + column))})";
            foreach (var row in table.Rows)
            {
                database.Repeat(sql, [("@record", record), .. table.Columns.Zip(row, (column, value) => ("@" + column, value))]);
            }
        }
    }

    /// <summary>A column's name as statements take it: some are words of SQL.</summary>
    public static string Quoted(string column) => $"\"{column}\"";
}
