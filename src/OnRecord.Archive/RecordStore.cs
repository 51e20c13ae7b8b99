using System.Collections.Immutable;
using OnRecord.Archive.Checks;
using OnRecord.Archive.Schema;

namespace OnRecord.Archive;

/// <summary>An archive: pages as they came and the records made of them, in one SQLite file or in a schema of a PostgreSQL database.</summary>
/// <remarks>
/// One writer at a time, any number of readers beside it. What <see cref="Add"/> has returned is on the disk, whatever happens to the process or the power afterwards.
/// An instance is for one thread. Tables and the views that may be relied on are told in <c>docs/archive.md</c>.
/// </remarks>
public sealed class RecordStore : IDisposable
{
    private readonly PageRows _pages;

    private RecordStore(Database database)
    {
        Database = database;
        _pages = new PageRows(database);
    }

    /// <summary>The file, or the address of the database without user and password.</summary>
    public string Place => Database.Place;

    /// <summary>Name of this very archive, which no other has.</summary>
    public string Id => Database.Id;

    internal Database Database { get; }

    /// <summary>Opens an archive that exists, to read and write it.</summary>
    /// <param name="archive">A file's path, <c>postgresql://user@host:5432/database</c>, or <c>Host=…;Database=…</c>.</param>
    /// <exception cref="ArchiveException">There is none, it is no archive, a later release made it, or it cannot be reached.</exception>
    public static RecordStore Open(string archive) => new(Database.Open(archive, ArchiveAccess.Write));

    /// <summary>Opens an archive that exists, to be read: it may stand where nothing can be written.</summary>
    /// <param name="archive">As for <see cref="Open(string)"/>.</param>
    /// <exception cref="ArchiveException">There is none, it is no archive, a later release made it, or it cannot be reached.</exception>
    public static RecordStore OpenToRead(string archive) => new(Database.Open(archive, ArchiveAccess.Read));

    /// <summary>Opens an archive, and makes it where there is none; a PostgreSQL database must exist.</summary>
    /// <param name="archive">As for <see cref="Open(string)"/>.</param>
    /// <exception cref="ArchiveException">The file is no archive, a later release made it, or it cannot be made or reached.</exception>
    public static RecordStore OpenOrCreate(string archive) => new(Database.Open(archive, ArchiveAccess.Create));

    /// <summary>Opens the archive that was opened before, and no other that has taken its place.</summary>
    /// <param name="archive">As for <see cref="Open(string)"/>.</param>
    /// <param name="id">Its <see cref="Id"/>.</param>
    /// <param name="toRead">Whether it is only to be read.</param>
    /// <exception cref="ArchiveException">It has gone, or another stands there.</exception>
    public static RecordStore OpenSame(string archive, string id, bool toRead)
    {
        var store = toRead ? OpenToRead(archive) : Open(archive);
        if (store.Id == id)
        {
            store.Database.Guard(id);
            return store;
        }

        store.Dispose();
        throw Database.Replaced(store.Place);
    }

    /// <summary>What an archive may be called before others: the path as it stands, or an address without user and password.</summary>
    /// <exception cref="ArchiveException">The address is malformed.</exception>
    public static string PlaceOf(string archive) => PostgresAddress.Is(archive) ? PostgresAddress.Told(PostgresAddress.Read(archive)) : archive;

    /// <summary>Ends queries when the database has worked so long for all of them: the next to ask is told with a <see cref="QueryException"/>.</summary>
    /// <param name="most">The limit; null for none.</param>
    /// <param name="clock">What tells the time.</param>
    public void LimitQueries(TimeSpan? most, TimeProvider clock) => Database.LimitQueries(most is { } limit ? new QueryClock(limit, clock) : null);

    /// <summary>Whether the archive has a page of these bytes.</summary>
    /// <param name="sha256">Lower-case hexadecimal SHA-256 of the raw bytes.</param>
    public bool Has(string sha256) => Database.Scalar<long>("SELECT count(*) FROM page WHERE sha256 = @sha256", ("@sha256", sha256)) > 0;

