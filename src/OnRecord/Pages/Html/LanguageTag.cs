namespace OnRecord.Pages.Html;

/// <summary>Language tags as pages write them.</summary>
internal static class LanguageTag
{
    private const int Longest = 35;

    /// <summary>A BCP 47 tag: <c>en_US</c> becomes <c>en-US</c>; null where it is not one.</summary>
    public static string? Normalize(string? tag)
    {
        if (tag is null)
        {
            return null;
        }

        var parts = tag.Split(',')[0].Trim().Replace('_', '-').Split('-');
        return tag.Length <= Longest && parts[0].Length is 2 or 3 && parts.All(part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit)) && parts[0].All(char.IsAsciiLetter)
            ? string.Join('-', [parts[0].ToLowerInvariant(), .. parts.Skip(1).Select(part => part.Length == 2 ? part.ToUpperInvariant() : part)])
            : null;
    }
}
