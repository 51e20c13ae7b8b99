using System.Collections.Immutable;
using NodaTime;

namespace OnRecord.Pages.Html;

/// <summary>A fact that the page's data state, and where they state it.</summary>
/// <param name="Text">The fact.</param>
/// <param name="Source">Range of its element on the page, in UTF-16 code units.</param>
/// <param name="From">What stated it, for the reason: <c>meta og:title</c>.</param>
internal sealed record Stated(string Text, TextSpan Source, string From);

/// <summary>What a page states about its article outside the article's text.</summary>
/// <remarks>
/// Order where they disagree. Title: JSON-LD headline, <c>og:title</c> and its kin, the <c>title</c> element without the
/// name of the site; the heading that the page shows goes before all of them where it is like one. Writers: JSON-LD, then <c>meta</c>. Publisher: <c>og:site_name</c>, then JSON-LD, then other
/// <c>meta</c>. Section: JSON-LD, then <c>meta</c>. Dates: see <see cref="HeadDates"/>. Language: the root's <c>lang</c>, then <c>meta</c>, then JSON-LD. Address: <c>canonical</c>, then <c>meta</c>.
/// </remarks>
internal sealed record HeadFacts
{
    /// <summary>What states an author that the data call an organisation: it signs where no person does.</summary>
    public const string House = "JSON-LD author, an organisation";

    public Stated? Title { get; init; }

    /// <summary>Every title that the page's data state, what counts most first, without the name of the site.</summary>
    public ImmutableArray<string> Titles { get; init; } = [];

    public Stated? Description { get; init; }

    public string? ArticleBody { get; init; }

    public ImmutableArray<Stated> Authors { get; init; } = [];

    public string? Publisher { get; init; }

    /// <summary>The dates of publication that the data state, what counts most first.</summary>
    public ImmutableArray<HeadDate> Published { get; init; } = [];

    /// <summary>The dates of change, likewise.</summary>
    public ImmutableArray<HeadDate> Modified { get; init; } = [];

    /// <summary>The day that the address names.</summary>
    public LocalDate? AddressDay { get; init; }

    public string Language { get; init; } = "und";

    /// <summary>The address that the page gives for itself.</summary>
    public string? Address { get; init; }

    public string? Section { get; init; }

    /// <summary>All that is stated, for the record: what counts most first within a kind.</summary>
    public ImmutableArray<(FactKind What, Stated Stated)> All { get; init; } = [];

    /// <summary>Whether some of its data are so damaged that they cannot be read.</summary>
    public bool HoldsUnreadData { get; init; }

    /// <summary>Whether the page's data call it an article.</summary>
    public bool SaysArticle { get; init; }
}
