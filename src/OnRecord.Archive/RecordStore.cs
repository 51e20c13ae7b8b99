using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime.Text;
using OnRecord.Archive.Families;
using OnRecord.Archive.Schema;

namespace OnRecord.Archive;

/// <summary>An archive: pages as they came and the records made of them, in one SQLite file or in a schema of a PostgreSQL database.</summary>
/// <remarks>
/// One writer at a time, any number of readers beside it. What <see cref="Add"/> has returned is on the disk, whatever happens to the process or the power afterwards.
/// An instance is for one thread. Tables and the views that may be relied on are told in <c>docs/archive.md</c>.
/// </remarks>
public sealed class RecordStore : IDisposable
{
    /// <summary>What standard input is called: no name of a page.</summary>
    private const string StandardInput = "-";

    private readonly FamilyFinder _families;
    private readonly RecordRows _rows;

    private RecordStore(Database database)
    {
        Database = database;
        _families = new FamilyFinder(database);
        _rows = new RecordRows(database);
    }

    /// <summary>The file, or the address of the database without user and password.</summary>
    public string Place => Database.Place;

    internal Database Database { get; }

    /// <summary>Opens an archive that exists.</summary>
    /// <param name="archive">A file's path, <c>postgresql://user@host:5432/database</c>, or <c>Host=…;Database=…</c>.</param>
    /// <exception cref="ArchiveException">There is none, it is no archive, a later release made it, or it cannot be reached.</exception>
    public static RecordStore Open(string archive) => new(Database.Open(archive, create: false));

    /// <summary>Opens an archive, and makes it where there is none; a PostgreSQL database must exist.</summary>
    /// <param name="archive">As for <see cref="Open"/>.</param>
    /// <exception cref="ArchiveException">The file is no archive, a later release made it, or it cannot be made or reached.</exception>
    public static RecordStore OpenOrCreate(string archive) => new(Database.Open(archive, create: true));

    /// <summary>What an archive may be called before others: the path as it stands, or an address without user and password.</summary>
    /// <exception cref="ArchiveException">The address is malformed.</exception>
    public static string PlaceOf(string archive) => PostgresAddress.Is(archive) ? PostgresAddress.Told(PostgresAddress.Read(archive)) : archive;

    /// <summary>Whether the archive has a page of these bytes.</summary>
    /// <param name="sha256">Lower-case hexadecimal SHA-256 of the raw bytes.</param>
    public bool Has(string sha256) => Database.Scalar<long>("SELECT count(*) FROM page WHERE sha256 = @sha256", ("@sha256", sha256)) > 0;

