namespace OnRecord.Language.Syntax;

/// <summary>Tense of a verb group's first verb.</summary>
internal enum VerbTense
{
    /// <summary>No tense: an infinitive, participle or bare modal.</summary>
    None,

    /// <summary>Past: "said", "had agreed", "was to depart".</summary>
    Past,

    /// <summary>Present: "says", "has agreed", "is expected".</summary>
    Present,

    /// <summary>Future: "will not be", "is going to leave".</summary>
    Future,
}

/// <summary>A verb with its auxiliaries, modal, negation and the adverbs between them, as one predicate.</summary>
/// <remarks>
/// "is expected to depart" are two groups, "is expected" (passive) and "to depart" (infinitive) governed by it, because each
/// verb says something of its own. "was to depart" and "is going to depart" are one, with <see cref="Modal"/> "be to" and "going to".
/// </remarks>
internal sealed record VerbGroup
{
    /// <summary>Index in <see cref="Analysis.Tokens"/> of the group's first word.</summary>
    public required int Start { get; init; }

    /// <summary>One past the index of its last word (adverbs inside count, those after the head do not; "not" after an auxiliary does).</summary>
    public required int End { get; init; }

    /// <summary>Index of the head: the last verb, which carries the meaning; the copula itself where the predicate is no verb.</summary>
    public required int Head { get; init; }

    /// <summary>Index of the sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>Whether it has a tense or a modal; false for infinitives, gerunds and participles that stand alone.</summary>
    public required bool Finite { get; init; }

    /// <summary>Tense of the first verb; "would", "could", "might" and "should" have none, "will" and "shall" are future.</summary>
    public required VerbTense Tense { get; init; }

    /// <summary>have + participle: "has agreed", "to have agreed".</summary>
    public bool Perfect { get; init; }

    /// <summary>be + -ing: "is leaving".</summary>
    public bool Progressive { get; init; }

    /// <summary>be or get + past participle: "was fired".</summary>
    public bool Passive { get; init; }

    /// <summary>The modal in lower case and its full form (<c>will</c>, <c>would</c>, <c>may</c> …, <c>be to</c>, <c>going to</c>, <c>have to</c>, <c>used to</c>), or null.</summary>
    public string? Modal { get; init; }

    /// <summary>Whether "not", "n't" or "never" stands in it.</summary>
    public bool Negated { get; init; }

    /// <summary>Whether it begins with "to".</summary>
    public bool Infinitive { get; init; }

    /// <summary>Whether a form of be is its head: what follows is the predicate.</summary>
    public bool Copular { get; init; }

    /// <summary>Index in the list of the group that this infinitive follows at once ("expected" for "to depart"), or −1.</summary>
    public int GovernedBy { get; init; } = -1;
}
