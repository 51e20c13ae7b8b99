using System.Collections.Immutable;

namespace OnRecord;

/// <summary>What is on record in one document: the public contract <c>onrecord/2</c> as a value.</summary>
/// <remarks>Spans are in UTF-16 code units of <see cref="Document.Text"/>; <see cref="RecordJson"/> writes code points.</remarks>
public sealed record Record
{
    private readonly EquatableArray<TextSpan> _sentences;
    private readonly EquatableArray<Mention> _mentions;
    private readonly EquatableArray<Entity> _entities;
    private readonly EquatableArray<TimeExpression> _times;
    private readonly EquatableArray<Quantity> _quantities;
    private readonly EquatableArray<Attribution> _attributions;
    private readonly EquatableArray<Claim> _claims;
    private readonly EquatableArray<CodedEvent> _events;
    private readonly EquatableArray<Unresolved> _unresolved;

    /// <summary>Name and version of the contract.</summary>
    public const string Format = "onrecord/2";

    /// <summary>First 16 hexadecimal digits of the page's SHA-256, a hyphen, the document's ordinal.</summary>
    public string Id => IdOf(Document.Page, Document.Ordinal);

    /// <summary>The document read.</summary>
    public required Document Document { get; init; }

    /// <summary>Sentences of its running text.</summary>
    public ImmutableArray<TextSpan> Sentences { get => _sentences; init => _sentences = value; }

    /// <summary>Names in the text.</summary>
    public ImmutableArray<Mention> Mentions { get => _mentions; init => _mentions = value; }

    /// <summary>Who and what they name.</summary>
    public ImmutableArray<Entity> Entities { get => _entities; init => _entities = value; }

    /// <summary>Expressions of time.</summary>
    public ImmutableArray<TimeExpression> Times { get => _times; init => _times = value; }

    /// <summary>Figures.</summary>
    public ImmutableArray<Quantity> Quantities { get => _quantities; init => _quantities = value; }

    /// <summary>Who says what.</summary>
    public ImmutableArray<Attribution> Attributions { get => _attributions; init => _attributions = value; }

    /// <summary>What is claimed.</summary>
    public ImmutableArray<Claim> Claims { get => _claims; init => _claims = value; }

    /// <summary>What the claims tell, coded as events.</summary>
    public ImmutableArray<CodedEvent> Events { get => _events; init => _events = value; }

    /// <summary>What could not be resolved, and why.</summary>
    public ImmutableArray<Unresolved> Unresolved { get => _unresolved; init => _unresolved = value; }

    internal static string IdOf(PageFacts page, int ordinal) => $"{page.Sha256[..16]}-{ordinal}";
}
