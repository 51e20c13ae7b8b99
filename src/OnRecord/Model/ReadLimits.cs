namespace OnRecord;

/// <summary>What one page may hold: the cost of reading grows with its elements, tokens and findings, not with its bytes alone.</summary>
/// <remarks>What lies beyond a limit is not read, and the record says so in <c>unresolved</c>. The same limits give the same record.</remarks>
public sealed record ReadLimits
{
    /// <summary>Far more than any page of news holds, and little enough for a usual machine.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Most characters of a page, its mark-up counted; <c>tooManyCharacters</c>.</summary>
    public int MaxCharacters { get; init; } = 16 << 20;

    /// <summary>Most start tags of HTML, or lines of bare text; <c>tooManyElements</c>.</summary>
    public int MaxElements { get; init; } = 200_000;

    /// <summary>Most tokens of running text, all documents of the page together; <c>tooManyTokens</c>.</summary>
    public int MaxTokens { get; init; } = 150_000;

    /// <summary>Most mentions, times, quantities, attributions and claims together; <c>tooManyFindings</c>.</summary>
    public int MaxFindings { get; init; } = 500_000;
}
