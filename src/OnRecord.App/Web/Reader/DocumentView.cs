using System.Collections.Immutable;
using OnRecord.App.Outputs.Sheets;
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

    /// <summary>Its claims, fragments among them, in the order of the text.</summary>
    public required ImmutableArray<ClaimCard> Claims { get; init; }

    /// <summary>Those that are shown, fragments left out unless they are asked for: main claims first, each with its details.</summary>
    internal ImmutableArray<OutlinedClaim<ClaimCard>> Outline { get; init; }

    /// <summary>Whether fragments are shown.</summary>
    public required bool All { get; init; }

    /// <summary>The claim that is lit up, or null.</summary>
    public required ClaimCard? Lit { get; init; }

    /// <summary>What the record leaves open.</summary>
    public required ImmutableArray<OpenQuestion> Open { get; init; }

    /// <summary>The page as it came; empty unless it is shown.</summary>
    public required ImmutableArray<RawPiece> Raw { get; init; }

    /// <summary>Copies of the document, and the other documents on its page.</summary>
    public required RelatedDocuments Related { get; init; }

    /// <summary>Its story; null where it has none.</summary>
    public required Story? Story { get; init; }

    /// <summary>The view of a record; null where the archive has none with that id.</summary>
    /// <remarks>A record may be as large as a page may be, and a browser's page may not: of a long one the beginning is shown, and that it is.</remarks>
    internal static DocumentView? Of(RecordStore store, string id, string? claim, string? show, bool all)
    {
        if (store.Find(id) is not { } record)
        {
            return null;
        }

        var text = record.Document.Text;
        var end = text.Length <= MostText ? text.Length : char.IsLowSurrogate(text[MostText]) ? MostText - 1 : MostText;
        var claims = ClaimCard.Of(record, MostClaims);
        var lit = claims.FirstOrDefault(card => card.Id == claim);
        // A fragment that the address names is shown, and so are the others.
        all |= lit?.Claim.Level == ClaimLevel.Fragment;
        var blocks = ArticleText.Of(record, end, MostClaims, IsShown);
        return new DocumentView
        {
            Record = record,
            Show = show is "page" or "open" ? show : "claims",
            Blocks = blocks,
            Claims = claims,
            Outline = ClaimOutline.Of([.. claims.Where(card => IsShown(card.Claim))], card => card.Claim, byRank: false),
            All = all,
            Lit = lit,
            Open = OpenQuestions.Of(record, MostClaims),
            Raw = show == "page" && store.PageOf(id) is { } page ? RawPage.Of(page, record.Document, blocks.Length, 2 * MostText) : [],
            IsCut = end < text.Length || claims.Length < record.Claims.Length || record.Unresolved.Length > MostClaims,
            Related = new RecordSearch(store).Related(id),
            Story = new StorySearch(store).Find(id),
        };

        bool IsShown(Claim one) => all || one.Level != ClaimLevel.Fragment;
    }
}
