using System.Collections.Immutable;

namespace OnRecord;

/// <summary>What is on record in one document: the public contract <c>onrecord/1</c> as a value.</summary>
/// <remarks>Spans are in UTF-16 code units of <see cref="Document.Text"/>; <see cref="RecordJson"/> writes code points.</remarks>
public sealed record Record
{
    /// <summary>Name and version of the contract.</summary>
    public const string Format = "onrecord/1";

    /// <summary>First 16 hexadecimal digits of the page's SHA-256, a hyphen, the document's ordinal.</summary>
    public string Id => $"{Document.Page.Sha256[..16]}-{Document.Ordinal}";

    /// <summary>The document read.</summary>
    public required Document Document { get; init; }

    /// <summary>Sentences of its running text.</summary>
    public ImmutableArray<TextSpan> Sentences { get; init; } = [];

    /// <summary>Names in the text.</summary>
    public ImmutableArray<Mention> Mentions { get; init; } = [];

    /// <summary>Who and what they name.</summary>
    public ImmutableArray<Entity> Entities { get; init; } = [];

    /// <summary>Expressions of time.</summary>
    public ImmutableArray<TimeExpression> Times { get; init; } = [];

    /// <summary>Figures.</summary>
    public ImmutableArray<Quantity> Quantities { get; init; } = [];

    /// <summary>Who says what.</summary>
    public ImmutableArray<Attribution> Attributions { get; init; } = [];

    /// <summary>What is claimed.</summary>
    public ImmutableArray<Claim> Claims { get; init; } = [];

    /// <summary>What could not be resolved, and why.</summary>
    public ImmutableArray<Unresolved> Unresolved { get; init; } = [];
}
