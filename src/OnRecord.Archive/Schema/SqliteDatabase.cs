using System.Data.Common;
using Microsoft.Data.Sqlite;
using OnRecord.Archive.FullText;

namespace OnRecord.Archive.Schema;

/// <summary>An archive in one file of SQLite, with its write-ahead log beside it.</summary>
internal sealed class SqliteDatabase : Database
{
    /// <summary>"OnRe", so that <c>file</c> and we tell an archive from other SQLite files.</summary>
    private const int ApplicationId = 0x4F6E5265;

    /// <summary>Migrations in order; a file's <c>user_version</c> is how many it has had.</summary>
    private static readonly string[] Migrations = ["sqlite/001-records.sql", "sqlite/002-speakers.sql", "sqlite/003-bodies.sql", "sqlite/004-speed.sql"];

    private SqliteDatabase(SqliteConnection connection, string path)
        : base(connection, path) => Words = new SqliteWordIndex(this);

    public override WordIndex Words { get; }

    public override string JoinInOrder => "CROSS JOIN";

    public override string Like => "LIKE";

    public override long Bytes => Scalar<long>("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");

    /// <summary>Opens a file.</summary>
    /// <exception cref="ArchiveException">It is no archive, a later release made it, or it cannot be opened.</exception>
    public static new Database Open(string path, bool create)
    {
        if (!create && !File.Exists(path))
        {
            throw new ArchiveException($"{path}: no such archive; make one with 'onrecord add PATH… --archive {path}'");
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = 60,
        }.ToString());
        var database = new SqliteDatabase(connection, path);
        try
        {
            connection.Open();
            database.Check();
            // What is reported as stored survives a power cut: each commit reaches the disk.
            database.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824;");
            database.Migrate();
            return database;
        }
        catch (DbException e)
        {
            database.Dispose();
            throw Unopened(path, e);
        }
        catch (ArchiveException e)
        {
            database.Dispose();
            throw e.InnerException is DbException inner ? Unopened(path, inner) : e;
        }
    }

    public override string Using(string index) => $"INDEXED BY {index}";

    public override string Numbers(string parameter) => $"json_each({parameter})";

    /// <remarks>The text is read out of the JSON where it is asked for.</remarks>
    public override void AddBody(long record, string json, string text) => Repeat("INSERT INTO body VALUES (@record, @json)", ("@record", record), ("@json", json));

    public override IEnumerable<string> Problems() =>
    [
        .. Rows("PRAGMA integrity_check", row => row.GetString(0)).Where(line => line != "ok").Select(line => "database: " + line),
        .. Rows("PRAGMA foreign_key_check", row => $"database: a row of {row.GetString(0)} belongs to nothing"),
    ];

    protected override DbTransaction BeginWriting() => ((SqliteConnection)Connection).BeginTransaction(deferred: false);

    private static ArchiveException Unopened(string path, DbException e) => new($"{path}: cannot be opened as an archive: {e.Message}", e);

    private void Check()
    {
        var (application, version) = (Scalar<long>("PRAGMA application_id"), Scalar<long>("PRAGMA user_version"));
        if (application != ApplicationId && Scalar<long>("SELECT count(*) FROM sqlite_schema") > 0)
        {
            throw new ArchiveException($"{Place}: is an SQLite file, but no archive of OnRecord; name another with --archive");
        }

        if (version > Migrations.Length)
        {
            throw new ArchiveException($"{Place}: was written by a later release of OnRecord (version {version} of the tables, this one knows {Migrations.Length}); use that release");
        }
    }

    private void Migrate()
    {
        if (Scalar<long>("PRAGMA user_version") == Migrations.Length)
        {
            return;
        }

        Write(() =>
        {
            // Another process may have done it while we waited.
            Migrate(Migrations, (int)Scalar<long>("PRAGMA user_version"));
            return Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Migrations.Length};");
        });
    }
}
