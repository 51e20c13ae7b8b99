using System.Collections.Immutable;
using System.Text;
using UtfUnknown;

namespace OnRecord.Pages.Input;

/// <summary>Turns a page's bytes into text.</summary>
/// <remarks>
/// In this order: byte order mark; what the container declared, if the bytes can be that; what the HTML declares, likewise;
/// UTF-8, if the bytes are valid or nearly; UTF-16 without a mark; a guess. Invalid sequences become U+FFFD.
/// </remarks>
internal static class TextDecoder
{
    /// <summary>How much of a page the detector reads.</summary>
    private const int DetectionWindow = 64 * 1024;

    /// <summary>With fewer bytes outside ASCII, the few are the typographic signs and accents of a Western language.</summary>
    private const double WesternShare = 0.03;

    private const float MinConfidence = 0.5f;

    public static DecodedText Decode(ReadOnlyMemory<byte> bytes, string? declared, bool isHtml)
    {
        if (MarkOf(bytes.Span) is var (marked, length))
        {
            return Decode(bytes, marked, length, []);
        }

        var evidence = Utf8Evidence.Of(bytes.Span);
        var problems = ImmutableArray.CreateBuilder<CharsetProblem>();
        foreach (var label in Labels(bytes.Span, declared, isHtml))
        {
            if (Charsets.Find(label) is not { } encoding)
            {
                problems.Add(new CharsetProblem("declaredCharsetUnknown"));
            }
            else if (Decode(bytes, encoding, 0, problems.ToImmutable()) is var decoded && Fits(decoded, encoding, evidence))
            {
                return decoded;
            }
            else
            {
                problems.Add(new CharsetProblem("declaredCharsetWrong"));
            }
        }

        var (guess, sure) = Guess(bytes.Span, evidence);
        if (!sure)
        {
            problems.Add(new CharsetProblem("guessedCharset"));
        }

        return Decode(bytes, guess, 0, problems.ToImmutable());
    }

    private static IEnumerable<string> Labels(ReadOnlySpan<byte> bytes, string? declared, bool isHtml)
    {
        var inHtml = isHtml ? Charsets.DeclaredInHtml(bytes) : null;

        // A meta element that can be read as ASCII cannot stand in UTF-16: the standard says to read it as UTF-8.
        inHtml = inHtml?.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) == true ? "utf-8" : inHtml;
        return new[] { declared, inHtml }.Where(label => !string.IsNullOrWhiteSpace(label)).Distinct(StringComparer.OrdinalIgnoreCase)!;
    }

    private static (Encoding Encoding, int Length)? MarkOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xef, 0xbb, 0xbf, ..] => (Encoding.UTF8, 3),
        [0xff, 0xfe, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xfe, 0xff, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xff, 0xfe, ..] => (Encoding.Unicode, 2),
        [0xfe, 0xff, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    private static bool Fits(DecodedText decoded, Encoding encoding, Utf8Evidence evidence)
    {
        if (encoding.CodePage == Encoding.UTF8.CodePage)
        {
            return evidence.Invalid == 0 || evidence.LooksLikeUtf8;
        }

        // Other sets hardly ever make valid UTF-8 by chance.
        if (evidence is { Invalid: 0, MultiByte: >= 2 })
        {
            return false;
        }

        var invalid = decoded.Problems.FirstOrDefault(problem => problem.Why == "invalidBytes")?.Count ?? 0;
        var wide = encoding.CodePage is 1200 or 1201 or 12000 or 12001;
        return invalid <= 1 + (decoded.Text.Length / 200) && !(wide && evidence is { Invalid: 0, Nuls: 0 });
    }

    private static (Encoding Encoding, bool Sure) Guess(ReadOnlySpan<byte> bytes, Utf8Evidence evidence)
    {
        if (evidence.Nuls > 0 && Utf16Shape.Of(bytes) is { } wide)
        {
            return (wide, true);
        }

        if (evidence.Invalid == 0 || evidence.LooksLikeUtf8)
        {
            return (Encoding.UTF8, true);
        }

        var western = Charsets.Find("windows-1252")!;
        if (evidence.HighBytes < bytes.Length * WesternShare)
        {
            return (western, false);
        }

        var found = CharsetDetector.DetectFromBytes(bytes[..Math.Min(DetectionWindow, bytes.Length)].ToArray()).Detected;
        return (found is { Confidence: >= MinConfidence, EncodingName: { } name } ? Charsets.Find(name) ?? western : western, false);
    }

    private static DecodedText Decode(ReadOnlyMemory<byte> bytes, Encoding encoding, int start, ImmutableArray<CharsetProblem> problems)
    {
        var (text, map) = Decode(bytes, encoding, start);
        var invalid = encoding.CodePage == Encoding.UTF8.CodePage
            ? Utf8Evidence.Of(bytes.Span[start..]).Invalid
            : text.AsSpan().Count('\ufffd');
        problems = invalid == 0 ? problems : problems.Add(new CharsetProblem("invalidBytes", invalid));
        return encoding.CodePage == Encoding.UTF8.CodePage && TwiceEncoded.Undo(text, map) is var (undone, through)
            ? new DecodedText(undone, Charsets.NameOf(encoding), through, problems.Add(new CharsetProblem("encodedTwice")))
            : new DecodedText(text, Charsets.NameOf(encoding), map, problems);
    }

    private static (string Text, ByteMap Map) Decode(ReadOnlyMemory<byte> bytes, Encoding encoding, int start)
    {
        var content = bytes.Span[start..];
        if (encoding.CodePage == Encoding.UTF8.CodePage)
        {
            return (Encoding.UTF8.GetString(content), new Utf8ByteMap(bytes, start));
        }

        var text = encoding.GetString(content);
        var perUnit = encoding.CodePage is 1200 or 1201 ? 2 : 1;
        return encoding.IsSingleByte || perUnit == 2
            ? (text, new FixedByteMap(start, perUnit, bytes.Length))
            : TableByteMap.Decode(bytes.Span, encoding, start);
    }
}

/// <summary>What speaks for and against UTF-8 in some bytes.</summary>
/// <param name="MultiByte">Valid sequences of two bytes and more.</param>
/// <param name="Invalid">Invalid sequences: each becomes one U+FFFD.</param>
/// <param name="HighBytes">Bytes outside ASCII.</param>
/// <param name="Nuls">NUL bytes.</param>
internal readonly record struct Utf8Evidence(int MultiByte, int Invalid, int HighBytes, int Nuls)
{
    /// <summary>Damaged UTF-8 rather than another set: others make valid sequences only by rare chance.</summary>
    public bool LooksLikeUtf8 => MultiByte > 0 && MultiByte >= Invalid;

    public static Utf8Evidence Of(ReadOnlySpan<byte> bytes)
    {
        var nuls = bytes.Count((byte)0);
        if (Ascii.IsValid(bytes))
        {
            return new Utf8Evidence(0, 0, 0, nuls);
        }

        int multiByte = 0, invalid = 0, high = 0;
        for (var rest = bytes; !rest.IsEmpty;)
        {
            var length = Utf8ByteMap.Step(rest, out _, out var valid);
            high += rest[0] < 0x80 ? 0 : length;
            invalid += valid ? 0 : 1;
            multiByte += valid && length > 1 ? 1 : 0;
            rest = rest[length..];
        }

        return new Utf8Evidence(multiByte, invalid, high, nuls);
    }
}
