using System.Net;
using System.Text;

namespace OnRecord.Pages.Containers;

/// <summary>Makes the text of a feed into XML that a strict reader accepts: what real feeds get wrong in characters and entities.</summary>
internal static class FeedText
{
    private const int LongestName = 32;

    /// <summary>
    /// The text with entities of HTML as character references, lone ampersands escaped, and characters that XML forbids as U+FFFD.
    /// CDATA sections and comments stay as they are but for such characters; the document type is left out. Linear in the text.
    /// </summary>
    public static string Repair(string xml)
    {
        var start = xml.IndexOf('<');
        var text = new StringBuilder(xml.Length + 1024);
        for (var i = Math.Max(0, start); i < xml.Length; i++)
        {
            var c = xml[i];
            if (c == '<' && EndOfDocumentType(xml, i) is { } behind)
            {
                // A feed needs none, and what it declares could be anything.
                i = behind - 1;
            }
            else if (c == '<' && EndOfVerbatim(xml, i) is { } end)
            {
                for (; i < end; i++)
                {
                    Append(text, xml, ref i);
                }

                i--;
            }
            else if (c == '&')
            {
                i += AppendEntity(text, xml, i) - 1;
            }
            else
            {
                Append(text, xml, ref i);
            }
        }

        return text.ToString();
    }

    /// <summary>The end of the document type that begins here, with the declarations that it holds in brackets; null where none does.</summary>
    private static int? EndOfDocumentType(string xml, int at)
    {
        if (!xml.AsSpan(at).StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var depth = 0;
        for (var i = at; i < xml.Length; i++)
        {
            depth += xml[i] is '<' or '[' ? 1 : xml[i] is '>' or ']' ? -1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }

            if (xml[i] is '"' or '\'' && xml.IndexOf(xml[i], i + 1) is var close and > 0)
            {
                i = close;
            }
        }

        return xml.Length;
    }

    /// <summary>The end of the CDATA section or comment that begins here; null where none does.</summary>
    private static int? EndOfVerbatim(string xml, int at)
    {
        var rest = xml.AsSpan(at);
        var stop = rest.StartsWith("<![CDATA[") ? "]]>" : rest.StartsWith("<!--") ? "-->" : null;
        if (stop is null)
        {
            return null;
        }

        var end = xml.IndexOf(stop, at + 4, StringComparison.Ordinal);
        return end < 0 ? xml.Length : end + stop.Length;
    }

    /// <summary>Appends what an ampersand begins, and tells how many characters of the input that took.</summary>
    private static int AppendEntity(StringBuilder text, string xml, int at)
    {
        var window = xml.AsSpan(at, Math.Min(LongestName, xml.Length - at));
        var stop = window.IndexOf(';');
        var name = stop > 1 ? window[1..stop] : default;
        if (name is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            text.Append(window[..(stop + 1)]);
            return stop + 1;
        }

        // Named and numbered references alike: numbers may stand for characters that XML forbids.
        var decoded = name.IsEmpty ? "" : WebUtility.HtmlDecode(window[..(stop + 1)].ToString());
        if (decoded.Length is 0 or > 2)
        {
            text.Append("&amp;");
            return 1;
        }

        var rune = Rune.TryGetRuneAt(decoded, 0, out var found) && IsAllowed(found.Value) ? found.Value : 0xfffd;
        text.Append("&#").Append(rune).Append(';');
        return stop + 1;
    }

    private static void Append(StringBuilder text, string xml, ref int i)
    {
        if (char.IsHighSurrogate(xml[i]) && i + 1 < xml.Length && char.IsLowSurrogate(xml[i + 1]))
        {
            text.Append(xml[i]).Append(xml[++i]);
        }
        else
        {
            text.Append(IsAllowed(xml[i]) && !char.IsSurrogate(xml[i]) ? xml[i] : '\ufffd');
        }
    }

    /// <summary>The characters of XML 1.0, section 2.2.</summary>
    private static bool IsAllowed(int c) => c is '\t' or '\n' or '\r' or (>= 0x20 and < 0xd800) or (>= 0xe000 and <= 0xfffd) or >= 0x10000;
}
