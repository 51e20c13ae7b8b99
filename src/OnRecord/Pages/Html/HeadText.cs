using System.Net;
using System.Text;

namespace OnRecord.Pages.Html;

/// <summary>Text from a page's data: twice-escaped entities undone, tags removed, white space folded.</summary>
internal static class HeadText
{
    /// <summary>The text as a reader would see it.</summary>
    public static string Clean(string text)
    {
        var decoded = text.Contains('&') ? WebUtility.HtmlDecode(text) : text;
        var clean = new StringBuilder(decoded.Length);
        var space = false;
        var lastClose = decoded.LastIndexOf('>');
        for (var i = 0; i < decoded.Length; i++)
        {
            var c = decoded[i];
            if (c == '<' && i < lastClose && (char.IsAsciiLetter(decoded[i + 1]) || decoded[i + 1] == '/'))
            {
                i = decoded.IndexOf('>', i);
                space = true;
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                space = true;
                continue;
            }

            if (space && clean.Length > 0)
            {
                clean.Append(' ');
            }

            space = false;
            clean.Append(c);
        }

        return clean.ToString();
    }

    /// <summary>Whether two texts have the same letters and figures in the same order, whatever the case and the signs between them.</summary>
    public static bool SameWords(string one, string other) =>
        one.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).SequenceEqual(other.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
