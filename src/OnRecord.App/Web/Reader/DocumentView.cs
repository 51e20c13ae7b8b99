using System.Collections.Immutable;
using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.App.Web.Reader;

/// <summary>All that the page of a document shows.</summary>
public sealed record DocumentView
{
    /// <summary>Characters of a text that are shown.</summary>
    internal const int MostText = 300_000;

    /// <summary>Claims that are shown, and open questions of a kind.</summary>
    internal const int MostClaims = 2_000;

    /// <summary>Whether the record has more than is shown.</summary>
    public required bool IsCut { get; init; }

    /// <summary>The record.</summary>
    public required Record Record { get; init; }

    /// <summary>What stands beside the text: <c>claims</c>, <c>page</c> or <c>open</c>.</summary>
    public required string Show { get; init; }

    /// <summary>Its text.</summary>
    public required ImmutableArray<ReadBlock> Blocks { get; init; }

    /// <summary>Its claims.</summary>
    public required ImmutableArray<ClaimCard> Claims { get; init; }

    /// <summary>The claim that is lit up, or null.</summary>
    public required ClaimCard? Lit { get; init; }

    /// <summary>What the record leaves open.</summary>
    public required ImmutableArray<OpenQuestion> Open { get; init; }

    /// <summary>The page as it came; empty unless it is shown.</summary>
    public required ImmutableArray<RawPiece> Raw { get; init; }

    /// <summary>Copies of the document, and the other documents on its page.</summary>
    public required RelatedDocuments Related { get; init; }

    /// <summary>The view of a record; null where the archive has none with that id.</summary>
    /// <remarks>A record may be as large as a page may be, and a browser's page may not: of a long one the beginning is shown, and that it is.</remarks>
    internal static DocumentView? Of(RecordStore store, string id, string? claim, string? show)
    {
        if (store.Find(id) is not { } record)
        {
            return null;
        }

        var text = record.Document.Text;
        var end = text.Length <= MostText ? text.Length : char.IsLowSurrogate(text[MostText]) ? MostText - 1 : MostText;
        var blocks = ArticleText.Of(record, end, MostClaims);
        var claims = ClaimCard.Of(record, MostClaims);
        return new DocumentView
        {
            Record = record,
            Show = show is "page" or "open" ? show : "claims",
            Blocks = blocks,
            Claims = claims,
            Lit = claims.FirstOrDefault(card => card.Id == claim),
            Open = OpenQuestions.Of(record, MostClaims),
            Raw = show == "page" && store.PageOf(id) is { } page ? RawPage.Of(page, record.Document, blocks.Length, 2 * MostText) : [],
            IsCut = end < text.Length || claims.Length < record.Claims.Length || record.Unresolved.Length > MostClaims,
            Related = new RecordSearch(store).Related(id),
        };
    }
}
