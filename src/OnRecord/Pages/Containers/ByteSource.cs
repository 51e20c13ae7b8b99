using System.Text;

namespace OnRecord.Pages.Containers;

/// <summary>A stream read forwards through a buffer, which knows its position and can go back a little.</summary>
internal sealed class ByteSource(Stream stream, int size = ByteSource.DefaultSize)
{
    public const int DefaultSize = 256 * 1024;

    private readonly byte[] _buffer = new byte[size];
    private Stream _stream = stream;
    private ReadOnlyMemory<byte> _pending;
    private int _start;
    private int _end;
    private long _bufferPosition;

    /// <summary>Bytes before the next one.</summary>
    public long Position => _bufferPosition + _start;

    /// <summary>The first position that <see cref="GoBack"/> can still reach.</summary>
    public long Earliest => _bufferPosition;

    /// <summary>Begins another stream at position 0, in the same buffer.</summary>
    public void Reset(Stream next)
    {
        _stream = next;
        _pending = default;
        _start = _end = 0;
        _bufferPosition = 0;
    }

    /// <summary>The next bytes without taking them, at most half the buffer: fewer than asked for only at the end.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (_end - _start < count && Fill())
        {
        }

        return _buffer.AsSpan(_start, Math.Min(count, _end - _start));
    }

    /// <summary>Takes bytes that <see cref="Peek"/> has shown.</summary>
    public void Skip(int count) => _start += count;

    /// <summary>Takes up to the length of <paramref name="target"/>; 0 only at the end.</summary>
    public int Read(Span<byte> target)
    {
        if (_start == _end && !Fill())
        {
            return 0;
        }

        var count = Math.Min(target.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(target);
        _start += count;
        return count;
    }

    /// <summary>Returns to a position between <see cref="Earliest"/> and <see cref="Position"/>.</summary>
    public void GoBack(long position) => _start = (int)(position - _bufferPosition);

    /// <summary>Puts bytes that were taken in front of what comes next; positions are those from before they were taken.</summary>
    public void PutBack(ReadOnlyMemory<byte> taken)
    {
        var rest = new byte[taken.Length + (_end - _start) + _pending.Length];
        taken.Span.CopyTo(rest);
        _buffer.AsSpan(_start, _end - _start).CopyTo(rest.AsSpan(taken.Length));
        _pending.Span.CopyTo(rest.AsSpan(taken.Length + _end - _start));
        _bufferPosition = Position - taken.Length;
        _start = _end = 0;
        _pending = rest;
    }

    /// <summary>A line without its end, as Latin-1; null at the end of the stream, or where the line has no end within <paramref name="most"/> bytes.</summary>
    public string? ReadLine(int most)
    {
        // Small steps first: a line of a header is short, and peeking far would copy the buffer each time.
        for (var window = Math.Min(1024, most); ; window = Math.Min(window * 4, most))
        {
            var seen = Peek(window);
            var end = seen.IndexOf((byte)'\n');
            if (end >= 0)
            {
                var line = Encoding.Latin1.GetString(seen[..end]).TrimEnd('\r');
                _start += end + 1;
                return line;
            }

            if (seen.Length < window || window == most)
            {
                return null;
            }
        }
    }

    /// <summary>Goes to the next occurrence of <paramref name="pattern"/>; false at the end of the stream.</summary>
    public bool Find(ReadOnlySpan<byte> pattern)
    {
        while (true)
        {
            var seen = Peek(_buffer.Length / 2);
            var at = seen.IndexOf(pattern);
            if (at >= 0)
            {
                _start += at;
                return true;
            }

            if (seen.Length < _buffer.Length / 2)
            {
                _start += seen.Length;
                return false;
            }

            _start += seen.Length - pattern.Length + 1;
        }
    }

    private bool Fill()
    {
        if (_end == _buffer.Length)
        {
            // A quarter of the buffer stays, to go back to.
            var keep = Math.Max(0, _start - (_buffer.Length / 4));
            _buffer.AsSpan(keep, _end - keep).CopyTo(_buffer);
            _bufferPosition += keep;
            _start -= keep;
            _end -= keep;
        }

        var room = _buffer.AsSpan(_end);
        int count;
        if (_pending.Length > 0)
        {
            count = Math.Min(room.Length, _pending.Length);
            _pending.Span[..count].CopyTo(room);
            _pending = _pending[count..];
        }
        else
        {
            count = _stream.Read(room);
        }

        _end += count;
        return count > 0;
    }
}
