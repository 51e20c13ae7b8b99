using OnRecord.Pages.Stated;

namespace OnRecord.Pages.Text;

/// <summary>The day on which a page's article was published: given by the user, or stated by the page.</summary>
internal static class PublicationDay
{
    /// <summary>In this order: given; a line "Published …" or a bare date; the address; a line "Updated …" or the dateline.</summary>
    public static PublishedDate? Of(string text, IEnumerable<Block> blocks, string? uri, ReadOptions options, DateLines lines)
    {
        if (options.Published is { } given)
        {
            return new PublishedDate(given, DateBasis.Given);
        }

        var (published, changed) = lines.Of(text, blocks.Where(block => block.Role == BlockRole.Dateline).Select(block => block.Span));
        return published ?? (AddressDay.Of(uri) is { } inAddress ? new PublishedDate(inAddress, DateBasis.Url) : changed);
    }
}
