using System.Collections.Immutable;
using OnRecord.Data;
using OnRecord.Pages.Input;

namespace OnRecord.Pages.Html;

/// <summary>Separates an HTML page into the documents that stand on it.</summary>
internal sealed class HtmlReader
{
    public HtmlReader(DataFolder data)
    {
        _ = data;
    }

    /// <summary>The documents on a page, in the order of the page.</summary>
    public ImmutableArray<Document> Read(Page page, DecodedText text, ReadOptions options)
    {
        _ = (page, text, options);
        return [];
    }
}
