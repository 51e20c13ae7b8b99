namespace OnRecord.Language;

/// <summary>A number that is always the same for the same letters: FNV-1a, 32 bits, over UTF-16 (Fowler, Noll and Vo).</summary>
internal static class WordHash
{
    private const uint Start = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The number of a word.</summary>
    public static uint Of(ReadOnlySpan<char> letters)
    {
        var hash = Start;
        foreach (var letter in letters)
        {
            hash = (hash ^ letter) * Prime;
        }

        return hash;
    }

    /// <summary>The same of its letters in lower case, without a string for them.</summary>
    public static uint OfLower(ReadOnlySpan<char> letters)
    {
        var hash = Start;
        foreach (var letter in letters)
        {
            hash = (hash ^ char.ToLowerInvariant(letter)) * Prime;
        }

        return hash;
    }
}
