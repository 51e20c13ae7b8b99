using System.Collections.Immutable;

namespace OnRecord;

/// <summary>A clause that says something happened, is so, will be, or is not known.</summary>
public sealed record Claim
{
    private readonly EquatableArray<string> _attributedTo;
    private readonly EquatableArray<int> _times;
    private readonly EquatableArray<int> _quantities;

    /// <summary>Stable id, made from the text and the place.</summary>
    public required string Id { get; init; }

    /// <summary>The clause.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Its predicate: the head verb, adjective or noun.</summary>
    public required TextSpan Predicate { get; init; }

    /// <summary>How the source presents it.</summary>
    public required ClaimStatus Status { get; init; }

    /// <summary>Ids of the attributions it stands on, outermost first; empty = the document's own voice.</summary>
    public ImmutableArray<string> AttributedTo { get => _attributedTo; init => _attributedTo = value; }

    /// <summary>How sure a reader is that it happened or is so, from 0, surely not, to 1, surely, in hundredths, as a model of readers' ratings has it; null where the text says that it was not said.</summary>
    public decimal? Certainty { get; init; }

    /// <summary>On whose word it stands in the end: the source of the last link; null where that link names nobody, and where the document speaks itself.</summary>
    public AttributionSource? Origin { get; init; }

    /// <summary>Indexes into <see cref="Record.Times"/>.</summary>
    public ImmutableArray<int> Times { get => _times; init => _times = value; }

    /// <summary>Indexes into <see cref="Record.Quantities"/>.</summary>
    public ImmutableArray<int> Quantities { get => _quantities; init => _quantities = value; }

    /// <summary>Name of the rule that gave the status.</summary>
    public required string Rule { get; init; }
}

/// <summary>FactBank's factuality in words that a reader understands.</summary>
public enum ClaimStatus
{
    /// <summary>Presented as fact.</summary>
    Asserted,

    /// <summary>May, could, is thought to.</summary>
    Possible,

    /// <summary>Future or agreed.</summary>
    Planned,

    /// <summary>Said not to be so.</summary>
    Denied,

    /// <summary>Under a condition.</summary>
    Hypothetical,

    /// <summary>The text says that it was not said.</summary>
    NotStated,
}