    /// <summary>Hashes of all pages in the archive.</summary>
    public IReadOnlySet<string> Hashes() => Database.Rows("SELECT sha256 FROM page", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Stores pages with their records, all or none; pages that the archive has already get a new name at most.</summary>
    /// <exception cref="ArchiveException">The file cannot be written (a full disk, another writer for over a minute).</exception>
    public ImmutableArray<Stored> Add(IEnumerable<StoredPage> pages) => Database.Write(() =>
    {
        var stored = ImmutableArray.CreateBuilder<Stored>();
        foreach (var page in pages)
        {
            stored.Add(AddPage(page));
        }

        return stored.ToImmutable();
    });

    /// <summary>Takes a page with its records out.</summary>
    /// <param name="key">The page's hash (or its first digits, eight at least), a record's id, or a name under which it was added.</param>
    /// <returns>How many records went; 0 where nothing has that key.</returns>
    /// <exception cref="ArchiveException">The key names several pages, or the file cannot be written.</exception>
    public int Remove(string key) => Database.Write(() =>
    {
        var pages = Database.Rows(
            "SELECT DISTINCT page.id FROM page LEFT JOIN place ON place.page = page.id LEFT JOIN record ON record.page = page.id "
            + "WHERE page.name = @key OR place.name = @key OR record.record_id = @key OR (length(@key) >= 8 AND substr(page.sha256, 1, length(@key)) = @key)",
            row => row.GetInt64(0), ("@key", key));
        if (pages.Count > 1)
        {
            throw new ArchiveException($"{key}: names {pages.Count} pages; name one by its hash");
        }

        return pages.Sum(page => RemovePage(page));
    });

    /// <summary>Reads again the pages whose records another release, or other models, made.</summary>
    /// <param name="read">Reads a page, whose name is told first; null where it cannot be read: then the records that it has are left as they are.</param>
    /// <param name="all">Every page, whoever made its records.</param>
    /// <param name="maker">Who makes the new records.</param>
    /// <returns>Each page, as it is done; a page is replaced whole or not at all (<see cref="Stored.IsNew"/> tells which).</returns>
    /// <exception cref="ArchiveException">The file cannot be written, or a page in it is damaged.</exception>
    public IEnumerable<Stored> Reread(Func<string, Page, ReadOptions, IReadOnlyList<Record>?> read, bool all, string maker)
    {
        var old = Database.Rows("SELECT id, sha256 FROM page WHERE @all OR maker <> @maker ORDER BY id", row => (row.GetInt64(0), row.GetString(1)), ("@all", all), ("@maker", maker));
        foreach (var (id, sha256) in old)
        {
            var (name, page, options) = Page(id) ?? throw new ArchiveException($"{sha256}: the page is damaged; run 'onrecord verify'");
            if (read(name, page, options) is not { } records)
            {
                yield return new Stored(name, sha256, false, (int)Database.Scalar<long>("SELECT count(*) FROM record WHERE page = @page", ("@page", id)));
                continue;
            }

            Database.Write(() =>
            {
                RemoveRecords(id);
                Database.Execute("UPDATE page SET maker = @maker WHERE id = @page", ("@maker", maker), ("@page", id));
                AddRecords(id, page, records);
                return 0;
            });
            yield return new Stored(name, sha256, true, records.Count);
        }
    }

    /// <summary>The record with an id, or null.</summary>
    /// <exception cref="ArchiveException">The record is damaged.</exception>
    public Record? Find(string recordId)
    {
        try
        {
            return Database.Scalar<string>("SELECT json FROM record JOIN body ON body.record = record.id WHERE record_id = @id", ("@id", recordId)) is { } json ? RecordJson.Read(json) : null;
        }
        catch (RecordFormatException e)
        {
            throw new ArchiveException($"{Place}: the record {recordId} is damaged ({e.Message}); run 'onrecord verify'", e);
        }
    }

    /// <summary>The page that a record was read from, as it came; null where there is none.</summary>
    public Page? PageOf(string recordId) => Page(Database.Scalar<long>("SELECT page FROM record WHERE record_id = @id", ("@id", recordId)))?.Page;

    /// <inheritdoc/>
    public void Dispose()
    {
        Database.Dispose();
    }

    /// <summary>The page with a row id; null where it is damaged or there is none.</summary>
    internal (string Name, Page Page, ReadOptions Options)? Page(long id)
    {
        try
        {
            return Database.Rows(
                "SELECT name, packed, size, uri, media_type, charset, fetched, warc_record, warc_digest, declared, published, plain, sha256 FROM page WHERE id = @id",
                row =>
                {
                    var page = new Page
                    {
                        Bytes = Packing.Unpack((byte[])row.GetValue(1), row.GetInt32(2)),
                        Name = row.GetString(0) is var name && name == StandardInput ? null : name,
                        Uri = row.Text(3),
                        MediaType = row.Text(4),
                        Charset = row.Text(5),
                        Fetched = row.Text(6),
                        Warc = row.Text(7) is null && row.Text(8) is null ? null : new WarcOrigin(row.Text(7), row.Text(8)),
                        Published = row.Text(9) is { } day ? LocalDatePattern.Iso.Parse(day).Value : null,
                    };
                    var options = new ReadOptions { Published = row.Text(10) is { } given ? LocalDatePattern.Iso.Parse(given).Value : null, Plain = row.GetInt64(11) == 1 };
                    return page.Sha256 == row.GetString(12) ? ((string, Page, ReadOptions)?)(row.GetString(0), page, options) : null;
                },
                ("@id", id)).FirstOrDefault();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private Stored AddPage(StoredPage stored)
    {
        var (name, page, options, records) = stored;
        if (Database.Scalar<long>("SELECT id FROM page WHERE sha256 = @sha256", ("@sha256", page.Sha256)) is var known and > 0)
        {
            Database.Execute(
                "INSERT INTO place SELECT @page, @name, @uri WHERE NOT EXISTS (SELECT 1 FROM page WHERE id = @page AND name = @name) ON CONFLICT DO NOTHING",
                ("@page", known), ("@name", name), ("@uri", page.Uri));
            return new Stored(name, page.Sha256, false, (int)Database.Scalar<long>("SELECT count(*) FROM record WHERE page = @page", ("@page", known)));
        }

        var id = Database.Insert(
            "INSERT INTO page (sha256, name, uri, media_type, charset, fetched, warc_record, warc_digest, declared, published, plain, maker, size, packed) "
            + "VALUES (@sha256, @name, @uri, @type, @charset, @fetched, @warc, @digest, @declared, @published, @plain, @maker, @size, @packed) RETURNING id",
            ("@sha256", page.Sha256), ("@name", name), ("@uri", page.Uri), ("@type", page.MediaType), ("@charset", page.Charset), ("@fetched", page.Fetched), ("@warc", page.Warc?.RecordId),
            ("@digest", page.Warc?.Digest), ("@declared", page.Published is { } day ? LocalDatePattern.Iso.Format(day) : null), ("@published", options.Published is { } given ? LocalDatePattern.Iso.Format(given) : null),
            ("@plain", options.Plain ? 1 : 0), ("@maker", Maker.Current), ("@size", page.Bytes.Length), ("@packed", Packing.Pack(page.Bytes.Span)));
        AddRecords(id, page, records);
        return new Stored(name, page.Sha256, true, records.Count);
    }

    private void AddRecords(long page, Page raw, IReadOnlyList<Record> records)
    {
        foreach (var record in records)
        {
            var document = record.Document;
            var shingles = document.Kind == DocumentKind.Article ? Shingles.Of(document.Text) : [];
            var json = RecordJson.Write(record);
            var headline = document.First(BlockRole.Headline)?.Span.Of(document.Text);
            var id = Database.Insert(
                "INSERT INTO record (page, record_id, kind, language, headline, title, publisher, published, uri, text_sha256, words, shingles) "
                + "VALUES (@page, @id, @kind, @language, @headline, @title, @publisher, @published, @uri, @text, @words, @shingles) RETURNING id",
                ("@page", page), ("@id", record.Id), ("@kind", JsonNamingPolicy.CamelCase.ConvertName(document.Kind.ToString())), ("@language", document.Language),
                ("@headline", headline), ("@title", RecordRows.Title(headline, document.Text)), ("@publisher", document.Publisher),
                ("@published", document.Published is { } published ? LocalDatePattern.Iso.Format(published.Value) : null), ("@uri", document.Page.Uri ?? raw.Uri),
                ("@text", TextHash(document)), ("@words", Shingles.WordsOf(document.Text).Count()), ("@shingles", shingles.Length));
            Database.AddBody(id, json, document.Text);
            Database.Repeat("INSERT INTO family VALUES (@id, @id)", ("@id", id));
            _rows.Add(id, json, headline);
            if (document.Kind == DocumentKind.Article)
            {
                _families.Join(id, TextHash(document), shingles);
            }
        }
    }

    private static string TextHash(Document document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text)));

    private int RemovePage(long page)
    {
        var removed = RemoveRecords(page);
        Database.Execute("DELETE FROM page WHERE id = @page", ("@page", page));
        return removed;
    }

    /// <returns>How many records the page had.</returns>
    private int RemoveRecords(long page)
    {
        var records = Database.Rows("SELECT id FROM record WHERE page = @page", row => row.GetInt64(0), ("@page", page));
        records.ForEach(RemoveRecord);
        return records.Count;
    }

    private string TextOf(long record)
    {
        try
        {
            using var document = JsonDocument.Parse(Database.Scalar<string>("SELECT json FROM body WHERE record = @record", ("@record", record)) ?? "");
            return document.RootElement.GetProperty("text").GetString()!;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ArchiveException($"{Place}: a record of the page is damaged, so it cannot be taken out; run 'onrecord verify', and restore the archive", e);
        }
    }

    private void RemoveRecord(long record)
    {
        _families.Leave(record, Shingles.Of(TextOf(record)));
        Database.Words.Remove(record);
        Database.Execute("DELETE FROM record WHERE id = @record", ("@record", record));
    }
}
