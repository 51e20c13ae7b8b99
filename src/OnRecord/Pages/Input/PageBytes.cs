using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using OnRecord.Pages.Containers;
using OnRecord.Pages.Input;

namespace OnRecord.Pages;

/// <summary>Reads the bytes of a page, unpacks gzip, and refuses what is not text, in bounded memory.</summary>
public static class PageBytes
{
    /// <summary>Largest page read unless the caller says otherwise, in unpacked bytes: 64 MB. News pages rarely pass 5 MB.</summary>
    public const int DefaultMaxBytes = 64 * 1024 * 1024;

    private const int ChunkSize = 64 * 1024;

    /// <summary>RFC 1952: a header of ten bytes, at least two of data, a trailer of eight.</summary>
    private const int LeastGzipSize = 20;

    /// <summary>The unpacked bytes of the page in <paramref name="input"/>, from its position to its end.</summary>
    /// <param name="input">A file, standard input, the body of an answer; gzip is known by its first two bytes.</param>
    /// <param name="maxBytes">Limit for the packed and for the unpacked bytes; reading stops there.</param>
    /// <exception cref="PageInputException">Empty, too large, damaged or binary input, or a form that is not read.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static byte[] Read(Stream input, int maxBytes = DefaultMaxBytes) => Read(input, maxBytes, _ => { });

    /// <summary>As <see cref="Read(Stream, int)"/>, and tells what was passed over.</summary>
    /// <param name="input">A file, standard input, the body of an answer; gzip is known by its first two bytes.</param>
    /// <param name="maxBytes">Limit for the packed and for the unpacked bytes; reading stops there.</param>
    /// <param name="remark">Called with what a user should know of a page that was read none the less.</param>
    /// <exception cref="PageInputException">Empty, too large, damaged or binary input, or a form that is not read.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static byte[] Read(Stream input, int maxBytes, Action<string> remark)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBytes);
        var bytes = ReadToEnd(input, maxBytes, "");
        if (bytes is [0x1f, 0x8b, ..])
        {
            bytes = Unpack(bytes, maxBytes, remark);
        }

        return Refusal(bytes) is { } refusal ? throw refusal : bytes;
    }

    /// <summary>Why unpacked bytes are no page; null where they are.</summary>
    internal static PageInputException? Refusal(ReadOnlySpan<byte> bytes) =>
        IsBlank(bytes)
            ? new PageInputException(PageInputProblem.Empty, "there is no text in it. Fetch the page again, or leave the file out.")
        : BinaryKinds.Of(bytes) is { } kind
            ? new PageInputException(PageInputProblem.Binary, $"looks like {kind}; OnRecord reads HTML and plain text, either gzipped. Extract its text first.")
        : OtherForms.Of(bytes) is { } form
            ? new PageInputException(PageInputProblem.UnreadForm, $"is {form}, a form that OnRecord does not read. Save the page as HTML ('web page, HTML only' or 'complete') and read that.")
        : null;

    private static byte[] Unpack(byte[] packed, int maxBytes, Action<string> remark)
    {
        // The inflater takes a cut header for an empty file.
        if (packed.Length < LeastGzipSize)
        {
            throw Truncated();
        }

        var source = new EndWatchingStream(packed);
        try
        {
            using var gzip = new GZipStream(source, CompressionMode.Decompress);
            var bytes = ReadToEnd(gzip, maxBytes, "unpacked ");
            return IsWhole(packed, bytes.Length) || EndsBefore(packed, bytes, remark) ? bytes : throw Truncated();
        }
        catch (InvalidDataException error)
        {
            // The inflater asks for more input only while what it has is in order.
            throw source.AskedPastEnd
                ? Truncated(error)
                : new PageInputException(PageInputProblem.DamagedGzip, "the gzip data are damaged. Fetch the page again, or unpack what can be saved with another tool.", error);
        }
    }

    /// <summary>Whether packed data came to their end, which the inflater does not check: it gives what it has.</summary>
    private static bool IsWhole(byte[] packed, int unpackedLength)
    {
        // The last four bytes are the length of the last member: of the whole, where there is one member.
        if (BinaryPrimitives.ReadUInt32LittleEndian(packed.AsSpan(packed.Length - 4)) == (uint)unpackedLength)
        {
            return true;
        }

        // Members may follow each other. One more is read as such only behind the end of the last.
        using var another = new MemoryStream();
        another.Write(packed);
        using (var gzip = new GZipStream(another, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("end"u8);
        }

        another.Position = 0;
        try
        {
            using var gzip = new GZipStream(another, CompressionMode.Decompress);
            var bytes = ReadToEnd(gzip, (int)Math.Min(int.MaxValue, unpackedLength + 64L), "unpacked ");
            return bytes.Length == unpackedLength + 3 && bytes.AsSpan().EndsWith("end"u8);
        }
        catch (Exception error) when (error is InvalidDataException or PageInputException)
        {
            return false;
        }
    }

    /// <summary>Whether all members are whole and other bytes stand behind the last, which gzip(1) passes over with a word; of bytes of zero, which fill blocks of a tape, it says none.</summary>
    private static bool EndsBefore(byte[] packed, byte[] unpacked, Action<string> remark)
    {
        var source = new ByteSource(new MemoryStream(packed, writable: false));
        try
        {
            for (long length = 0; length <= unpacked.Length && GzipMember.Begins(source.Peek(3));)
            {
                using var member = GzipMember.Open(source);
                var chunk = new byte[ChunkSize];
                while (member.Read(chunk.AsSpan()) is > 0 and var count)
                {
                    length += count;
                }

                if (length == unpacked.Length && !GzipMember.Begins(source.Peek(3)))
                {
                    var behind = packed.Length - (int)source.Position;
                    if (packed.AsSpan(packed.Length - behind).ContainsAnyExcept((byte)0))
                    {
                        remark(string.Create(CultureInfo.InvariantCulture, $"{behind:N0} bytes behind the end of the gzip data are passed over"));
                    }

                    return true;
                }
            }
        }
        catch (InvalidDataException)
        {
            // Cut off, or damaged: so it is told.
        }

        return false;
    }

    private static byte[] ReadToEnd(Stream input, int maxBytes, string state)
    {
        using var whole = new MemoryStream();
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            int count;
            while ((count = input.Read(chunk, 0, chunk.Length)) > 0)
            {
                if (whole.Length + count > maxBytes)
                {
                    throw TooLarge(maxBytes, state);
                }

                whole.Write(chunk, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return whole.ToArray();
    }

    private static PageInputException Truncated(Exception? error = null) =>
        new(PageInputProblem.TruncatedGzip, "the gzip data end too early. The download was cut off: fetch the page again.", error);

    private static PageInputException TooLarge(int maxBytes, string state) =>
        new(PageInputProblem.TooLarge, string.Create(CultureInfo.InvariantCulture, $"has more than {maxBytes:N0} {state}bytes, the limit for one page. If it is really one page, raise the limit with --max-bytes."));

    private static bool IsBlank(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xef, 0xbb, 0xbf, ..])
        {
            bytes = bytes[3..];
        }

        return !bytes.ContainsAnyExcept(" \t\r\n\f\0"u8);
    }

    private sealed class EndWatchingStream(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public bool AskedPastEnd { get; private set; }

        public override int Read(byte[] buffer, int offset, int count) => Watch(base.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Watch(base.Read(buffer));

        private int Watch(int read)
        {
            AskedPastEnd |= read == 0;
            return read;
        }
    }
}
