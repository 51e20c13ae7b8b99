namespace OnRecord.Archive.Search;

/// <summary>Patterns of LIKE, whose escape is the backslash.</summary>
internal static class Patterns
{
    /// <summary>What holds the letters anywhere.</summary>
    public static string Holding(string letters) => $"%{Escaped(letters)}%";

    /// <summary>The letters, their own marks taken as they are.</summary>
    public static string Escaped(string letters) =>
        letters.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
