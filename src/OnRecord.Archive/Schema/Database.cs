using System.Data;
using System.Data.Common;
using System.Globalization;
using OnRecord.Archive.FullText;

namespace OnRecord.Archive.Schema;

/// <summary>The database of an archive: a connection to it, and what SQLite and PostgreSQL say differently. The statements of the archive themselves are the same for both.</summary>
internal abstract class Database(DbConnection connection, string place) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _kept = new(StringComparer.Ordinal);
    private DbTransaction? _transaction;
    private QueryClock? _clock;

    /// <summary>Where it is, as users are told: never with a password.</summary>
    public string Place { get; } = place;

    /// <summary>The words of records and claims.</summary>
    public abstract WordIndex Words { get; }

    /// <summary>A join whose left side is gone through first.</summary>
    public abstract string JoinInOrder { get; }

    /// <summary>Compares text with a pattern, small and capital letters of ASCII being the same.</summary>
    public abstract string Like { get; }

    /// <summary>Bytes that the archive takes on the disk.</summary>
    public abstract long Bytes { get; }

    /// <summary>The connection.</summary>
    protected DbConnection Connection { get; } = connection;

    /// <summary>Opens an archive: a PostgreSQL database where <paramref name="archive"/> is an address of one, else a file of SQLite.</summary>
    /// <exception cref="ArchiveException">It is none, a later release made it, or it cannot be opened.</exception>
    public static Database Open(string archive, ArchiveAccess access) =>
        PostgresAddress.Is(archive) ? PostgresDatabase.Open(archive, access) : SqliteDatabase.Open(archive, access);

    /// <summary>The statements of an SQL file that travels with the library.</summary>
    public static string Script(string name)
    {
        using var reader = new StreamReader(typeof(Database).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>Has an ordered scan read this index.</summary>
    public abstract string Using(string index);

    /// <summary>A table with one column <c>value</c>: the numbers of a JSON array in a parameter.</summary>
    public abstract string Numbers(string parameter);

    /// <summary>Stores a record's JSON.</summary>
    public abstract void AddBody(long record, string json, string text);

    /// <summary>Numbers as the parameter of <see cref="Numbers"/> takes them.</summary>
    public static string Listed(IEnumerable<long> numbers) => "[" + string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))) + "]";

    /// <summary>What the database itself finds wrong with its files.</summary>
    public abstract IEnumerable<string> Problems();

    /// <summary>Where tables, views, indexes and triggers are not those that the scripts make.</summary>
    public abstract IEnumerable<string> SchemaProblems();

    /// <summary>A record's text where it is stored beside its JSON; else null.</summary>
    public virtual string? TextOf(long record) => null;

    /// <summary>Sees to it that what was removed is not left in the files.</summary>
    /// <returns>What could not be done; null where all is.</returns>
    public virtual string? Wipe() => null;

    /// <summary>Ends the queries of this reader that take longer, all of them together.</summary>
    public virtual void LimitQueries(QueryClock? clock) => _clock = clock;

    /// <summary>What is told where another archive stands in the place of one that was opened.</summary>
    public static ArchiveException Replaced(string place) => new($"{place}: is not the archive that was opened: another stands in its place; nothing is written to it");

    /// <summary>Writes from now on only while the archive of this name stands in its place.</summary>
    public virtual void Guard(string id)
    {
    }

    /// <summary>Name of this very archive, which no other has.</summary>
    public string Id => Scalar<string>("SELECT id FROM archive") ?? throw new ArchiveException($"{Place}: has no id; run 'onrecord verify'");

    /// <summary>Makes a change, all of it or nothing; no other writer is at work meanwhile.</summary>
    /// <exception cref="ArchiveException">It cannot be written (a full disk, another writer for over a minute).</exception>
    public T Write<T>(Func<T> change)
    {
        try
        {
            using (_transaction = BeginWriting())
            {
                var result = change();
                Flush();
                _transaction.Commit();
                return result;
            }
        }
        catch (Exception e) when (IsLost(e))
        {
            throw new ArchiveException($"{Place}: cannot be written: {e.Message}", e);
        }
        finally
        {
            _transaction = null;
            Forget();
        }
    }

    /// <summary>Executes statements.</summary>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Executes a statement that comes again and again with other values: it is compiled once. It may wait until another is executed that is not of this sort.</summary>
    public virtual void Repeat(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => Kept(sql, values).ExecuteNonQuery();

    /// <summary>Executes an INSERT that comes again and again and returns the new row's number.</summary>
    public long Insert(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => (long)Kept(sql, values).ExecuteScalar()!;

    /// <summary>The first value of a query; the type's default where there is none.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public T Scalar<T>(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        _clock?.Begin();
        try
        {
            using var command = Command(sql, values);
            return command.ExecuteScalar() is T value ? value : default!;
        }
        catch (Exception e) when (_transaction is null && IsLost(e))
        {
            throw Unread(e);
        }
        finally
        {
            _clock?.End();
        }
    }

    /// <summary>All rows of a query, each made into a value.</summary>
    /// <exception cref="ArchiveException">The archive cannot be read.</exception>
    public List<T> Rows<T>(string sql, Func<DbDataReader, T> make, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        _clock?.Begin();
        try
        {
            using var command = Command(sql, values);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(make(reader));
            }

            return rows;
        }
        catch (Exception e) when (_transaction is null && IsLost(e))
        {
            throw Unread(e);
        }
        finally
        {
            _clock?.End();
        }
    }

    /// <summary>The rows of a query one after the other: for those too many to be held.</summary>
    public IEnumerable<T> Each<T>(string sql, Func<DbDataReader, T> make)
    {
        using var command = Command(sql, []);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return make(reader);
        }
    }

    /// <summary>Names of a table's or view's columns, in order.</summary>
    public IReadOnlyList<string> Columns(string table)
    {
        using var command = Command($"SELECT * FROM {table} LIMIT 0", []);
        using var reader = command.ExecuteReader();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _kept.Values)
        {
            command.Dispose();
        }

        Connection.Dispose();
    }

    /// <summary>Brings the tables up to date: executes the scripts that the archive has not had.</summary>
    /// <param name="scripts">All, in order.</param>
    /// <param name="version">How many of them the archive has had.</param>
    protected void Migrate(IReadOnlyList<string> scripts, int version)
    {
        foreach (var script in scripts.Skip(version))
        {
            Execute(Script(script));
            if (script.EndsWith("-proof.sql", StringComparison.Ordinal))
            {
                // What the script adds are hashes, which SQL cannot make.
                Proofs.Fill(this);
            }
            else if (script.EndsWith("-stories.sql", StringComparison.Ordinal))
            {
                new Stories.StoryFinder(this).Rebuild();
            }
            else if (script.EndsWith("-people.sql", StringComparison.Ordinal))
            {
                RecordRows.FillPeople(this);
            }
        }
    }

    /// <summary>Whether a query was ended because it took too long.</summary>
    protected abstract bool IsInterrupted(Exception e);

    /// <summary>Begins a transaction that writes, when no other does.</summary>
    protected abstract DbTransaction BeginWriting();

    /// <summary>Executes what has waited.</summary>
    protected virtual void Flush()
    {
    }

    /// <summary>Forgets what has waited.</summary>
    protected virtual void Forget()
    {
    }

    /// <summary>A value as the database can take it.</summary>
    protected virtual object Taken(object? value) => value ?? DBNull.Value;

    /// <summary>Whether the database failed, or has gone away before.</summary>
    private bool IsLost(Exception e) => e is DbException || (e is InvalidOperationException && Connection.State != ConnectionState.Open);

    /// <summary>Why a query failed: it took too long, or the database did.</summary>
    private Exception Unread(Exception e) => _clock is { } clock && IsInterrupted(e) ? clock.Exceeded(e) : new ArchiveException($"{Place}: cannot be read: {e.Message}", e);

    private DbCommand Kept(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        Flush();
        if (!_kept.TryGetValue(sql, out var command))
        {
            _kept.Add(sql, command = Command(sql, values));
        }

        foreach (var (name, value) in values)
        {
            command.Parameters[name].Value = Taken(value);
        }

        command.Transaction = _transaction;
        return command;
    }

    private DbCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        Flush();
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, Taken(value));
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

/// <summary>Reads columns that may hold nothing.</summary>
internal static class Columns
{
    /// <summary>A column of text; null where it holds none.</summary>
    public static string? Text(this IDataRecord row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A column of a number; null where it holds none.</summary>
    public static double? Number(this IDataRecord row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);
}
