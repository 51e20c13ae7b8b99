using System.Collections.Immutable;

namespace OnRecord;

/// <summary>An attribution relation (PARC, PolNeAR): a source, a cue, and the content that stands on the source's word.</summary>
public sealed record Attribution
{
    private readonly EquatableArray<TextSpan> _content;

    /// <summary>Stable id, made from the text and the place.</summary>
    public required string Id { get; init; }

    /// <summary>Who or what speaks; null where the text names no source ("it was reported").</summary>
    public AttributionSource? Source { get; init; }

    /// <summary>The words that tie content to source.</summary>
    public required AttributionCue Cue { get; init; }

    /// <summary>What is attributed, in the order of the text; more than one span where the cue stands inside.</summary>
    public required ImmutableArray<TextSpan> Content { get => _content; init => _content = value; }

    /// <summary>In the source's words, in others, or both.</summary>
    public required Speech Speech { get; init; }

    /// <summary>Id of the attribution whose content holds this one, or null.</summary>
    public string? Within { get; init; }

    /// <summary>Name of the rule that found it.</summary>
    public required string Rule { get; init; }

    /// <summary>
    /// How likely it is right as a whole, as a model judges it: 0 to 1. Null where none has: inside another's content, and for what the form on the page shows.
    /// </summary>
    public decimal? Confidence { get; init; }
}

/// <summary>The source of an attribution.</summary>
/// <param name="Span">Where the text names it.</param>
/// <param name="Entity">Id of its entity, or null.</param>
/// <param name="Kind">What sort of source.</param>
public sealed record AttributionSource(TextSpan Span, string? Entity, SourceKind Kind);

/// <summary>The cue of an attribution.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Lemma">Its lemma: <c>say</c>, <c>according to</c>.</param>
public sealed record AttributionCue(TextSpan Span, string Lemma);

/// <summary>Sorts of sources.</summary>
public enum SourceKind
{
    /// <summary>A named person or body.</summary>
    Named,

    /// <summary>A person or body without a name.</summary>
    Unnamed,

    /// <summary>Several, as one voice: experts, residents.</summary>
    Collective,

    /// <summary>A report, statement, law, figure or image.</summary>
    Document,

    /// <summary>A news outlet or agency.</summary>
    Outlet,

    /// <summary>Nobody in particular: "you", "one", the writer's "we".</summary>
    Generic,
}

/// <summary>Whose words the content is in.</summary>
public enum Speech
{
    /// <summary>The source's, in quotation marks.</summary>
    Direct,

    /// <summary>The writer's.</summary>
    Indirect,

    /// <summary>The writer's with fragments of the source's.</summary>
    Mixed,
}
