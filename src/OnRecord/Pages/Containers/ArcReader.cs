using System.Globalization;

namespace OnRecord.Pages.Containers;

/// <summary>Reads the web archives that were written before WARC: ARC files (Internet Archive, 1996), plain or gzipped, record by record in bounded memory.</summary>
/// <remarks>A record is a line (address, IP, date, media type, length; version 2 has more fields between) and that many bytes: an answer of a web server.</remarks>
internal static class ArcReader
{
    private const int MostLineBytes = 64 * 1024;
    private const int MostHttpHeaderBytes = 256 * 1024;
    private const int LeastFields = 5;

    /// <summary>How every ARC file begins: the line of the record that describes it.</summary>
    public static ReadOnlySpan<byte> Opening => "filedesc://"u8;

    /// <summary>The pages, problems and, at the end, what was left out, in the order of the file.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static IEnumerable<ContainedPage> Read(Stream stream, ContainerOptions options)
    {
        var raw = new ByteSource(stream);
        var source = GzipMember.Begins(raw.Peek(3)) ? new ByteSource(Stream.Null) : raw;
        var leftOut = new LeftOut();
        for (var isDone = false; !isDone;)
        {
            if (Next(raw, source, options, leftOut, out isDone) is { } item)
            {
                yield return item;
            }
        }

        if (leftOut.Take() is { } remark)
        {
            yield return remark;
        }
    }

    /// <summary>The page of the next record; null where it holds none. The source is the file, or what its members unpack to, one after the other.</summary>
    private static ContainedPage? Next(ByteSource raw, ByteSource source, ContainerOptions options, LeftOut leftOut, out bool isDone)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"byte {raw.Position}");
        isDone = true;
        try
        {
            SkipBlanks(source);
            if (source != raw && source.Peek(1).IsEmpty && GzipMember.Begins(raw.Peek(3)))
            {
                source.Reset(GzipMember.Open(raw));
                SkipBlanks(source);
            }

            if (source.Peek(1).IsEmpty)
            {
                return null;
            }

            place = source == raw ? string.Create(CultureInfo.InvariantCulture, $"byte {raw.Position}") : place;
            var line = source.ReadLine(MostLineBytes);
            if (line?.Split(' ') is not { Length: >= LeastFields } fields || !fields[0].Contains(':', StringComparison.Ordinal)
                || !long.TryParse(fields[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            {
                // A line without an end was not taken: it would be found again for ever.
                isDone = line is null || !FindNext(source);
                return ContainedPage.Fault(place, isDone ? "no ARC record begins here, and no other follows" : "no ARC record begins here; it is skipped, and reading goes on at the next");
            }

            if (fields[0].StartsWith("filedesc:", StringComparison.OrdinalIgnoreCase))
            {
                isDone = false;
                SkipDescription(source, length);
                return null;
            }

            var held = Take(source, length, (int)Math.Min(Array.MaxLength, (long)options.MaxPageBytes + MostHttpHeaderBytes), out var taken);
            isDone = taken < length;
            return fields[0].StartsWith("http", StringComparison.OrdinalIgnoreCase) ? Page(fields, held, place, options, leftOut, isDone)
                : leftOut.Count("answers to other protocols than HTTP");
        }
        catch (InvalidDataException e)
        {
            return ContainedPage.Fault(place, $"the gzip data are damaged here, and what follows is left out: {e.Message}");
        }
    }

    /// <summary>Goes to the next line that begins like the record of a page; false where there is none.</summary>
    private static bool FindNext(ByteSource source)
    {
        if (source.Peek(4).SequenceEqual("http"u8))
        {
            return true;
        }

        var found = source.Find("\nhttp"u8);
        source.Skip(found ? 1 : 0);
        return found;
    }

    /// <summary>Passes over what describes the file: as many bytes as it says or, where no record follows there, the lines up to an empty one. Some writers count wrongly.</summary>
    private static void SkipDescription(ByteSource source, long length)
    {
        const int LongestDescription = 64 * 1024;
        var seen = source.Peek((int)Math.Min(length, LongestDescription) + LeastFields);
        var rest = seen.Length >= length ? seen[(int)length..].TrimStart("\r\n"u8) : [];
        if (length <= LongestDescription && (rest.IsEmpty ? seen.Length >= length : rest.StartsWith("http"u8) || rest.StartsWith("dns:"u8)))
        {
            source.Skip((int)Math.Min(length, seen.Length));
            return;
        }

        while (source.ReadLine(MostLineBytes) is { Length: > 0 })
        {
        }
    }

    private static void SkipBlanks(ByteSource source)
    {
        while (source.Peek(1) is [(byte)'\n' or (byte)'\r'])
        {
            source.Skip(1);
        }
    }

    private static ContainedPage? Page(string[] fields, byte[] block, string place, ContainerOptions options, LeftOut leftOut, bool isCut)
    {
        // The address may hold blanks; what follows it has a fixed number of fields, by the version.
        var rest = fields.Length >= 10 && fields[^2].EndsWith(".gz", StringComparison.Ordinal) ? 9 : LeastFields - 1;
        var header = WarcHeader.Of(
            ("WARC-Type", "response"),
            ("WARC-Target-URI", string.Join(' ', fields[..^rest])),
            ("WARC-Date", Instant(fields[^(rest - 1)])),
            ("Content-Type", "application/http"),
            ("WARC-Truncated", isCut ? "length" : null));
        return WarcPage.Of(header, block, place, options, leftOut) is not { } item ? null
            : item.Page is { } page ? item with { Page = page with { Warc = null } }
            : item;
    }

    /// <summary>The date of a record, fourteen figures in UTC, as an ISO instant; null where it is none.</summary>
    private static string? Instant(string digits) => digits.Length == 14 && digits.All(char.IsAsciiDigit)
        ? $"{digits[..4]}-{digits[4..6]}-{digits[6..8]}T{digits[8..10]}:{digits[10..12]}:{digits[12..]}Z"
        : null;

    /// <summary>Takes a record's bytes; of one larger than a page may be, only the beginning is held.</summary>
    private static byte[] Take(ByteSource source, long length, int most, out long taken)
    {
        using var held = new MemoryStream();
        var chunk = new byte[64 * 1024];
        for (taken = 0; taken < length;)
        {
            var count = source.Read(chunk.AsSpan(0, (int)Math.Min(chunk.Length, length - taken)));
            if (count == 0)
            {
                break;
            }

            held.Write(chunk, 0, (int)Math.Min(count, most - held.Length));
            taken += count;
        }

        return held.ToArray();
    }
}
