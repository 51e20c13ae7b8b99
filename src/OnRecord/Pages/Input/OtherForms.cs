using System.Text;

namespace OnRecord.Pages.Input;

/// <summary>Tells forms in which people save pages, and that are text, from pages: read as text they would give their headers and packed pictures as an article.</summary>
internal static class OtherForms
{
    private const int Window = 8 * 1024;

    /// <summary>The form with its article; null for a page.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(Window, bytes.Length)]).TrimStart('\u00ef', '\u00bb', '\u00bf', '\r', '\n', ' ', '\t');
        if (head.StartsWith("bplist00", StringComparison.Ordinal))
        {
            return "a Safari web archive";
        }

        return Headers(head) is not { } headers ? null
            : headers.Contains("\ncontent-type: multipart/related", StringComparison.Ordinal) ? "a web page in a single file (MHTML)"
            : headers.Contains("\nmime-version:", StringComparison.Ordinal) || (headers.Contains("\nreceived:", StringComparison.Ordinal) && headers.Contains("\nsubject:", StringComparison.Ordinal)) ? "a message of e-mail (MIME)"
            : null;
    }

    /// <summary>The headers with which a message begins (RFC 5322), in lower case, each behind a line feed; null where text begins otherwise.</summary>
    private static string? Headers(string head)
    {
        var headers = new StringBuilder();
        foreach (var line in head.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Length == 0)
            {
                break;
            }

            if (line[0] is ' ' or '\t')
            {
                headers.Append(' ').Append(line.Trim());
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || !line.AsSpan(0, colon).ContainsOnlyNameCharacters())
            {
                return null;
            }

            headers.Append('\n').Append(line[..(colon + 1)].ToLowerInvariant()).Append(' ').Append(line[(colon + 1)..].Trim().ToLowerInvariant());
        }

        return headers.ToString();
    }

    private static bool ContainsOnlyNameCharacters(this ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
