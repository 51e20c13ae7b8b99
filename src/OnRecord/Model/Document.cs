using System.Collections.Immutable;
using NodaTime;

namespace OnRecord;

/// <summary>One article, teaser or listing found on a page: a text that nothing edits, and the blocks that it is made of.</summary>
public sealed record Document
{
    private readonly EquatableArray<Block> _blocks;
    private readonly EquatableArray<Byline> _bylines;
    private readonly EquatableArray<StatedFact> _stated;
    private readonly EquatableArray<Unresolved> _unresolved;

    /// <summary>What the page stated about itself.</summary>
    public required PageFacts Page { get; init; }

    /// <summary>Place of the document on the page, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Article, teaser or listing.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>The text as read: blocks joined with a line feed, nothing rewritten.</summary>
    public required string Text { get; init; }

    /// <summary>Blocks in the order of the text; they cover all of it but the line feeds and spaces between them.</summary>
    public required ImmutableArray<Block> Blocks { get => _blocks; init => _blocks = value; }

    /// <summary>Whether the text stops in mid-sentence.</summary>
    public bool Truncated { get; init; }

    /// <summary>BCP 47 tag, or <c>und</c>.</summary>
    public string Language { get; init; } = "und";

    /// <summary>Names of the writers, each with its span.</summary>
    public ImmutableArray<Byline> Bylines { get => _bylines; init => _bylines = value; }

    /// <summary>Who prints the page; null where it does not say.</summary>
    public string? Publisher { get; init; }

    /// <summary>Day of publication and how it is known; null where it is not.</summary>
    public PublishedDate? Published { get; init; }

    /// <summary>Day of the last change that the page states, and how it is known; null where it states none.</summary>
    public PublishedDate? Modified { get; init; }

    /// <summary>Section of the publication that the page names, as it stands there; null where it names none.</summary>
    public string? Section { get; init; }

    /// <summary>The address that the page gives for itself; for a teaser the link to its article; null where there is none.</summary>
    public string? Address { get; init; }

    /// <summary>What the page's data state, what counts most first, also what lost against something else.</summary>
    public ImmutableArray<StatedFact> Stated { get => _stated; init => _stated = value; }

    /// <summary>What page separation could not decide.</summary>
    public ImmutableArray<Unresolved> Unresolved { get => _unresolved; init => _unresolved = value; }

    /// <summary>The first block with this role, or null.</summary>
    public Block? First(BlockRole role) => Blocks.FirstOrDefault(block => block.Role == role);
}

/// <summary>What is known of the page that a document stands on.</summary>
/// <param name="Uri">Where it was found, or null.</param>
/// <param name="MediaType">Media type as read.</param>
/// <param name="Charset">IANA name of the character set that the bytes were decoded with.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the raw bytes.</param>
/// <param name="Fetched">ISO 8601 instant stated by the input, or null.</param>
/// <param name="Warc">The WARC record that it was in, or null.</param>
/// <param name="Name">How the input was named, or null.</param>
public sealed record PageFacts(string? Uri, string MediaType, string Charset, string Sha256, string? Fetched, WarcOrigin? Warc = null, string? Name = null)
{
    /// <summary>What a page states, read with a character set.</summary>
    internal static PageFacts Of(Page page, string mediaType, string charset) => new(page.Uri, mediaType, charset, page.Sha256, page.Fetched, page.Warc, page.Name);
}

/// <summary>What a document is.</summary>
public enum DocumentKind
{
    /// <summary>The article that the page is about.</summary>
    Article,

    /// <summary>Headline and opening of another article on the same page.</summary>
    Teaser,

    /// <summary>An index page: no article.</summary>
    Listing,
}

/// <summary>A writer's name where it stands in the text.</summary>
public readonly record struct Byline(TextSpan Span, string Name);

/// <summary>The day on which a document was published, and how that is known.</summary>
/// <param name="Value">The day.</param>
/// <param name="Basis">What the day rests on.</param>
/// <param name="Span">Where the text says so, when <paramref name="Basis"/> is <see cref="DateBasis.Text"/>.</param>
/// <param name="Time">Day and time as the page's data state them, ISO 8601 with the zone if they name one; null where they state a day alone.</param>
public sealed record PublishedDate(LocalDate Value, DateBasis Basis, TextSpan? Span = null, string? Time = null);

/// <summary>A fact that the page's data state outside of the text that is read.</summary>
/// <param name="What">What it is about.</param>
/// <param name="Value">As stated, white space folded.</param>
/// <param name="From">What states it: <c>JSON-LD datePublished</c>, <c>meta og:title</c>.</param>
/// <param name="ByteStart">First byte of the element that states it on the page.</param>
/// <param name="ByteEnd">One past its last byte.</param>
public sealed record StatedFact(FactKind What, string Value, string From, int ByteStart, int ByteEnd);

/// <summary>What a stated fact is about.</summary>
public enum FactKind
{
    /// <summary>The headline.</summary>
    Headline,

    /// <summary>A summary of the article.</summary>
    Description,

    /// <summary>Who wrote it.</summary>
    Author,

    /// <summary>Who prints it.</summary>
    Publisher,

    /// <summary>When it was published.</summary>
    Published,

    /// <summary>When it was last changed.</summary>
    Modified,

    /// <summary>Section of the publication.</summary>
    Section,

    /// <summary>Language of the page.</summary>
    Language,

    /// <summary>Its own address.</summary>
    Address,

    /// <summary>Whose picture it is.</summary>
    ImageCredit,
}

/// <summary>What a publication date rests on.</summary>
public enum DateBasis
{
    /// <summary>The user said so.</summary>
    Given,

    /// <summary>The page's metadata.</summary>
    Metadata,

    /// <summary>The page's address.</summary>
    Url,

    /// <summary>The document's text.</summary>
    Text,
}
