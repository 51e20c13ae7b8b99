using System.Buffers.Binary;
using System.IO.Compression;

namespace OnRecord.Pages.Containers;

/// <summary>One member of a gzip file (RFC 1952), unpacked; the source then stands behind it.</summary>
/// <remarks>
/// The inflater takes more bytes than belong to a member and does not tell how many. It is therefore fed in small pieces, and
/// the member's end is where its checksum and length stand in the last of them, which checks them at once.
/// </remarks>
internal sealed class GzipMember : Stream
{
    private const int PieceSize = 4096;
    private const int TrailerSize = 8;
    private const int HeaderSize = 10;
    private const int MostNameBytes = 64 * 1024;

    private readonly ByteSource _packed;
    private readonly Feed _feed;
    private readonly DeflateStream _inflater;
    private uint _crc = 0xffffffff;
    private uint _length;
    private bool _isDone;

    private GzipMember(ByteSource packed)
    {
        _packed = packed;
        _feed = new Feed(packed);
        _inflater = new DeflateStream(_feed, CompressionMode.Decompress);
    }

    /// <summary>Whether a member can begin with these bytes: the magic number and the one method there is.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes is [0x1f, 0x8b, 8, ..];

    /// <summary>The member at the position of <paramref name="packed"/>.</summary>
    /// <exception cref="InvalidDataException">Its header is damaged or cut off.</exception>
    public static GzipMember Open(ByteSource packed)
    {
        var head = packed.Peek(HeaderSize);
        if (head.Length < HeaderSize || !Begins(head) || (head[3] & 0xe0) != 0)
        {
            throw new InvalidDataException("no gzip header");
        }

        var flags = head[3];
        packed.Skip(HeaderSize);
        if ((flags & 4) != 0)
        {
            var extra = Take(packed, 2);
            _ = Take(packed, BinaryPrimitives.ReadUInt16LittleEndian(extra));
        }

        SkipText(packed, (flags & 8) != 0);
        SkipText(packed, (flags & 16) != 0);
        _ = Take(packed, (flags & 2) != 0 ? 2 : 0);
        return new GzipMember(packed);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="InvalidDataException">The data are damaged, or end before the member does.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_isDone || buffer.IsEmpty)
        {
            return 0;
        }

        var count = _inflater.Read(buffer);
        if (count == 0)
        {
            _isDone = true;
            FindEnd();
        }

        _crc = Crc32.Add(_crc, buffer[..count]);
        _length += (uint)count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _inflater.Dispose();
        base.Dispose(disposing);
    }

    private void FindEnd()
    {
        Span<byte> trailer = stackalloc byte[TrailerSize];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, ~_crc);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _length);
        _packed.GoBack(_feed.LastPiece);
        var at = _packed.Peek(PieceSize + TrailerSize).IndexOf(trailer);
        if (at < 0)
        {
            throw new InvalidDataException("the gzip data are cut off or their checksum is wrong");
        }

        _packed.Skip(at + TrailerSize);
    }

    private static byte[] Take(ByteSource packed, int count)
    {
        var bytes = packed.Peek(count).ToArray();
        packed.Skip(bytes.Length);
        return bytes.Length == count ? bytes : throw new InvalidDataException("the gzip header is cut off");
    }

    private static void SkipText(ByteSource packed, bool isThere)
    {
        if (isThere)
        {
            var end = packed.Peek(MostNameBytes).IndexOf((byte)0);
            packed.Skip(end >= 0 ? end + 1 : throw new InvalidDataException("the gzip header has no end"));
        }
    }

    /// <summary>Gives the inflater small pieces, and remembers where the last began.</summary>
    private sealed class Feed(ByteSource packed) : Stream
    {
        public long LastPiece { get; private set; } = packed.Position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var at = packed.Position;
            var count = packed.Read(buffer[..Math.Min(buffer.Length, PieceSize)]);
            LastPiece = count > 0 ? at : LastPiece;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
