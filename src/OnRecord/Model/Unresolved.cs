using System.Collections.Frozen;
using System.Collections.Immutable;

namespace OnRecord;

/// <summary>Something that was seen and could not be decided, and why: never a silent guess.</summary>
/// <param name="Span">Where; the whole text for what concerns the document.</param>
/// <param name="What">What was looked for: <c>time</c>, <c>source</c>, <c>mention</c>, <c>language</c> …</param>
/// <param name="Why">Why it stayed open: <c>noPublicationDate</c>, <c>ambiguousWeekday</c>, <c>ambiguousPronoun</c> …</param>
public sealed record Unresolved(TextSpan Span, string What, string Why)
{
    /// <summary>What page separation looks for: <see cref="Document.Unresolved"/> holds these alone, what finders leave open is about other things.</summary>
    private static readonly FrozenSet<string> PageMatters = FrozenSet.Create(StringComparer.Ordinal, "article", "charset", "data", "headline", "page", "published");

    /// <summary>Whether page separation left it open, not a finder.</summary>
    internal bool IsOfPage => PageMatters.Contains(What);
}

/// <summary>What a finder found, and what it saw but could not decide.</summary>
public sealed record Findings<T>(ImmutableArray<T> Found, ImmutableArray<Unresolved> Unresolved)
{
    private readonly EquatableArray<T> _found = Found;
    private readonly EquatableArray<Unresolved> _unresolved = Unresolved;

    /// <summary>What was found, in the order of the text.</summary>
    public ImmutableArray<T> Found { get => _found; init => _found = value; }

    /// <summary>What stayed open.</summary>
    public ImmutableArray<Unresolved> Unresolved { get => _unresolved; init => _unresolved = value; }

    /// <summary>Nothing found, nothing open.</summary>
    public static Findings<T> None { get; } = new([], []);
}
