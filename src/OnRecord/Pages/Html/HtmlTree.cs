using System.Collections.Immutable;
using AngleSharp.Dom;

namespace OnRecord.Pages.Html;

/// <summary>A page as boxes that hold runs of text: what is left of the element tree when lines are what matters.</summary>
/// <param name="Boxes">Every element that begins a line of its own, parents before children; the first is the root.</param>
/// <param name="Runs">Every run of text between two line borders, in the order of the page.</param>
/// <param name="Marked">Elements that state something about the page: <c>meta</c>, <c>link</c>, <c>title</c>, <c>time</c>, microdata.</param>
internal sealed record HtmlTree(ImmutableArray<Box> Boxes, ImmutableArray<Run> Runs, ImmutableArray<MarkedElement> Marked)
{
    /// <summary>What runs of a kind have in common: the signatures of the box around them and of the one around that.</summary>
    public (string Outer, string Inner) KindOf(Run run) => (Boxes[Math.Max(0, run.Box.Parent)].Signature, run.Box.Signature);
}

/// <summary>An element that states something about the page.</summary>
/// <param name="Element">The element.</param>
/// <param name="Start">First character of its start tag on the page.</param>
/// <param name="Run">Index of the run that it stands in or before.</param>
/// <param name="Unread">Whether it stands where no text is read, as in the head.</param>
internal sealed record MarkedElement(IElement Element, int Start, int Run, bool Unread);

/// <summary>What an element or one of those around it says about its content.</summary>
[Flags]
internal enum Place
{
    None = 0,
    Article = 1,
    Main = 2,
    Nav = 4,
    Aside = 8,
    Footer = 16,
    Header = 32,
    Form = 64,
    Figure = 128,
    Caption = 256,
    Quote = 512,
    List = 1024,
    Table = 2048,
    ArticleBody = 4096,
    Hidden = 8192,
    Dialog = 16384,
    Preformatted = 32768,
    Comment = 65536,
    Microdata = 131072,
}

/// <summary>An element that begins a line of its own.</summary>
internal sealed record Box
{
    public required int Index { get; init; }

    /// <summary>Index of the box around it; -1 for the root.</summary>
    public required int Parent { get; init; }

    public required IElement Element { get; init; }

    public required string Name { get; init; }

    public required int Depth { get; init; }

    /// <summary>What this element and those around it say.</summary>
    public required Place Places { get; init; }

    /// <summary>Weight of its own class and id words.</summary>
    public required float Weight { get; init; }

    /// <summary>Least weight of it and the boxes around it.</summary>
    public required float LeastWeight { get; init; }

    /// <summary>Element name and first class word: siblings with the same one are of a kind.</summary>
    public required string Signature { get; init; }

    /// <summary>First character of its start tag on the page.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last character of its end tag.</summary>
    public int End { get; set; }

    /// <summary>Index of the first run inside it.</summary>
    public required int FirstRun { get; init; }

    /// <summary>One past the index of the last run inside it.</summary>
    public int EndRun { get; set; }

    /// <summary>Number of boxes beside it with the same <see cref="Signature"/>, itself included.</summary>
    public int Alike { get; set; } = 1;

    /// <summary>Level of a heading, 1 to 6; 0 for other elements.</summary>
    public int HeadingLevel => Name is ['h', >= '1' and <= '6'] ? Name[1] - '0' : 0;
}

/// <summary>Text between two line borders.</summary>
internal sealed record Run
{
    public required int Index { get; init; }

    /// <summary>The text, white space folded, trimmed, never empty.</summary>
    public required string Text { get; init; }

    /// <summary>The nearest box around it.</summary>
    public required Box Box { get; init; }

    /// <summary>Number of words.</summary>
    public required int Words { get; init; }

    /// <summary>Characters inside links.</summary>
    public required int LinkChars { get; init; }

    /// <summary>Number of links.</summary>
    public required int Links { get; init; }

    /// <summary>Characters inside bold or italic elements.</summary>
    public required int EmphasisChars { get; init; }

    /// <summary>Address of its first link, or null.</summary>
    public required string? Href { get; init; }

    /// <summary>Whether an element of it names the writer (<c>rel</c>, <c>itemprop</c>, a byline's class).</summary>
    public required bool NamesAuthor { get; init; }

    /// <summary>Whether it holds a <c>time</c> element.</summary>
    public required bool HasTime { get; init; }

    /// <summary>Characters at the start of a heading that an element of their own sets apart as its kicker.</summary>
    public required int KickerChars { get; init; }

    /// <summary>Where it begins on the page: at the start of a box, behind the end of one, or at a line break.</summary>
    public required Edge Start { get; init; }

    /// <summary>Where it ends on the page.</summary>
    public required Edge End { get; init; }

    public float LinkDensity => (float)LinkChars / Text.Length;
}

/// <summary>A place on the page: the start or end of a box (its end is known only after the walk), or a character.</summary>
internal readonly record struct Edge(Box? Box, bool AtEnd, int Position)
{
    public int Resolve() => Box is null ? Position : AtEnd ? Box.End : Box.Start;
}
