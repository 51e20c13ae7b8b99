using NodaTime;

namespace OnRecord;

/// <summary>What the user knows about a page that the page may not say.</summary>
public sealed record ReadOptions
{
    /// <summary>Nothing known.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>Day of publication of the page's article; overrides what the page says.</summary>
    public LocalDate? Published { get; init; }

    /// <summary>The input is running text: one article, its text exactly as in the file, no page separation.</summary>
    public bool Plain { get; init; }

    /// <summary>What the page may hold.</summary>
    public ReadLimits Limits { get; init; } = ReadLimits.Default;
}