    /// <summary>Hashes of all pages in the archive.</summary>
    public IReadOnlySet<string> Hashes() => Database.Rows("SELECT sha256 FROM page", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);

    /// <summary>How many records an earlier release made in a form that this one does not read; reading their pages again makes them anew.</summary>
    public long Outdated() => Database.Scalar<long>("SELECT count(*) FROM record WHERE format <> @format", ("@format", Record.Format));

    /// <summary>Stores pages with their records, all or none; pages that the archive has already get a new name at most.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="read">As for <see cref="Reread"/>: reads a known page again where a day of publication is given for it that the archive does not have; null leaves it as it is.</param>
    /// <exception cref="ArchiveException">The file cannot be written (a full disk, another writer for over a minute).</exception>
    public ImmutableArray<Stored> Add(IEnumerable<StoredPage> pages, Func<string, Page, ReadOptions, IReadOnlyList<Record>?>? read = null) => Database.Write(() =>
    {
        var stored = ImmutableArray.CreateBuilder<Stored>();
        foreach (var page in pages)
        {
            stored.Add(_pages.Add(page, read));
        }

        return stored.ToImmutable();
    });

    /// <summary>Takes a page with its records out, and their text out of the file.</summary>
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

        var removed = pages.Sum(_pages.Remove);
        _pages.Refresh();
        return removed;
    });

    /// <summary>Sees to it that nothing of what was removed is left in the archive's files.</summary>
    /// <returns>What could not be done; null where all is.</returns>
    public string? Wipe() => Database.Wipe();

    /// <summary>Reads again the pages whose records another release, or other models, made, and those whose records are damaged.</summary>
    /// <param name="read">Reads a page, whose name is told first; null where it cannot be read: then the records that it has are left as they are.</param>
    /// <param name="all">Every page, whoever made its records.</param>
    /// <param name="maker">Who makes the new records.</param>
    /// <returns>Each page, as it is done; a page is replaced whole or not at all (<see cref="Stored.IsNew"/> tells which).</returns>
    /// <exception cref="ArchiveException">The file cannot be written.</exception>
    public IEnumerable<Stored> Reread(Func<string, Page, ReadOptions, IReadOnlyList<Record>?> read, bool all, string maker) => new Healing(this, _pages).Reread(read, all, maker);

    /// <summary>The record with an id, or null.</summary>
    /// <exception cref="DamagedRecordException">It is not what was stored, or of a form that only an earlier release reads.</exception>
    public Record? Find(string recordId)
    {
        var found = Database.Rows(
            "SELECT json, sha256, format FROM record LEFT JOIN body ON body.record = record.id WHERE record_id = @id",
            row => (Json: row.Text(0), Hash: row.Text(1), Format: row.GetString(2)), ("@id", recordId));
        if (found is not [var (json, hash, format)])
        {
            return null;
        }

        if (format != Record.Format)
        {
            throw new DamagedRecordException(recordId, $"record {recordId}: was made by another release ({format}; this one reads {Record.Format}); run 'onrecord reread'");
        }

        if (json is null || Proofs.OfJson(json) != hash)
        {
            throw Damaged(recordId, null);
        }

        try
        {
            return RecordJson.Read(json);
        }
        catch (Exception e) when (Damage.Is(e))
        {
            throw Damaged(recordId, e);
        }
    }

    /// <summary>The page that a record was read from, as it came; null where there is none.</summary>
    public Page? PageOf(string recordId) => _pages.Find(Database.Scalar<long>("SELECT page FROM record WHERE record_id = @id", ("@id", recordId)))?.Page;

    /// <inheritdoc/>
    public void Dispose()
    {
        Database.Dispose();
    }

    /// <summary>The page with a row id; null where it is damaged or there is none.</summary>
    internal RawPage? Page(long id) => _pages.Find(id);

    internal static DamagedRecordException Damaged(string recordId, Exception? inner) =>
        new(recordId, $"record {recordId}: is damaged and left out; 'onrecord verify' tells more, 'onrecord reread' makes it anew", inner);
}
