using System.Globalization;

namespace OnRecord.Pages.Containers;

/// <summary>Reads a web archive record by record (WARC, ISO 28500:2017; also versions 0.17 to 1.1), plain or gzipped, in bounded memory.</summary>
/// <remarks>
/// A record counts only when another, or the end, follows where its Content-Length says so, and in gzip when the member's
/// checksum is right. Else it is skipped with its place, and the next record is looked for behind its header.
/// </remarks>
internal sealed class WarcReader(Stream stream, ContainerOptions options)
{
    private const int MostHttpHeaderBytes = 256 * 1024;
    private const int FirstBodySize = 64 * 1024;
    private const int MostBlanks = 64;

    private readonly ByteSource _raw = new(stream);
    private readonly ByteSource _unpacked = new(Stream.Null);
    private readonly LeftOut _leftOut = new();
    private byte[] _body = new byte[FirstBodySize];
    private GzipMember? _member;
    private long _memberAt;
    private bool _isPacked;
    private bool _isDone;

    private int MostBytes => (int)Math.Min(Array.MaxLength, (long)options.MaxPageBytes + MostHttpHeaderBytes);

    /// <summary>The pages, problems and, at the end, what was left out, in the order of the file.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static IEnumerable<ContainedPage> Read(Stream stream, ContainerOptions options)
    {
        var reader = new WarcReader(stream, options);
        while (reader.Next() is { } item)
        {
            yield return item;
        }
    }

    private ContainedPage? Next()
    {
        while (!_isDone)
        {
            try
            {
                if (Step() is { } item)
                {
                    return item;
                }
            }
            catch (InvalidDataException e)
            {
                return SkipMember(e.Message);
            }
        }

        return _leftOut.Take();
    }

    /// <summary>One record, or one change between members; null where it gives nothing to tell.</summary>
    private ContainedPage? Step()
    {
        if (_member is not null)
        {
            SkipBlanks(_unpacked);
            if (!_unpacked.Peek(1).IsEmpty)
            {
                return ReadRecord(_unpacked);
            }

            Close();
            return null;
        }

        SkipBlanks(_raw);
        var head = _raw.Peek(5);
        if (head.IsEmpty)
        {
            _isDone = true;
            return null;
        }

        _isPacked = GzipMember.Begins(head) || (_isPacked && !head.SequenceEqual("WARC/"u8));
        if (!_isPacked)
        {
            return ReadRecord(_raw);
        }

        _memberAt = _raw.Position;
        _member = GzipMember.Open(_raw);
        _unpacked.Reset(_member);
        return null;
    }

    private ContainedPage? ReadRecord(ByteSource source)
    {
        var place = Place(source);
        var header = WarcHeader.Read(source);
        if (header.Problem is { } problem)
        {
            return Skip(source, place, problem);
        }

        var (held, taken) = TakeBody(source, header.Length);
        if (!EndsHere(source) || taken < header.Length)
        {
            source.PutBack(_body.AsMemory(0, held));
            return Skip(source, place, taken < header.Length
                ? string.Create(CultureInfo.InvariantCulture, $"its Content-Length says {header.Length:N0} bytes, {taken:N0} are left")
                : "no record ends where its Content-Length says");
        }

        return header.Type switch
        {
            "response" or "resource" or "conversion" => taken > held
                ? ContainedPage.Fault(place, string.Create(CultureInfo.InvariantCulture, $"the record has {taken:N0} bytes, more than a page may have ({options.MaxPageBytes:N0}); --max-bytes raises the limit"))
                : WarcPage.Of(header, _body.AsMemory(0, held), place, options, _leftOut),
            "revisit" => _leftOut.Count("revisit records (duplicates of pages stored elsewhere)"),
            "continuation" => _leftOut.Count("continuation records"),
            _ => null,
        };
    }

    /// <summary>Takes a record's block; of one larger than a page may be, only the beginning is held.</summary>
    private (int Held, long Taken) TakeBody(ByteSource source, long length)
    {
        var held = 0;
        var most = (int)Math.Min(length, MostBytes);
        while (held < most)
        {
            if (held == _body.Length)
            {
                // Grown by what is there, not by what the record says of itself.
                Array.Resize(ref _body, (int)Math.Min((long)_body.Length * 2, MostBytes));
            }

            var count = source.Read(_body.AsSpan(held, Math.Min(_body.Length, most) - held));
            if (count == 0)
            {
                return (held, held);
            }

            held += count;
        }

        long taken = held;
        var scratch = taken < length ? new byte[FirstBodySize] : [];
        while (taken < length && source.Read(scratch.AsSpan(0, (int)Math.Min(scratch.Length, length - taken))) is > 0 and var more)
        {
            taken += more;
        }

        return (held, taken);
    }

    /// <summary>Whether a record may end at the source's position: the two empty lines of the standard stand there, or another, a member or the end follows.</summary>
    /// <remarks>Where the record is its member's last, looking behind it also checks the member.</remarks>
    private static bool EndsHere(ByteSource source)
    {
        var after = source.Peek(MostBlanks);
        var rest = after.TrimStart("\r\n"u8);
        return rest.IsEmpty
            ? after.Length < MostBlanks
            : after.StartsWith("\r\n\r\n"u8) || rest.Length < after.Length && (rest.StartsWith("WARC/"u8) || GzipMember.Begins(rest) || "WARC/"u8.StartsWith(rest));
    }

    /// <summary>Looks for the next record of a plain file or of an open member.</summary>
    private ContainedPage Skip(ByteSource source, string place, string problem)
    {
        var found = source.Find("\nWARC/1."u8);
        if (found)
        {
            source.Skip(1);
        }

        return ContainedPage.Fault(place, found ? $"{problem}; the record is skipped, the next is at {Place(source)}" : $"{problem}; the record is skipped, no other follows");
    }

    /// <summary>Looks for the next member that holds a record, from shortly before the place where this one went wrong.</summary>
    private ContainedPage SkipMember(string problem)
    {
        // Damage may lead the inflater astray past the member's end, so the search begins before it noticed.
        var place = $"byte {Number(_memberAt)}";
        Close();
        _raw.GoBack(Math.Max(_memberAt + 1, _raw.Earliest));
        while (_raw.Find([0x1f, 0x8b, 8]))
        {
            var at = _raw.Position;
            if (BeginsRecord())
            {
                _raw.GoBack(at);
                return ContainedPage.Fault(place, $"{problem}; the record is skipped, the next is at byte {Number(at)}");
            }

            _raw.GoBack(at + 1);
        }

        _isDone = true;
        return ContainedPage.Fault(place, $"{problem}; the record is skipped, no other follows");
    }

    private bool BeginsRecord()
    {
        try
        {
            using var member = GzipMember.Open(_raw);
            Span<byte> head = stackalloc byte[5];
            return member.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual("WARC/"u8);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private void Close()
    {
        _member?.Dispose();
        _member = null;
    }

    private string Place(ByteSource source) => source == _raw
        ? $"byte {Number(_raw.Position)}"
        : source.Position == 0 ? $"byte {Number(_memberAt)}" : $"byte {Number(_memberAt)}, {Number(source.Position)} unpacked";

    private static void SkipBlanks(ByteSource source)
    {
        while (source.Peek(1) is [(byte)'\r' or (byte)'\n'])
        {
            source.Skip(1);
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
