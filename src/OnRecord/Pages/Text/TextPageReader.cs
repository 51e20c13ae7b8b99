using System.Collections.Immutable;
using OnRecord.Data;
using OnRecord.Pages.Input;

namespace OnRecord.Pages.Text;

/// <summary>Separates a page of bare text, such as HTML that lost its tags, into the documents that stand on it.</summary>
internal sealed class TextPageReader
{
    public TextPageReader(DataFolder data)
    {
        _ = data;
    }

    /// <summary>The documents on a page, in the order of the page.</summary>
    public ImmutableArray<Document> Read(Page page, DecodedText text, ReadOptions options) => PlainText.Read(page, text, options);
}
