namespace OnRecord.Pages.Text;

/// <summary>The day on which a page's article was published: given by the user, or stated by the page.</summary>
internal static class PublicationDay
{
    /// <summary>In this order: given; a line "Published …" or a bare date; the address; a line "Updated …" or the dateline.</summary>
    public static PublishedDate? Of(string text, IEnumerable<Block> blocks, string? uri, ReadOptions options)
    {
        if (options.Published is { } given)
        {
            return new PublishedDate(given, DateBasis.Given);
        }

        var stated = blocks
            .Where(block => block.Role == BlockRole.Dateline)
            .Select(block => (Stated: StatedDates.Find(text, block.Span), First: IsFirstPublication(text, block.Span)))
            .Where(row => row.Stated is not null)
            .ToList();
        if (stated.Find(row => row.First).Stated is { } published)
        {
            return new PublishedDate(published.Day, DateBasis.Text, published.Span);
        }

        if (StatedDates.InAddress(uri) is { } inAddress)
        {
            return new PublishedDate(inAddress, DateBasis.Url);
        }

        return stated is [{ Stated: { } other }, ..] ? new PublishedDate(other.Day, DateBasis.Text, other.Span) : null;
    }

    private static bool IsFirstPublication(string text, TextSpan span)
    {
        var line = TextScan.Normal(text, span);
        return line.Contains("published", StringComparison.Ordinal)
            || !(line.Contains("updated", StringComparison.Ordinal) || line.Contains("modified", StringComparison.Ordinal));
    }
}
