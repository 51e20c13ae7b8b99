using System.Collections.Frozen;

namespace OnRecord.Pages.Html;

/// <summary>Which elements flow inside a line, and which hold nothing that is read. From the HTML Living Standard's rendering chapter.</summary>
internal static class HtmlNames
{
    /// <summary>Elements that do not end a line of text.</summary>
    public static readonly FrozenSet<string> Inline = FrozenSet.ToFrozenSet(
        [
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
            "kbd", "label", "mark", "nobr", "q", "ruby", "rb", "rt", "rp", "s", "samp", "small", "span", "strike", "strong", "sub",
            "sup", "time", "tt", "u", "var", "wbr",
        ],
        StringComparer.Ordinal);

    /// <summary>Elements whose text is not text of the page: programs, controls, drawings, fall-backs.</summary>
    public static readonly FrozenSet<string> Unread = FrozenSet.ToFrozenSet(
        [
            "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "link", "map", "math", "meta", "meter",
            "noembed", "noframes", "noscript", "object", "optgroup", "option", "param", "progress", "script", "select", "source",
            "style", "svg", "template", "textarea", "title", "track", "video",
        ],
        StringComparer.Ordinal);

    /// <summary>Elements without an end tag.</summary>
    public static readonly FrozenSet<string> Void = FrozenSet.ToFrozenSet(
        [
            "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta",
            "param", "source", "track", "wbr",
        ],
        StringComparer.Ordinal);

    /// <summary>Elements that a following sibling closes: leaving them open does not nest.</summary>
    public static readonly FrozenSet<string> ClosedBySibling = FrozenSet.ToFrozenSet(
        ["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup", "rp", "rt", "body", "html", "head"],
        StringComparer.Ordinal);

    /// <summary>Elements whose content is characters, not markup, up to their end tag; <c>noscript</c> is one where programs run, as in a browser.</summary>
    public static readonly FrozenSet<string> RawText = FrozenSet.ToFrozenSet(
        ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"],
        StringComparer.Ordinal);
}
