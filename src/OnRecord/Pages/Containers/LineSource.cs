using System.Globalization;
using System.IO.Compression;

namespace OnRecord.Pages.Containers;

/// <summary>Lines of bytes, gzipped or not, each of a bounded length.</summary>
internal sealed class LineSource
{
    private const int Step = 16 * 1024;

    private readonly ByteSource _source;
    private readonly int _most;
    private bool _isBroken;

    public LineSource(Stream stream, int most)
    {
        _most = most;
        _source = new ByteSource(stream);
        if (_source.Peek(2) is [0x1f, 0x8b])
        {
            _source = new ByteSource(new GZipStream(new SourceStream(_source), CompressionMode.Decompress));
        }
    }

    /// <summary>The next line without its end; null behind the last.</summary>
    public Line? Next()
    {
        var line = new MemoryStream();
        var length = 0L;
        while (TryPeek() is { Length: > 0 } seen)
        {
            var end = seen.IndexOf((byte)'\n');
            var part = end < 0 ? seen : seen[..end];
            length += part.Length;
            if (length <= _most)
            {
                line.Write(part);
            }

            _source.Skip(end < 0 ? part.Length : end + 1);
            if (end >= 0)
            {
                return Of(line, length);
            }
        }

        if (_isBroken)
        {
            _isBroken = false;
            return new Line(default, "the gzip data are damaged or cut off here; what follows is left out");
        }

        return length > 0 ? Of(line, length) : null;
    }

    /// <summary>A line and all that follows it, as one.</summary>
    public Line Rest(Line first)
    {
        var whole = new MemoryStream();
        whole.Write(first.Bytes.Span);
        long length = first.Bytes.Length;
        while (length <= _most && Next() is { } line)
        {
            if (line.Problem is not null)
            {
                return line;
            }

            whole.WriteByte((byte)'\n');
            whole.Write(line.Bytes.Span);
            length += line.Bytes.Length + 1;
        }

        return Of(whole, length);
    }

    private Line Of(MemoryStream bytes, long length) => length <= _most
        ? new Line(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), null)
        : new Line(default, string.Create(CultureInfo.InvariantCulture, $"it has more than {_most:N0} bytes, the limit for one page; it is skipped"));

    private ReadOnlySpan<byte> TryPeek()
    {
        try
        {
            return _source.Peek(1).IsEmpty ? [] : _source.Peek(Step);
        }
        catch (InvalidDataException)
        {
            _isBroken = true;
            return [];
        }
    }

    /// <summary>A line, or why it cannot be had.</summary>
    internal readonly record struct Line(ReadOnlyMemory<byte> Bytes, string? Problem);

    /// <summary>What is left of a source, as a stream.</summary>
    private sealed class SourceStream(ByteSource source) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer) => source.Read(buffer);

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
