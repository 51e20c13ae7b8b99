namespace OnRecord.App.Web.Inboxes;

/// <summary>Who may hand in something: decided before any of it is read, so that what is under way and what waits stay within bounds.</summary>
/// <param name="mostBytes">Bytes that may be under way or wait.</param>
/// <param name="mostAtOnce">Uploads that may be under way.</param>
internal sealed class Admission(long mostBytes, int mostAtOnce)
{
    /// <summary>What an upload takes at least: a folder, files and memory, so that small ones are bounded too.</summary>
    public const long Least = 16 * 1024;

    private readonly Lock _lock = new();
    private long _bytes;
    private int _underWay;

    /// <summary>Room for an upload of so many bytes; null where there is none now.</summary>
    public Place? Enter(long bytes)
    {
        lock (_lock)
        {
            if (_underWay == mostAtOnce || _bytes + bytes > mostBytes)
            {
                return null;
            }

            _bytes += bytes;
            _underWay++;
            return new Place(this, bytes);
        }
    }

    /// <summary>Takes room for what waits, whether there is or not.</summary>
    public void Wait(long bytes)
    {
        lock (_lock)
        {
            _bytes += bytes;
        }
    }

    /// <summary>Gives back the room of what has been read.</summary>
    public void Leave(long bytes) => Wait(-bytes);

    /// <summary>Room of an upload while it is under way.</summary>
    internal sealed class Place(Admission admission, long bytes) : IDisposable
    {
        public void Dispose()
        {
            lock (admission._lock)
            {
                admission._bytes -= bytes;
                admission._underWay--;
            }
        }
    }
}

/// <summary>There is no room now; the asker may come again.</summary>
internal sealed class NoRoomException(string message) : Exception(message);
