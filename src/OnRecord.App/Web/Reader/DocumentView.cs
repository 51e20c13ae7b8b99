using System.Collections.Immutable;
using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.App.Web.Reader;

/// <summary>All that the page of a document shows.</summary>
public sealed record DocumentView
{
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
    internal static DocumentView? Of(RecordStore store, string id, string? claim, string? show)
    {
        if (store.Find(id) is not { } record)
        {
            return null;
        }

        var claims = ClaimCard.Of(record);
        return new DocumentView
        {
            Record = record,
            Show = show is "page" or "open" ? show : "claims",
            Blocks = ArticleText.Of(record),
            Claims = claims,
            Lit = claims.FirstOrDefault(card => card.Id == claim),
            Open = OpenQuestions.Of(record),
            Raw = show == "page" && store.PageOf(id) is { } page ? RawPage.Of(page, record.Document) : [],
            Related = new RecordSearch(store).Related(id),
        };
    }
}
