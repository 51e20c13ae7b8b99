using System.Collections.Immutable;

namespace OnRecord.Pages.Text;

/// <summary>What a line of bare text looks like, before its place on the page is weighed.</summary>
internal enum Shape
{
    /// <summary>A line that is no part of a story.</summary>
    Furniture,

    /// <summary>A heading under which other stories are listed.</summary>
    RelatedHeading,

    Credit,
    Caption,
    Byline,

    /// <summary>When it was published.</summary>
    DateLine,

    /// <summary>A label on a line of its own.</summary>
    Label,

    /// <summary>A few words without a stop: a headline or heading.</summary>
    Short,
    ListItem,
    Quote,
    Paragraph,
}

/// <summary>A part of a piece whose role the piece itself tells; the role of a main part depends on its place.</summary>
internal readonly record struct Part(TextSpan Span, BlockRole Role, string Reason, bool IsMain = false);

/// <summary>A line of bare text, or one story's share of it.</summary>
/// <param name="Span">Its characters in the page's text.</param>
/// <param name="Shape">What it looks like.</param>
/// <param name="Ending">How it stops.</param>
/// <param name="WordCount">Runs of characters between blanks.</param>
/// <param name="Parts">Its blocks, in order.</param>
internal sealed record Piece(TextSpan Span, Shape Shape, Ending Ending, int WordCount, ImmutableArray<Part> Parts)
{
    public bool HasKicker => Parts.Any(part => part.Role == BlockRole.Kicker);

    /// <summary>Whether a standfirst or headline runs into a lead.</summary>
    public bool HasBorder => Parts.Any(part => part.Role is BlockRole.Standfirst or BlockRole.Headline);

    /// <summary>Whether it stops in mid-sentence.</summary>
    public bool IsCut => Shape == Shape.Paragraph && Ending is Ending.Elided or Ending.Hanging or Ending.Open && WordCount >= MinCutWords;

    /// <summary>Whether it is prose of a story.</summary>
    public bool IsProse => Shape is Shape.Paragraph or Shape.Quote || (Shape == Shape.ListItem && Ending == Ending.Complete && WordCount >= MinItemWords);

    // Fewer words without a stop are a headline.
    private const int MinCutWords = 10;

    // Shorter list items are names of things.
    private const int MinItemWords = 8;
}
