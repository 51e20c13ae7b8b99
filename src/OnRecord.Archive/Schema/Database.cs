using Microsoft.Data.Sqlite;

namespace OnRecord.Archive.Schema;

/// <summary>Opens the SQLite file of an archive and brings its tables up to date.</summary>
internal static class Database
{
    /// <summary>"OnRe", so that <c>file</c> and we tell an archive from other SQLite files.</summary>
    private const int ApplicationId = 0x4F6E5265;

    /// <summary>Migrations in order; a file's <c>user_version</c> is how many it has had.</summary>
    private static readonly string[] Migrations = ["001-records.sql", "002-speakers.sql", "003-bodies.sql"];

    /// <summary>Opens an archive.</summary>
    /// <exception cref="ArchiveException">It is none, or a later release made it, or it cannot be opened.</exception>
    public static SqliteConnection Open(string path, bool create)
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
        try
        {
            connection.Open();
            Check(connection, path);
            // What is reported as stored survives a power cut: each commit reaches the disk.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824;");
            Migrate(connection);
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new ArchiveException($"{path}: cannot be opened as an archive: {e.Message}", e);
        }
        catch (ArchiveException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The statements of an SQL file that travels with the library.</summary>
    public static string Script(string name)
    {
        using var reader = new StreamReader(typeof(Database).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static void Check(SqliteConnection connection, string path)
    {
        var (application, version) = (connection.Scalar<long>("PRAGMA application_id"), connection.Scalar<long>("PRAGMA user_version"));
        if (application != ApplicationId && connection.Scalar<long>("SELECT count(*) FROM sqlite_schema") > 0)
        {
            throw new ArchiveException($"{path}: is an SQLite file, but no archive of OnRecord; name another with --archive");
        }

        if (version > Migrations.Length)
        {
            throw new ArchiveException($"{path}: was written by a later release of OnRecord (version {version} of the tables, this one knows {Migrations.Length}); use that release");
        }
    }

    private static void Migrate(SqliteConnection connection)
    {
        if (connection.Scalar<long>("PRAGMA user_version") == Migrations.Length)
        {
            return;
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        // Another process may have done it while we waited.
        for (var version = (int)connection.Scalar<long>("PRAGMA user_version"); version < Migrations.Length; version++)
        {
            connection.Execute(Script(Migrations[version]));
        }

        connection.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Migrations.Length};");
        transaction.Commit();
    }
}
