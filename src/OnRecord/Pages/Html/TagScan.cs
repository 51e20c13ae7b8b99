using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OnRecord.Pages.Html;

/// <summary>
/// One pass over the characters of a page, before the parser: where end tags and data scripts stand, and which tags nest
/// deeper than <see cref="MaxDepth"/>.
/// </summary>
/// <remarks>
/// The parser keeps where an element begins, not where it ends; and its cost is quadratic in the nesting, so that 100,000
/// nested elements would take half a minute. Tags beyond the limit are overwritten with blanks, which leaves every other
/// character in its place.
/// </remarks>
internal sealed class TagScan
{
    /// <summary>Open elements that the parser gets to see; browsers stop at 512 as well.</summary>
    public const int MaxDepth = 400;

    private const int MaxNameLength = 40;

    private readonly string _html;
    private readonly ImmutableArray<EndTag>.Builder _endTags = ImmutableArray.CreateBuilder<EndTag>();
    private readonly ImmutableArray<TextSpan>.Builder _dataScripts = ImmutableArray.CreateBuilder<TextSpan>();
    private readonly ImmutableArray<TextSpan>.Builder _noScripts = ImmutableArray.CreateBuilder<TextSpan>();
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _blanked = new(StringComparer.Ordinal);
    private char[]? _rewritten;
    private int _depth;

    private TagScan(string html)
    {
        _html = html;
    }

    /// <summary>End tags in the order of the page.</summary>
    public ImmutableArray<EndTag> EndTags { get; private set; }

    /// <summary>Contents of <c>script</c> elements of type <c>application/ld+json</c>.</summary>
    public ImmutableArray<TextSpan> DataScripts { get; private set; }

    /// <summary><c>noscript</c> elements, from their start tag to their end tag or the end of the page.</summary>
    public ImmutableArray<TextSpan> NoScripts { get; private set; }

    /// <summary>The characters to parse: the page, or the page with the tags beyond the limit blanked out.</summary>
    public string Html { get; private set; } = "";

    /// <summary>Scans a page.</summary>
    public static TagScan Of(string html)
    {
        var scan = new TagScan(html);
        var at = 0;
        while (at < html.Length)
        {
            at = html.IndexOf('<', at);
            if (at < 0 || at + 1 >= html.Length)
            {
                break;
            }

            at = scan.Markup(at);
        }

        scan.EndTags = scan._endTags.ToImmutable();
        scan.DataScripts = scan._dataScripts.ToImmutable();
        scan.NoScripts = scan._noScripts.ToImmutable();
        scan.Html = scan._rewritten is null ? html : new string(scan._rewritten);
        return scan;
    }

    private int Markup(int at)
    {
        var next = _html[at + 1];
        if (next == '!' || next == '?')
        {
            return string.CompareOrdinal(_html, at, "<!--", 0, 4) == 0
                ? After(_html.IndexOf("-->", at + 2, StringComparison.Ordinal), 3)
                : After(_html.IndexOf('>', at), 1);
        }

        var isEnd = next == '/';
        var nameStart = at + (isEnd ? 2 : 1);
        if (nameStart >= _html.Length || !char.IsAsciiLetter(_html[nameStart]))
        {
            return at + 1;
        }

        var nameEnd = nameStart;
        while (nameEnd < _html.Length && !IsNameEnd(_html[nameEnd]))
        {
            nameEnd++;
        }

        var name = NameAt(nameStart, nameEnd);
        var end = TagEnd(_html, nameEnd);
        if (isEnd)
        {
            Close(name, at, end);
            return end;
        }

        Open(name, at, end);
        return HtmlNames.RawText.Contains(name) && name.Length > 0 ? RawText(name, at, end) : end;
    }

