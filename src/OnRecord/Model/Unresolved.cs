using System.Collections.Immutable;

namespace OnRecord;

/// <summary>Something that was seen and could not be decided, and why: never a silent guess.</summary>
/// <param name="Span">Where; the whole text for what concerns the document.</param>
/// <param name="What">What was looked for: <c>time</c>, <c>source</c>, <c>mention</c>, <c>language</c> …</param>
/// <param name="Why">Why it stayed open: <c>noPublicationDate</c>, <c>ambiguousWeekday</c>, <c>ambiguousPronoun</c> …</param>
public sealed record Unresolved(TextSpan Span, string What, string Why);

/// <summary>What a finder found, and what it saw but could not decide.</summary>
public sealed record Findings<T>(ImmutableArray<T> Found, ImmutableArray<Unresolved> Unresolved)
{
    /// <summary>Nothing found, nothing open.</summary>
    public static Findings<T> None { get; } = new([], []);
}
