using System.Collections.Immutable;
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
        var text = TextDecoder.Decode(page.Bytes, page.Charset, isHtml);
        if (options.Plain)
        {
            return PlainText.Read(page, text, options);
        }

        return isHtml ? _html.Read(page, text, options) : _text.Read(page, text, options);
    }
}