    private void Open(string name, int at, int end)
    {
        if (HtmlNames.Void.Contains(name) || HtmlNames.ClosedBySibling.Contains(name) || HtmlNames.RawText.Contains(name) || _html[end - 2] == '/')
        {
            return;
        }

        if (_depth >= MaxDepth)
        {
            Blank(at, end);
            _blanked[name] = _blanked.GetValueOrDefault(name) + 1;
            return;
        }

        _depth++;
        _open[name] = _open.GetValueOrDefault(name) + 1;
    }

    private void Close(string name, int at, int end)
    {
        if (_blanked.GetValueOrDefault(name) is > 0 and var blanked)
        {
            _blanked[name] = blanked - 1;
            Blank(at, end);
            return;
        }

        if (_open.GetValueOrDefault(name) is > 0 and var open)
        {
            _open[name] = open - 1;
            _depth--;
        }

        _endTags.Add(new EndTag(name, at, end));
    }

    /// <summary>Jumps over the content of a script or another element that holds characters only.</summary>
    private int RawText(string name, int at, int contentStart)
    {
        var close = contentStart;
        while (true)
        {
            close = _html.IndexOf("</", close, StringComparison.Ordinal);
            if (close < 0)
            {
                close = _html.Length;
                break;
            }

            if (string.Compare(_html, close + 2, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
                && (close + 2 + name.Length >= _html.Length || IsNameEnd(_html[close + 2 + name.Length])))
            {
                break;
            }

            close += 2;
        }

        if (name == "noscript")
        {
            _noScripts.Add(new TextSpan(at, close));
        }
        else if (name == "script" && close < _html.Length && _html.AsSpan(at, contentStart - at).Contains("ld+json", StringComparison.OrdinalIgnoreCase))
        {
            _dataScripts.Add(new TextSpan(contentStart, close));
        }

        return close;
    }

    /// <summary>One past the <c>&gt;</c> of the tag in which <paramref name="at"/> stands.</summary>
    public static int TagEnd(string html, int at)
    {
        // A quote opens a value only behind '='; a stray quote in a broken tag must not swallow the page.
        while (at < html.Length)
        {
            var c = html[at];
            if (c == '>')
            {
                return at + 1;
            }

            if (c is '"' or '\'' && FollowsEquals(html, at))
            {
                at = html.IndexOf(c, at + 1);
                if (at < 0)
                {
                    return html.Length;
                }
            }

            at++;
        }

        return html.Length;
    }

    private static bool FollowsEquals(string html, int at)
    {
        at--;
        while (at > 0 && char.IsWhiteSpace(html[at]))
        {
            at--;
        }

        return html[at] == '=';
    }

    private void Blank(int start, int end)
    {
        _rewritten ??= _html.ToCharArray();
        _rewritten.AsSpan(start, end - start).Fill(' ');
    }

    private int After(int at, int length) => at < 0 ? _html.Length : at + length;

    private string NameAt(int start, int end)
    {
        if (end - start > MaxNameLength)
        {
            return "";
        }

        var span = _html.AsSpan(start, end - start);
        Span<char> lower = stackalloc char[span.Length];
        span.ToLowerInvariant(lower);
        return KnownNames.TryGetValue(lower, out var known) ? known : lower.ToString();
    }

    private static bool IsNameEnd(char c) => c is '>' or '/' or ' ' or '\t' or '\n' or '\r' or '\f';

    // Names that nearly all tags have: no string is made for them.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KnownNames = FrozenSet.ToFrozenSet(
        [
            .. HtmlNames.Inline, .. HtmlNames.Unread, .. HtmlNames.Void, .. HtmlNames.ClosedBySibling, "div", "ul", "ol", "dl", "table",
            "h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "main", "nav", "aside", "footer", "header", "figure",
            "figcaption", "picture", "form", "fieldset", "blockquote", "pre", "center", "g", "path", "use", "symbol",
        ],
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}

/// <summary>An end tag on the page, in UTF-16 code units.</summary>
internal readonly record struct EndTag(string Name, int Start, int End);
