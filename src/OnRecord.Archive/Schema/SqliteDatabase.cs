using System.Data.Common;
using Microsoft.Data.Sqlite;
using OnRecord.Archive.FullText;
using SQLitePCL;

namespace OnRecord.Archive.Schema;

/// <summary>An archive in one file of SQLite, with its write-ahead log beside it.</summary>
internal sealed class SqliteDatabase : Database
{
    /// <summary>"OnRe", so that <c>file</c> and we tell an archive from other SQLite files.</summary>
    private const int ApplicationId = 0x4F6E5265;

    /// <summary>Steps of SQLite's machine between two looks at the clock.</summary>
    private const int StepsBetweenLooks = 1_000;

    /// <summary>Migrations in order; a file's <c>user_version</c> is how many it has had.</summary>
    private static readonly string[] Migrations = ["sqlite/001-records.sql", "sqlite/002-speakers.sql", "sqlite/003-bodies.sql", "sqlite/004-speed.sql", "sqlite/005-proof.sql", "sqlite/006-statements.sql", "sqlite/007-stories.sql", "sqlite/008-people.sql"];

    private string? _guarded;

    private SqliteDatabase(SqliteConnection connection, string path)
        : base(connection, path) => Words = new SqliteWordIndex(this);

    public override WordIndex Words { get; }

    public override string JoinInOrder => "CROSS JOIN";

    public override string Like => "LIKE";

    public override long Bytes => Scalar<long>("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");

    /// <summary>Whether the file can only be read.</summary>
    public bool IsReadOnly => raw.sqlite3_db_readonly(Handle, "main") == 1;

    private sqlite3 Handle => ((SqliteConnection)Connection).Handle!;

    /// <summary>Opens a file.</summary>
    /// <exception cref="ArchiveException">It is no archive, a later release made it, or it cannot be opened.</exception>
    public static new Database Open(string path, ArchiveAccess access)
    {
        if (path.Length == 0)
        {
            throw new ArchiveException("--archive: name a file");
        }

        var file = new FileInfo(path);
        if (access != ArchiveAccess.Create && !file.Exists)
        {
            throw new ArchiveException($"{path}: no such archive; make one with 'onrecord add PATH… --archive {path}'");
        }

        if (access != ArchiveAccess.Create && file.Length == 0)
        {
            throw new ArchiveException($"{path}: is an empty file and no archive: what it held is lost; restore it, or make one with 'onrecord add PATH… --archive {path}'");
        }

        SqliteException? first = null;
        foreach (var source in Sources(file, access))
        {
            try
            {
                return Open(path, source, access);
            }
            catch (SqliteException e)
            {
                first ??= e;
            }
            catch (ArchiveException e) when (e.InnerException is SqliteException inner)
            {
                first ??= inner;
            }
        }

        throw new ArchiveException($"{path}: cannot be opened as an archive: {first!.Message}", first);
    }

    public override string Using(string index) => $"INDEXED BY {index}";

    public override string Numbers(string parameter) => $"json_each({parameter})";

    /// <remarks>The text is read out of the JSON where it is asked for.</remarks>
    public override void AddBody(long record, string json, string text) =>
        Repeat("INSERT INTO body (record, json, sha256) VALUES (@record, @json, @hash)", ("@record", record), ("@json", json), ("@hash", Proofs.OfJson(json)));

    public override IEnumerable<string> Problems() =>
    [
        .. Rows("PRAGMA integrity_check", row => row.GetString(0)).Where(line => line != "ok").Select(line => "database: " + line),
        .. Rows("PRAGMA foreign_key_check", row => $"database: a row of {row.GetString(0)} belongs to nothing"),
    ];

    public override IEnumerable<string> SchemaProblems()
    {
        using var fresh = new SqliteDatabase(new SqliteConnection("Data Source=:memory:"), "");
        fresh.Connection.Open();
        foreach (var script in Migrations)
        {
            fresh.Execute(Script(script));
        }

        return SchemaDifferences.Of(SqliteSchema.Of(fresh), SqliteSchema.Of(this));
    }

    /// <summary>Cuts the write-ahead log to nothing: deleted content is overwritten in the file, but its log has what was before.</summary>
    public override string? Wipe() => Rows("PRAGMA wal_checkpoint(TRUNCATE)", row => row.GetInt64(0)) is [0]
        ? null
        : $"{Place}-wal: another reads the archive, so the log may hold what was removed until the last one ends";

    public override void LimitQueries(QueryClock? clock)
    {
        base.LimitQueries(clock);
        raw.sqlite3_progress_handler(Handle, clock is null ? 0 : StepsBetweenLooks, clock is null ? null : _ => clock.IsOver ? 1 : 0, null);
    }

