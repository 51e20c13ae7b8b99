using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OnRecord.Archive.Schema;

/// <summary>
/// Hashes that are written with what they prove: of a page's columns and its other names, of each record's JSON, and of which records a page has.
/// </summary>
/// <remarks>They show accidents and edits by hand. Who alters a file and makes the hashes anew is not found out: there is no secret in it.</remarks>
internal static class Proofs
{
    private static readonly string[] PageColumns =
        ["sha256", "name", "uri", "media_type", "charset", "fetched", "warc_record", "warc_digest", "declared", "published", "plain", "maker", "size"];

    /// <summary>SHA-256 of a record's JSON, as <c>body.sha256</c> holds it.</summary>
    public static string OfJson(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <summary>What <c>page.seal</c> must be: the page's columns in order, then its other names by their letters.</summary>
    public static string OfPage(Database database, long page)
    {
        var columns = database.Rows(
            $"SELECT {string.Join(", ", PageColumns)} FROM page WHERE id = @page",
            row => PageColumns.Select((_, column) => row.IsDBNull(column) ? null : Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture)).ToList(),
            ("@page", page)).FirstOrDefault() ?? [];
        var places = database.Rows("SELECT name, uri FROM place WHERE page = @page", row => (Name: row.GetString(0), Uri: row.Text(1)), ("@page", page));
        return Sealed([.. columns, .. places.OrderBy(place => place.Name, StringComparer.Ordinal).SelectMany(place => new[] { place.Name, place.Uri })]);
    }

    /// <summary>What <c>page.records_seal</c> must be.</summary>
    public static string OfRecords(Database database, long page) => Sealed(database
        .Rows(
            "SELECT record_id, sha256 FROM record LEFT JOIN body ON body.record = record.id WHERE page = @page",
            row => (Id: row.GetString(0), Hash: row.Text(1)), ("@page", page))
        .OrderBy(record => record.Id, StringComparer.Ordinal).SelectMany(record => new[] { record.Id, record.Hash }));

    /// <summary>Seals what is told of a page, and which records it has, as they now stand.</summary>
    public static void Seal(Database database, long page)
    {
        database.Execute("UPDATE page SET seal = @seal WHERE id = @page", ("@seal", OfPage(database, page)), ("@page", page));
        SealRecords(database, page);
    }

    /// <summary>Seals which records a page has; what is told of the page keeps the seal that it had.</summary>
    public static void SealRecords(Database database, long page) =>
        database.Execute("UPDATE page SET records_seal = @seal WHERE id = @page", ("@seal", OfRecords(database, page)), ("@page", page));

    /// <summary>What <c>archive.pages</c> must be: the hashes of all pages, of which each can be put in and taken out without the others.</summary>
    public static string OfPages(Database database) => database.Rows("SELECT sha256 FROM page", row => row.GetString(0)).Aggregate(NoPages, Toggled);

    /// <summary>Puts a page's hash into that of all pages, or takes it out.</summary>
    public static void TogglePage(Database database, string sha256) =>
        database.Execute("UPDATE archive SET pages = @pages", ("@pages", Toggled(database.Scalar<string>("SELECT pages FROM archive") ?? NoPages, sha256)));

    /// <summary>Fills what the script <c>proof</c> has added to the tables of an archive that an earlier release made.</summary>
    public static void Fill(Database database)
    {
        foreach (var id in database.Rows("SELECT record FROM body", row => row.GetInt64(0)))
        {
            var json = database.Scalar<string>("SELECT json FROM body WHERE record = @record", ("@record", id));
            database.Execute("UPDATE body SET sha256 = @hash WHERE record = @record", ("@hash", OfJson(json)), ("@record", id));
            database.Execute("UPDATE record SET format = @format WHERE id = @record", ("@format", Format(json)), ("@record", id));
        }

        foreach (var (id, entity, source) in database.Rows(
            "SELECT id, entity, source FROM claim WHERE source IS NOT NULL", row => (row.GetInt64(0), row.Text(1), row.Text(2))))
        {
            database.Repeat("UPDATE claim SET voices = @voices WHERE id = @id", ("@voices", RecordRows.Voices(entity, source)), ("@id", id));
        }

        database.Execute(
            "UPDATE record SET indexed = counted.kept FROM (SELECT record, count(*) AS kept FROM shingle GROUP BY record) AS counted WHERE counted.record = record.id");
        new Families.FamilyFinder(database).Settle();
        foreach (var id in database.Rows("SELECT id FROM page", row => row.GetInt64(0)))
        {
            Seal(database, id);
        }

        database.Execute("UPDATE archive SET pages = @pages", ("@pages", OfPages(database)));
    }

    /// <summary>The form that a record's JSON says it has; it stands first.</summary>
    private static string Format(string json)
    {
        const string Name = "{\"format\":\"";
        return json.StartsWith(Name, StringComparison.Ordinal) && json.IndexOf('"', Name.Length) is > 0 and var end ? json[Name.Length..end] : "unknown";
    }

    private static readonly string NoPages = new('0', 2 * SHA256.HashSizeInBytes);

    private static string Toggled(string pages, string sha256)
    {
        var (one, other) = (Convert.FromHexString(pages), Convert.FromHexString(sha256));
        return one.Length == other.Length ? Convert.ToHexStringLower([.. one.Zip(other, (first, second) => (byte)(first ^ second))]) : throw new FormatException($"{sha256}: is no hash of a page");
    }

    /// <summary>SHA-256 of values, each with its length before it, so that no two lists look the same.</summary>
    private static string Sealed(IEnumerable<string?> values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var value in values)
        {
            var bytes = Encoding.UTF8.GetBytes(value ?? "");
            hash.AppendData(Encoding.ASCII.GetBytes(value is null ? "-," : string.Create(CultureInfo.InvariantCulture, $"{bytes.Length}:")));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
