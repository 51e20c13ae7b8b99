using System.Collections.Frozen;
using System.Text;

namespace OnRecord.Pages.Input;

/// <summary>Character sets by the labels that pages use (WHATWG Encoding Standard where browsers and IANA differ).</summary>
internal static class Charsets
{
    // What pages say, and the larger set that browsers read it as.
    private static readonly FrozenDictionary<string, string> ReadAs = new Dictionary<string, string>
    {
        ["ascii"] = "windows-1252",
        ["us-ascii"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["l1"] = "windows-1252",
        ["iso-8859-1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252",
        ["cp1252"] = "windows-1252",
        ["cp1251"] = "windows-1251",
        ["iso-8859-9"] = "windows-1254",
        ["iso-8859-11"] = "windows-874",
        ["tis-620"] = "windows-874",
        ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["cp936"] = "gb18030",
        ["big5-hkscs"] = "big5",
        ["cp950"] = "big5",
        ["sjis"] = "shift_jis",
        ["x-sjis"] = "shift_jis",
        ["shift-jis"] = "shift_jis",
        ["cp932"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["euc-kr"] = "ks_c_5601-1987",
        ["cp949"] = "ks_c_5601-1987",
        ["utf8"] = "utf-8",
        ["utf-16"] = "utf-16le",
        ["ucs-2"] = "utf-16le",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The encoding that a label means, invalid input read as U+FFFD; null for a label that is not known.</summary>
    public static Encoding? Find(string label)
    {
        var name = label.Trim(' ', '\t', '\r', '\n', '"', '\'', ';');
        name = ReadAs.GetValueOrDefault(name, name);
        if (name.Equals("utf-7", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            // The provider of the legacy sets is asked directly: registering it would change the whole process.
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\ufffd"))
                ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\ufffd"));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The IANA name, in lower case; UTF-16 with its byte order.</summary>
    public static string NameOf(Encoding encoding) => encoding.CodePage switch
    {
        1200 => "utf-16le",
        1201 => "utf-16be",
        949 => "euc-kr",
        _ => encoding.WebName.ToLowerInvariant(),
    };

    /// <summary>The label in a <c>meta</c> element or XML declaration near the start of an HTML page; null where there is none.</summary>
    public static string? DeclaredInHtml(ReadOnlySpan<byte> bytes)
    {
        const int Window = 4096;
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(Window, bytes.Length)]);
        if (head.StartsWith("<?xml", StringComparison.Ordinal) && ValueAfter(head[..Math.Max(0, head.IndexOf('>'))], "encoding") is { } xml)
        {
            return xml;
        }

        for (var at = NextMeta(head, 0); at >= 0; at = NextMeta(head, at + 5))
        {
            var end = head.IndexOf('>', at);
            if (end > at && ValueAfter(head[at..end], "charset") is { } label)
            {
                return label;
            }
        }

        return null;
    }

    private static int NextMeta(string head, int from) => head.IndexOf("<meta", from, StringComparison.OrdinalIgnoreCase);

    private static string? ValueAfter(string tag, string name)
    {
        var at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var rest = tag.AsSpan(at + name.Length).TrimStart();
        if (rest.IsEmpty || rest[0] != '=')
        {
            return null;
        }

        rest = rest[1..].TrimStart(" \t\r\n\"'");
        var end = rest.IndexOfAny(" \t\r\n\"'/>;");
        var value = end < 0 ? rest : rest[..end];
        return value.IsEmpty ? null : value.ToString();
    }
}
