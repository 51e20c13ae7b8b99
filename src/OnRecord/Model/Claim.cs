using System.Collections.Immutable;

namespace OnRecord;

/// <summary>One statement that a reader can check: a clause that says something happened, is so, will be, or is not known, made to read alone where grammar and joined names allow it.</summary>
public sealed record Claim
{
    private readonly EquatableArray<StatementPart> _parts;
    private readonly EquatableArray<ClaimRole> _roles;
    private readonly EquatableArray<string> _attributedTo;
    private readonly EquatableArray<int> _times;
    private readonly EquatableArray<int> _quantities;
    private readonly EquatableArray<RankReason> _reasons;

    /// <summary>Stable id, made from the text and the place.</summary>
    public required string Id { get; init; }

    /// <summary>The clause as it stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>
    /// The claim as it reads alone: the clause's own words with the subject that grammar gives it and, in square brackets, the name of whom a pronoun or a
    /// description stands for. The <see cref="Parts"/>, joined by single spaces.
    /// </summary>
    public required string Statement { get; init; }

    /// <summary>Proof of <see cref="Statement"/>, in its order; never empty.</summary>
    public required ImmutableArray<StatementPart> Parts { get => _parts; init => _parts = value; }

    /// <summary>The word that says what happens or is so: a verb, or the adjective or noun behind a copula.</summary>
    public required ClaimPredicate Predicate { get; init; }

    /// <summary>The verb, noun or adjective that only tells how far or how sure: "[agreed] to send", "[failed] to stop", "is [due] to open". Null where there is none.</summary>
    public TextSpan? Governor { get; init; }

    /// <summary>Who did what to whom, in the order of the text.</summary>
    public ImmutableArray<ClaimRole> Roles { get => _roles; init => _roles = value; }

    /// <summary>Whether the clause says itself that something is not so: "did not", "no ship sank", "failed to".</summary>
    public bool Negated { get; init; }

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

    /// <summary>Id of the claim in which this one stands, or null.</summary>
    public string? Within { get; init; }

    /// <summary>Whether it reads alone, and whether it is more than background.</summary>
    public required ClaimLevel Level { get; init; }

    /// <summary>How much a checker would want it first, from 0 to 1, in hundredths.</summary>
    public decimal Rank { get; init; }

    /// <summary>What raised its rank, and what lowered it.</summary>
    public ImmutableArray<RankReason> Reasons { get => _reasons; init => _reasons = value; }

    /// <summary>Name of the rule that gave the status.</summary>
    public required string Rule { get; init; }
}

/// <summary>A piece of a statement: words of the text, or a name put in the place of words of the text.</summary>
/// <param name="Span">The words; where something stands in their place, the words that it replaces.</param>
/// <param name="Insert">What the statement has in their place, brackets included; null where the words stand as they are.</param>
/// <param name="Entity">Id of the entity that <paramref name="Insert"/> names, or null.</param>
/// <param name="Rule">Name of the rule that put it there; null where the words stand as they are.</param>
public sealed record StatementPart(TextSpan Span, string? Insert = null, string? Entity = null, string? Rule = null)
{
    /// <summary>What the statement has of this part.</summary>
    public string Of(string text) => Insert ?? Span.Of(text);

    /// <summary>The statement that parts give.</summary>
    internal static string Join(IEnumerable<StatementPart> parts, string text) => string.Join(' ', parts.Select(part => part.Of(text)));
}

/// <summary>The predicate of a claim.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Lemma">Its lemma, in lower case.</param>
public sealed record ClaimPredicate(TextSpan Span, string Lemma);

/// <summary>A part that somebody or something plays in what a claim tells.</summary>
/// <param name="Role">Which.</param>
/// <param name="Span">The words that name it.</param>
/// <param name="Entity">Id of the entity that they name, or null.</param>
public sealed record ClaimRole(RoleKind Role, TextSpan Span, string? Entity);

/// <summary>Parts in an event or a state.</summary>
public enum RoleKind
{
    /// <summary>Who or what does it.</summary>
    Agent,

    /// <summary>Whom or what it befalls; a passive's subject.</summary>
    Patient,

    /// <summary>To or for whom.</summary>
    Recipient,

    /// <summary>What is said of the subject: "is [the mayor]", "elected her [chair]".</summary>
    Attribute,

    /// <summary>With what.</summary>
    Instrument,

    /// <summary>Where.</summary>
    Place,

    /// <summary>When, how long, how often.</summary>
    Time,

    /// <summary>What for.</summary>
    Purpose,

    /// <summary>Why.</summary>
    Cause,

    /// <summary>How.</summary>
    Manner,
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

    /// <summary>Said not to be so, of what another has said or might: "denied that …", "it is not true that …".</summary>
    Denied,

    /// <summary>Under a condition.</summary>
    Hypothetical,

    /// <summary>The text says that it was not said.</summary>
    NotStated,
}

/// <summary>How well a claim stands alone.</summary>
public enum ClaimLevel
{
    /// <summary>Reads alone, and says who did what, or carries a source, a figure or a time.</summary>
    Main,

    /// <summary>Reads alone; background.</summary>
    Detail,

    /// <summary>Cannot be made to read alone.</summary>
    Fragment,
}

/// <summary>What raises a claim's rank.</summary>
public enum RankReason
{
    /// <summary>It has a figure: an amount, a share, a measure, or a count above two. Raises the rank.</summary>
    Figure,

    /// <summary>It has a time. Raises.</summary>
    Time,

    /// <summary>A named source stands behind it. Raises.</summary>
    NamedSource,

    /// <summary>A source without a name of its own stands behind it: officials, the police, the board. Raises.</summary>
    UnnamedSource,

    /// <summary>It names somebody or something beside its subject. Raises.</summary>
    NamedObject,

    /// <summary>It tells what the headline tells. Raises.</summary>
    Headline,

    /// <summary>It stands at the beginning of the document. Raises.</summary>
    Opening,

    /// <summary>It tells what happened. Raises.</summary>
    Past,

    /// <summary>It tells of a public deed: harm, wrong, law, office or money. Raises.</summary>
    Deed,

    /// <summary>It is in somebody's own words. Lowers the rank: such words judge more often than they tell.</summary>
    Quotation,

    /// <summary>It speaks of "I" or "we". Lowers.</summary>
    FirstPerson,

    /// <summary>Another verb, noun or adjective tells only how far or how sure it is: "tries to", "is ready to". Lowers.</summary>
    Governed,

    /// <summary>It has few words. Lowers.</summary>
    Short,
}
