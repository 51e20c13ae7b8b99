using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace OnRecord.Pages.Containers;

/// <summary>An answer of a web server as a WARC file keeps it: status, headers and the body with its codings taken off.</summary>
/// <param name="Status">Status code; 0 where the first line is none of HTTP.</param>
/// <param name="ContentType">Value of <c>Content-Type</c>, or null.</param>
/// <param name="Body">The body without transfer and content codings.</param>
/// <param name="Problem">Why there is no body, or null.</param>
/// <param name="IsCut">Whether the last chunk is shorter than it says.</param>
internal sealed record HttpAnswer(int Status, string? ContentType, ReadOnlyMemory<byte> Body, string? Problem = null, bool IsCut = false)
{
    /// <summary>Servers send a few hundred bytes to a few thousand; more is no header.</summary>
    private const int MostHeaderBytes = 256 * 1024;

    /// <summary>Real answers have one coding; each more multiplies the work that a hostile one makes.</summary>
    private const int MostCodings = 4;

    /// <summary>Takes an answer apart (RFC 9112, RFC 9110).</summary>
    /// <param name="message">Status line, headers, body.</param>
    /// <param name="maxBytes">Most bytes of the body at any step of decoding.</param>
    public static HttpAnswer Parse(ReadOnlyMemory<byte> message, int maxBytes)
    {
        var head = message.Span[..Math.Min(message.Length, MostHeaderBytes)];
        var (end, bodyAt) = EndOfHead(head);
        if (end < 0)
        {
            return new HttpAnswer(0, null, default, "its HTTP header has no end");
        }

        var lines = Encoding.Latin1.GetString(head[..end]).Split('\n');
        var status = StatusOf(lines[0]);
        string? type = null, transfer = null, coding = null;
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':');
            var name = colon < 0 ? "" : line[..colon].Trim();
            var value = line[(colon + 1)..].Trim();
            type = name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) ? value : type;
            transfer = name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase) ? value : transfer;
            coding = name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase) ? value : coding;
        }

        var answer = new HttpAnswer(status, type, message[bodyAt..]);
        if (transfer is not null && transfer.Contains("chunked", StringComparison.OrdinalIgnoreCase) && Unchunk(answer.Body.Span) is { } whole)
        {
            answer = answer with { Body = whole.Bytes, IsCut = whole.IsCut };
        }

        return coding is null ? answer : answer.Decoded(coding, maxBytes);
    }

    /// <summary>The length of the header and the start of the body: the first empty line, whatever the line ends.</summary>
    private static (int End, int BodyAt) EndOfHead(ReadOnlySpan<byte> head)
    {
        for (var at = 0; at < head.Length;)
        {
            var length = head[at..].IndexOf((byte)'\n');
            if (length < 0)
            {
                break;
            }

            if (length == 0 || (length == 1 && head[at] == '\r'))
            {
                return (at, at + length + 1);
            }

            at += length + 1;
        }

        return (-1, 0);
    }

    private static int StatusOf(string line)
    {
        var parts = line.Split(' ', 3);
        return parts.Length > 1 && parts[0].StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(parts[1].AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0;
    }

    /// <summary>The chunks put together; null where the body is not chunked at all, as where a crawler has put them together and kept the header.</summary>
    private static (byte[] Bytes, bool IsCut)? Unchunk(ReadOnlySpan<byte> body)
    {
        using var whole = new MemoryStream(body.Length);
        for (var rest = body; ;)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? [] : rest[..end];
            var stop = line.IndexOfAny(" ;\r\t"u8);
            var digits = stop < 0 ? line : line[..stop];
            if (digits.IsEmpty || digits.Length > 8 || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size))
            {
                return whole.Length == 0 && !body.IsEmpty ? null : (whole.ToArray(), true);
            }

            rest = rest[(end + 1)..];
            if (size == 0)
            {
                return (whole.ToArray(), false);
            }

            if (size > rest.Length)
            {
                whole.Write(rest);
                return (whole.ToArray(), true);
            }

            whole.Write(rest[..(int)size]);
            rest = rest[(int)size..];
            rest = rest.StartsWith("\r\n"u8) ? rest[2..] : rest.StartsWith("\n"u8) ? rest[1..] : rest;
        }
    }

    private HttpAnswer Decoded(string codings, int maxBytes)
    {
        var answer = this;
        foreach (var coding in codings.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MostCodings).Reverse())
        {
            if (answer.Problem is not null || coding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            answer = answer.Unpacked(coding.ToLowerInvariant(), maxBytes);
        }

        return answer;
    }

    private HttpAnswer Unpacked(string coding, int maxBytes)
    {
        var packed = Body.ToArray();
        using var source = new MemoryStream(packed, writable: false);
        using var unpacker = Unpacker(coding, source, packed);
        if (unpacker is null)
        {
            return this with { Body = default, Problem = $"its content encoding '{coding}' is none that OnRecord unpacks (gzip, deflate, br)" };
        }

        using var whole = new MemoryStream();
        var chunk = new byte[64 * 1024];
        try
        {
            int count;
            while ((count = unpacker.Read(chunk)) > 0)
            {
                if (whole.Length + count > maxBytes)
                {
                    return this with { Body = default, Problem = string.Create(CultureInfo.InvariantCulture, $"its body has more than {maxBytes:N0} unpacked bytes, the limit for one page") };
                }

                whole.Write(chunk, 0, count);
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            // A crawler that unpacks and keeps the header leaves plain text behind; anything else is damage.
            return whole.Length == 0 && packed.AsSpan().TrimStart(" \t\r\n\ufeff"u8) is [(byte)'<', ..]
                ? this
                : this with { Body = default, Problem = $"its body is damaged: it is no valid {coding} data" };
        }

        return this with { Body = whole.ToArray() };
    }

    private static Stream? Unpacker(string coding, Stream source, byte[] packed) => coding switch
    {
        "gzip" or "x-gzip" => new GZipStream(source, CompressionMode.Decompress),

        // RFC 9110 means zlib; some servers send bare deflate data.
        "deflate" => packed is [var method, var check, ..] && (method & 15) == 8 && ((method << 8) | check) % 31 == 0
            ? new ZLibStream(source, CompressionMode.Decompress)
            : new DeflateStream(source, CompressionMode.Decompress),
        "br" => new BrotliStream(source, CompressionMode.Decompress),
        _ => null,
    };
}
