namespace OnRecord.Pages.Html;

/// <summary>Tells addresses of pages from what else stands where one is expected: scripts, mail, files.</summary>
internal static class PageAddress
{
    /// <summary>Whether it is http or https, or relative to a page. A browser passes over white space and controls in and before a scheme, so they hide none here.</summary>
    public static bool IsWeb(string address)
    {
        var plain = string.Concat(address.Where(c => c > ' '));
        var mark = plain.AsSpan().IndexOfAny(":/?#");
        return mark < 0 || plain[mark] != ':' || plain[..mark].ToLowerInvariant() is "http" or "https";
    }
}
