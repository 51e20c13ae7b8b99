using System.Text.RegularExpressions;

namespace OnRecord.Pages.Html;

/// <summary>
/// What stands in <c>noscript</c> is not shown where programs run, and a browser reads it as characters up to the end tag. A few pages have their whole article
/// there, for readers without programs; then it is opened.
/// </summary>
internal static partial class NoScript
{
    private const int LeastProse = 50;

    /// <summary>Whether a page shows no prose to speak of and has some in its <c>noscript</c> elements.</summary>
    public static bool HoldsTheText(HtmlPage page) =>
        page.Scan.NoScripts.Length > 0
        && page.Sums.Prose(page.Tree.Boxes[0]) < LeastProse
        && page.Scan.NoScripts.Sum(span => WordsOutsideTags(page.Scan.Html.AsSpan(span.Start, span.Length))) >= LeastProse;

    /// <summary>
    /// The page with these elements' content as mark-up, every character in its place: their tags become blanks, and so does what would run on behind their
    /// end: comments, and elements whose content is characters, closed or not.
    /// </summary>
    public static string Opened(TagScan scan)
    {
        var html = scan.Html.ToCharArray();
        foreach (var span in scan.NoScripts)
        {
            var inner = scan.Html.AsSpan(span.Start, span.Length);
            html.AsSpan(span.Start, TagScan.TagEnd(scan.Html, span.Start) - span.Start).Fill(' ');
            foreach (var match in Unread().EnumerateMatches(inner))
            {
                html.AsSpan(span.Start + match.Index, match.Length).Fill(' ');
            }

            html.AsSpan(span.End, span.End < html.Length ? TagScan.TagEnd(scan.Html, span.End) - span.End : 0).Fill(' ');
        }

        return new string(html);
    }

    private static int WordsOutsideTags(ReadOnlySpan<char> html)
    {
        var words = 0;
        var (isTag, isWord) = (false, false);
        foreach (var c in html)
        {
            isTag = c == '<' || (isTag && c != '>');
            var letter = !isTag && char.IsLetterOrDigit(c);
            words += letter && !isWord ? 1 : 0;
            isWord = letter || (isWord && c is '\'' or '’' or '-');
        }

        return words;
    }

    /// <summary>A comment, or an element whose content is characters, to its end or to the end of what is looked at.</summary>
    [GeneratedRegex(@"<!--(?>.*?(-->|\z))|<(script|style|textarea|title|xmp|iframe|noembed|noframes)\b(?>.*?(</\2\b[^>]*>|\z))", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unread();
}
