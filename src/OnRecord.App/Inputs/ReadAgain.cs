namespace OnRecord.App.Inputs;

/// <summary>Reads a page once more that an archive has: what cannot be read is told, and its records stay as they are.</summary>
internal static class ReadAgain
{
    /// <summary>A reading as an archive asks for it: the page's name, the page, its options; null where it cannot be read.</summary>
    /// <param name="read">Reads a page.</param>
    /// <param name="limits">What of a page is read: an archive does not keep them.</param>
    /// <param name="seconds">After so many the reading of one page is given up.</param>
    /// <param name="say">Tells why a page could not be read.</param>
    public static Func<string, Page, ReadOptions, IReadOnlyList<Record>?> Of(ReadPage read, ReadLimits limits, int seconds, Action<string> say) => (name, page, options) =>
    {
        try
        {
            return PageTime.Read(read, page, options with { Limits = limits }, seconds);
        }
        catch (Exception e)
        {
            say($"{name}: {PageFault.Told(e)}");
            return null;
        }
    };
}
