using System.Globalization;

namespace OnRecord.Archive.Schema;

/// <summary>Counts the time that a database takes for the queries of one reader, up to a limit.</summary>
internal sealed class QueryClock(TimeSpan most, TimeProvider clock)
{
    private TimeSpan _spent;
    private long? _begun;

    /// <summary>The limit.</summary>
    public TimeSpan Most => most;

    /// <summary>Whether the queries have taken longer than they may.</summary>
    public bool IsOver => _spent + (_begun is { } begun ? clock.GetElapsedTime(begun) : TimeSpan.Zero) > most;

    /// <summary>A query begins.</summary>
    /// <exception cref="QueryException">Those before it have taken all the time.</exception>
    public void Begin()
    {
        if (IsOver)
        {
            throw Exceeded(null);
        }

        _begun = clock.GetTimestamp();
    }

    /// <summary>It has ended.</summary>
    public void End()
    {
        _spent += _begun is { } begun ? clock.GetElapsedTime(begun) : TimeSpan.Zero;
        _begun = null;
    }

    /// <summary>What a query is told that took too long.</summary>
    public QueryException Exceeded(Exception? inner) => new(
        string.Create(CultureInfo.InvariantCulture, $"the question takes longer than {most.TotalSeconds:0.###} s: ask for fewer words, or add a filter that finds less"), inner);
}
