namespace OnRecord.App.Inputs;

/// <summary>Reads a page once more that an archive has: what cannot be read is told, and its records stay as they are.</summary>
internal static class ReadAgain
{
    /// <summary>A reading as an archive asks for it: the page's name, the page, its options; null where it cannot be read.</summary>
    public static Func<string, Page, ReadOptions, IReadOnlyList<Record>?> Of(Func<Page, ReadOptions, IReadOnlyList<Record>> read, Action<string> say) => (name, page, options) =>
    {
        try
        {
            return read(page, options);
        }
        catch (Exception e)
        {
            say($"{name}: {PageFault.Told(e)}");
            return null;
        }
    };
}
