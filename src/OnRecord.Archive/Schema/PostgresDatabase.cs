using System.Data.Common;
using System.Globalization;
using Npgsql;
using OnRecord.Archive.FullText;

namespace OnRecord.Archive.Schema;

/// <summary>An archive in a schema of a PostgreSQL database: <c>onrecord</c>, or the first one that the address names in <c>search_path</c>.</summary>
internal sealed class PostgresDatabase : Database
{
    private const string DefaultSchema = "onrecord";

    /// <summary>Writers of one archive wait for each other at this number (pg_advisory_xact_lock): "OnRe".</summary>
    private const int Lock = 0x4F6E5265;

    /// <summary>Migrations in order; <c>archive_version</c> holds how many the archive has had.</summary>
    private static readonly string[] Migrations = ["postgres/001-records.sql", "postgres/002-proof.sql", "postgres/003-statements.sql", "postgres/004-stories.sql", "postgres/005-people.sql"];

    private readonly string _schema;
    private readonly NpgsqlBatch _waiting;

    private PostgresDatabase(NpgsqlConnection connection, string place, string schema)
        : base(connection, place)
    {
        _schema = schema;
        _waiting = new NpgsqlBatch(connection);
        Words = new PostgresWordIndex(this);
    }

    public override WordIndex Words { get; }

    /// <remarks>The planner has statistics of its own and chooses the order.</remarks>
    public override string JoinInOrder => "JOIN";

    public override string Like => "ILIKE";

    public override long Bytes => Scalar<long>("SELECT sum(pg_total_relation_size(oid))::bigint FROM pg_class WHERE relnamespace = to_regnamespace(@schema) AND relkind = 'r'", ("@schema", _schema));

    /// <summary>Opens an archive in a database that exists.</summary>
    /// <exception cref="ArchiveException">It holds none, a later release made it, or it cannot be reached.</exception>
    public static new Database Open(string archive, ArchiveAccess access)
    {
        var settings = PostgresAddress.Read(archive);
        var place = PostgresAddress.Told(settings);
        var schema = SchemaOf(settings, place);
        settings.SearchPath = $"{schema},public";
        settings.MaxAutoPrepare = Math.Max(settings.MaxAutoPrepare, 64);
        var database = new PostgresDatabase(new NpgsqlConnection(settings.ToString()), place, schema);
        try
        {
            database.Connection.Open();
            database.Migrate(access == ArchiveAccess.Create);
            return database;
        }
        catch (Exception e) when (e is DbException or ArgumentException or InvalidOperationException or TimeoutException)
        {
            database.Dispose();
            throw new ArchiveException($"{place}: cannot be opened as an archive: {e.Message}", e);
        }
        catch (ArchiveException)
        {
            database.Dispose();
            throw;
        }
    }

    public override string Using(string index) => "";

    public override string Numbers(string parameter) => $"(SELECT value::bigint AS value FROM json_array_elements_text({parameter}::json)) AS numbers";

    public override void AddBody(long record, string json, string text) => Repeat(
        "INSERT INTO body (record, json, text, sha256) VALUES (@record, @json, @text, @hash)",
        ("@record", record), ("@json", json), ("@text", text), ("@hash", Proofs.OfJson(json)));

    public override string? TextOf(long record) => Scalar<string>("SELECT text FROM body WHERE record = @record", ("@record", record));

    public override void LimitQueries(QueryClock? clock)
    {
        Execute(string.Create(CultureInfo.InvariantCulture, $"SET statement_timeout = {clock?.Most.TotalMilliseconds ?? 0:F0}"));
        base.LimitQueries(clock);
    }

    /// <remarks>Hundreds of rows of a record go to the server at once: each alone would wait for its answer.</remarks>
    public override void Repeat(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, Taken(value));
        }

        _waiting.BatchCommands.Add(command);
    }

    /// <remarks>PostgreSQL keeps foreign keys itself and has no check of its files for those who only connect.</remarks>
    public override IEnumerable<string> Problems() => [];

    /// <remarks>The scripts are executed in a schema of their own, which goes with its transaction.</remarks>
    public override IEnumerable<string> SchemaProblems()
    {
        const string Fresh = "onrecord_fresh";
        using var transaction = Connection.BeginTransaction();
        try
        {
            Execute($"DROP SCHEMA IF EXISTS {Fresh} CASCADE; CREATE SCHEMA {Fresh}; SET LOCAL search_path = {Fresh}, public");
            foreach (var script in Migrations)
            {
                Execute(Script(script));
            }

            var expected = PostgresSchema.Of(this, Fresh);
            Execute($"SET LOCAL search_path = {_schema}, public");
            return [.. SchemaDifferences.Of(expected, PostgresSchema.Of(this, _schema))];
        }
        catch (PostgresException e)
        {
            return [$"schema: cannot be compared with the one that OnRecord makes: {e.MessageText}"];
        }
        finally
        {
            transaction.Rollback();
        }
    }

    protected override DbTransaction BeginWriting()
    {
        var transaction = Connection.BeginTransaction();
        try
        {
            // What is reported as stored is on the server's disk, whatever is usual there.
            Execute("SET LOCAL synchronous_commit = on; SET LOCAL lock_timeout = '60s'");
            Execute("SELECT pg_advisory_xact_lock(@lock, hashtext(@schema))", ("@lock", Lock), ("@schema", _schema));
            return transaction;
        }
        catch (DbException)
        {
            // Another writes for over a minute.
            transaction.Dispose();
            throw;
        }
    }

    protected override void Flush()
    {
        if (_waiting.BatchCommands.Count > 0)
        {
            _waiting.ExecuteNonQuery();
            _waiting.BatchCommands.Clear();
        }
    }

    protected override bool IsInterrupted(Exception e) => e is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled };

    protected override void Forget() => _waiting.BatchCommands.Clear();

    /// <remarks>Text in PostgreSQL holds neither U+0000 nor lone surrogates. The record's JSON escapes them, so nothing is lost of it.</remarks>
    protected override object Taken(object? value) => value is string text ? WordFolding.Storable(text) : base.Taken(value);

    private static string SchemaOf(NpgsqlConnectionStringBuilder settings, string place)
    {
        var schema = settings.SearchPath?.Split(',')[0].Trim() is { Length: > 0 } named ? named : DefaultSchema;
        return schema.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_') && !char.IsAsciiDigit(schema[0]) ? schema
            : throw new ArchiveException($"{place}: search_path: {schema}: name a schema of small letters, digits and _");
    }

    private void Migrate(bool create)
    {
        var version = Version();
        if (version > Migrations.Length)
        {
            throw new ArchiveException($"{Place}: was written by a later release of OnRecord (version {version} of the tables, this one knows {Migrations.Length}); use that release");
        }

        if (version == 0 && !create)
        {
            throw new ArchiveException($"{Place}: no such archive in the schema {_schema}; make one with 'onrecord add PATH… --archive {Place}'");
        }

        if (version < Migrations.Length)
        {
            Write(() =>
            {
                // An extension belongs to the whole database, so archives are made one after the other.
                Execute("SELECT pg_advisory_xact_lock(@lock)", ("@lock", (long)Lock));
                Execute($"CREATE SCHEMA IF NOT EXISTS {_schema}");
                // Another process may have done it while we waited.
                Migrate(Migrations, Version());
                return Execute("UPDATE archive_version SET version = @version", ("@version", Migrations.Length));
            });
        }
    }

    private int Version() => Scalar<string>("SELECT to_regclass(@table)::text", ("@table", _schema + ".archive_version")) is null ? 0 : Scalar<int>("SELECT version FROM archive_version");
}
