using System.Collections.Immutable;
using NodaTime;
using OnRecord.Data;
using OnRecord.Pages.Html;
using OnRecord.Pages.Input;
using OnRecord.Pages.Text;

namespace OnRecord.Pages;

/// <summary>Separates a page into the documents that stand on it.</summary>
public sealed class PageReader
{
    private readonly HtmlReader _html;
    private readonly TextPageReader _text;

    /// <summary>Opens the lexicons of page separation.</summary>
    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public PageReader(DataFolder data)
    {
        _html = new HtmlReader(data);
        _text = new TextPageReader(data);
    }

    /// <summary>The documents on a page, in the order of the page.</summary>
    /// <remarks>Any bytes are read without an exception; the cost grows with their number.</remarks>
    public ImmutableArray<Document> Read(Page page, ReadOptions options)
    {
        var isHtml = MediaTypes.IsHtml(page);
        var (text, why) = PageLimit.Cut(TextDecoder.Decode(page.Bytes, page.Charset, isHtml), isHtml && !options.Plain, options.Limits);
        var documents = options.Plain ? PlainText.Read(page, text, options)
            : isHtml ? _html.Read(page, text, options)
            : _text.Read(page, text, options);
        documents = why is null ? documents : PageLimit.Tell(documents, why);
        return page.Published is { } declared && options.Published is null
            ? [.. documents.Select(document => Dated(document, declared))]
            : documents;
    }

    /// <summary>What a container declares of its item goes before what the item says; a teaser is another article.</summary>
    private static Document Dated(Document document, LocalDate declared) =>
        document.Kind == DocumentKind.Teaser ? document : document with { Published = new PublishedDate(declared, DateBasis.Metadata) };
}