    /// <summary>Makes changes, where the file can be written, though it was opened to be read: the check of the full text counts as one.</summary>
    public T Changing<T>(Func<T> change)
    {
        var isReading = Scalar<long>("PRAGMA query_only") == 1;
        Execute("PRAGMA query_only = OFF");
        try
        {
            return change();
        }
        finally
        {
            Execute($"PRAGMA query_only = {(isReading ? "ON" : "OFF")}");
        }
    }

    /// <summary>Copies the archive, page by page, to a new file.</summary>
    public SqliteDatabase CopyTo(string path)
    {
        var copy = new SqliteDatabase(new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()), path);
        copy.Connection.Open();
        ((SqliteConnection)Connection).BackupDatabase((SqliteConnection)copy.Connection);
        copy.Distrust();
        return copy;
    }

    /// <remarks>A file that was taken away while it is open takes what is written with it, and nobody is told.</remarks>
    public override void Guard(string id) => _guarded = id;

    protected override DbTransaction BeginWriting()
    {
        if (_guarded is { } id)
        {
            using var there = Open(Place, ArchiveAccess.Read);
            if (there.Id != id)
            {
                throw Replaced(Place);
            }
        }

        return ((SqliteConnection)Connection).BeginTransaction(deferred: false);
    }

    protected override bool IsInterrupted(Exception e) => e is SqliteException { SqliteErrorCode: raw.SQLITE_INTERRUPT };

    /// <summary>Ways to open a file, the best first: a folder that cannot be written has no room for the log, so SQLite must be told that nobody writes.</summary>
    private static IEnumerable<SqliteConnectionStringBuilder> Sources(FileInfo file, ArchiveAccess access)
    {
        var common = new SqliteConnectionStringBuilder { DataSource = file.FullName, Pooling = false, ForeignKeys = true, DefaultTimeout = 60 };
        yield return new(common.ToString()) { Mode = access == ArchiveAccess.Create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite };
        if (access == ArchiveAccess.Read)
        {
            yield return new(common.ToString()) { Mode = SqliteOpenMode.ReadOnly };
            if (new FileInfo(file.FullName + "-wal") is not { Exists: true, Length: > 0 })
            {
                yield return new(common.ToString()) { Mode = SqliteOpenMode.ReadOnly, DataSource = new Uri(file.FullName).AbsoluteUri + "?immutable=1" };
            }
        }
    }

    private static SqliteDatabase Open(string path, SqliteConnectionStringBuilder source, ArchiveAccess access)
    {
        var database = new SqliteDatabase(new SqliteConnection(source.ToString()), path);
        try
        {
            database.Connection.Open();
            database.Distrust();
            database.Check();
            if (database.Version() < Migrations.Length && access == ArchiveAccess.Read && database.IsReadOnly)
            {
                throw new ArchiveException($"{path}: was written by an earlier release of OnRecord, and cannot be brought up to date where it cannot be written; copy it to where it can");
            }

            if (access != ArchiveAccess.Read)
            {
                // What is reported as stored survives a power cut: each commit reaches the disk. What is deleted is overwritten.
                database.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
            }

            database.Migrate();
            database.Execute($"PRAGMA cache_size = -65536; PRAGMA query_only = {(access == ArchiveAccess.Read ? "ON" : "OFF")};");
            return database;
        }
        catch (Exception e) when (e is DbException or ArchiveException)
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Takes the file for a stranger's (SQLite's advice, "Defense Against The Dark Arts"): its triggers do not run, and what its schema says has no reach beyond it.</summary>
    private void Distrust()
    {
        raw.sqlite3_db_config(Handle, raw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, out _);
        raw.sqlite3_db_config(Handle, raw.SQLITE_DBCONFIG_DEFENSIVE, 1, out _);
        Execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;");
    }

    private long Version() => Scalar<long>("PRAGMA user_version");

    private void Check()
    {
        var application = Scalar<long>("PRAGMA application_id");
        if (application != ApplicationId && Scalar<long>("SELECT count(*) FROM sqlite_schema") > 0)
        {
            throw new ArchiveException($"{Place}: is an SQLite file, but no archive of OnRecord; name another with --archive");
        }

        if (Version() > Migrations.Length)
        {
            throw new ArchiveException($"{Place}: was written by a later release of OnRecord (version {Version()} of the tables, this one knows {Migrations.Length}); use that release");
        }
    }

    private void Migrate()
    {
        if (Version() == Migrations.Length)
        {
            return;
        }

        Write(() =>
        {
            // Another process may have done it while we waited.
            Migrate(Migrations, (int)Version());
            return Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Migrations.Length};");
        });
    }
}
