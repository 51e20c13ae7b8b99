namespace OnRecord;

/// <summary>A piece of a document's text with one role.</summary>
/// <param name="Span">Where it stands in the document's text.</param>
/// <param name="Role">What it is.</param>
/// <param name="Reason">Why it was read as that: a rule's name, then its evidence in a few words.</param>
/// <param name="Source">Where it stood on the raw page; null where that is not known.</param>
public sealed record Block(TextSpan Span, BlockRole Role, string Reason, BlockSource? Source = null);

/// <summary>Where a block stood on the raw page.</summary>
/// <param name="ByteStart">First byte of the page's (unpacked) bytes.</param>
/// <param name="ByteEnd">One past the last byte.</param>
/// <param name="Path">For HTML the element path, such as <c>html/body/main/p[3]</c>; else null.</param>
public sealed record BlockSource(int ByteStart, int ByteEnd, string? Path = null);

/// <summary>What a block is. Sentences are found in <see cref="BlockRoles.IsRunningText"/> blocks.</summary>
public enum BlockRole
{
    /// <summary>The document's headline.</summary>
    Headline,

    /// <summary>A word or two before the headline or standfirst, often in capitals.</summary>
    Kicker,

    /// <summary>The summary between headline and lead.</summary>
    Standfirst,

    /// <summary>Who wrote it.</summary>
    Byline,

    /// <summary>Where (and when) it was filed.</summary>
    Dateline,

    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A sub-heading.</summary>
    Heading,

    /// <summary>A quotation set apart.</summary>
    Quote,

    /// <summary>Items of a list.</summary>
    List,

    /// <summary>Who made or owns a picture.</summary>
    Credit,

    /// <summary>The words under a picture.</summary>
    Caption,

    /// <summary>Furniture of the page.</summary>
    Boilerplate,
}

/// <summary>Questions about block roles.</summary>
public static class BlockRoles
{
    /// <summary>Whether blocks of this role are read for sentences and claims.</summary>
    public static bool IsRunningText(this BlockRole role) =>
        role is BlockRole.Paragraph or BlockRole.Quote or BlockRole.List or BlockRole.Standfirst;
}
