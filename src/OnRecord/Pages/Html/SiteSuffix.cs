namespace OnRecord.Pages.Html;

/// <summary>Removes the name of the site from a title: "Bridge reopens | The Valley Post".</summary>
internal static class SiteSuffix
{
    private const int ShortestTitle = 15;
    private const int MostWordsOfSite = 5;

    private static readonly string[] Borders = [" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · "];

    /// <summary>The title without what stands behind its last border, where that is the publisher's name or short.</summary>
    public static string Remove(string title, string? publisher)
    {
        var cut = -1;
        var length = 0;
        foreach (var border in Borders)
        {
            var at = title.LastIndexOf(border, StringComparison.Ordinal);
            if (at > cut)
            {
                cut = at;
                length = border.Length;
            }
        }

        if (cut < 0)
        {
            return title;
        }

        var tail = title[(cut + length)..];
        var isPublisher = publisher is not null && (tail.Contains(publisher, StringComparison.OrdinalIgnoreCase) || publisher.Contains(tail, StringComparison.OrdinalIgnoreCase));
        var isShort = cut >= ShortestTitle && tail.AsSpan().Count(' ') < MostWordsOfSite && tail.Length < cut;
        return isPublisher || isShort ? title[..cut].TrimEnd() : title;
    }
}
