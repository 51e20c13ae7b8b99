using System.Collections.Immutable;
using OnRecord.Pages.Input;

namespace OnRecord.Pages.Text;

/// <summary>Running text as given: one document, one paragraph a line, nothing separated.</summary>
internal static class PlainText
{
    public static ImmutableArray<Document> Read(Page page, DecodedText decoded, ReadOptions options)
    {
        var text = decoded.Text;
        return
        [
            new Document
            {
                Page = PageFacts.Of(page, page.MediaType ?? "text/plain", decoded.Charset),
                Ordinal = 0,
                Kind = DocumentKind.Article,
                Text = text,
                Blocks = [.. Paragraphs(decoded)],
                Published = options.Published is { } day ? new PublishedDate(day, DateBasis.Given) : null,
                Unresolved = decoded.UnresolvedFor(text.Length),
            },
        ];
    }

    private static IEnumerable<Block> Paragraphs(DecodedText decoded)
    {
        var text = decoded.Text;
        var start = 0;
        while (start < text.Length)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\r') is var found && found >= 0 ? start + found : text.Length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                var source = new BlockSource(decoded.ByteOffset(start), decoded.ByteOffset(end));
                yield return new Block(new TextSpan(start, end), BlockRole.Paragraph, "given-as-running-text: no separation asked for", source);
            }

            start = end + 1;
        }
    }
}
