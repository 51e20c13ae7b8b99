using System.Text;

namespace OnRecord.Pages.Input;

/// <summary>Tells HTML from plain text.</summary>
internal static class MediaTypes
{
    /// <summary>How much of a page is looked at.</summary>
    private const int Window = 2048;

    // Elements that begin an HTML page. Text that merely speaks of tags rarely begins with one of these.
    private static readonly string[] Openings =
    [
        "<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<link", "<script", "<style", "<article", "<main",
        "<div", "<section", "<table", "<h1", "<p>", "<p ",
    ];

    /// <summary>By the media type where one is given, else by how the bytes begin.</summary>
    public static bool IsHtml(Page page)
    {
        if (page.MediaType is { } given)
        {
            return given.Contains("html", StringComparison.OrdinalIgnoreCase) || given.Contains("xml", StringComparison.OrdinalIgnoreCase);
        }

        // Tags are ASCII; without NULs UTF-16 looks like it too.
        var head = page.Bytes.Span[..Math.Min(Window, page.Bytes.Length)];
        var text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal);
        text = SkipProlog(text.TrimStart('\u00ef', '\u00bb', '\u00bf', '\u00fe', '\u00ff', ' ', '\t', '\r', '\n', '\f'));
        return Openings.Any(opening => text.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
    }

    private static string SkipProlog(string text)
    {
        while (text.StartsWith("<?", StringComparison.Ordinal) || text.StartsWith("<!--", StringComparison.Ordinal))
        {
            var stop = text[1] == '?' ? "?>" : "-->";
            var end = text.IndexOf(stop, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            text = text[(end + stop.Length)..].TrimStart();
        }

        return text;
    }
}
