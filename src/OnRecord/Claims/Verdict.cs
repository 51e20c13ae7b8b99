using OnRecord.Language.Syntax;

namespace OnRecord.Claims;

/// <summary>The status of a clause, and the rule that gave it.</summary>
internal readonly record struct Verdict(ClaimStatus Status, string Rule)
{
    /// <summary>From how sure readers are on, what a rule leaves open is a fact to them: "he has to pick up the keys at night".</summary>
    private const decimal LeastOfFact = 0.6m;

    /// <summary>Up to how sure they are, a statement for which no rule speaks is none: a command, a wish, a piece of a condition; with a subject of its own it may still be a fact that is told oddly.</summary>
    private const decimal MostOfNoFact = 0.55m;
    private const decimal MostOfNoFactWithSubject = 0.5m;

    public static Verdict Plain { get; } = new(ClaimStatus.Asserted, StatusRules.Plain);

    /// <summary>
    /// The status where a rule tells less than the model of certainty: an infinitive, "has to" and a clause without a tense of its own stand for facts as for plans, and what no rule knows may be no statement.
    /// </summary>
    /// <param name="certainty">How sure a reader is; null where the text says that it was not said.</param>
    /// <param name="group">The clause's verbs. What happened, happened, and an infinitive is what its governor makes of it.</param>
    /// <param name="hasSubject">Whether it says of whom or what it speaks, and not to whom.</param>
    public Verdict AsReadersTakeIt(decimal? certainty, VerbGroup? group, bool hasSubject) => this switch
    {
        { Status: not (ClaimStatus.Asserted or ClaimStatus.Denied), Rule: StatusRules.SharedTense or StatusRules.NounInfinitive or StatusRules.Purpose or StatusRules.Deontic }
            when certainty > LeastOfFact => new(ClaimStatus.Asserted, StatusRules.AsFact),
        { Rule: StatusRules.Plain } when certainty < (hasSubject ? MostOfNoFactWithSubject : MostOfNoFact) && group is not ({ Finite: true, Tense: VerbTense.Past } or { Infinitive: true }) => new(ClaimStatus.Hypothetical, StatusRules.AsNoFact),
        _ => this,
    };
}

/// <summary>Names of the rules that give a status.</summary>
internal static class StatusRules
{
    public const string Plain = "plain-statement";
    public const string NotStated = "negated-verb-of-saying";
    public const string Declined = "declined-to-say";
    public const string WithoutSaying = "without-saying";
    public const string NotKnown = "not-known";
    public const string Condition = "condition";
    public const string Consequence = "consequence-of-condition";
    public const string Without = "without-gerund";
    public const string Question = "question";
    public const string Imperative = "imperative";
    public const string Negation = "negation";
    public const string NegativePhrase = "negative-noun-phrase";
    public const string Hedge = "hedging-adverb";
    public const string Purpose = "purpose-infinitive";
    public const string NounInfinitive = "infinitive-of-noun";
    public const string Governor = "governor";
    public const string Participle = "participle-of-plan";
    public const string SharedTense = "shared-with-main-clause";
    public const string TimeOfPlan = "time-clause-of-plan";
    public const string UnderSilence = "under-negated-speech";
    public const string TooFor = "too-for-infinitive";
    public const string Falsehood = "said-to-be-false";
    public const string CueOfBelief = "cue-of-belief";
    public const string Future = "future";
    public const string Conditional = "conditional-mood";
    public const string Deontic = "deontic-modal";
    public const string AsFact = "read-as-fact";
    public const string AsNoFact = "read-as-no-fact";
    public const string Negated = "-negated";

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        Plain, NotStated, Declined, WithoutSaying, NotKnown, Condition, Consequence, Without, Question, Imperative, Negation, NegativePhrase, Hedge, Purpose,
        NounInfinitive, Governor, Governor + Negated, Participle, SharedTense, TimeOfPlan, UnderSilence, TooFor, Falsehood, CueOfBelief,
        Future, Future + Negated, "possibility-modal", "possibility-modal" + Negated, Deontic, Deontic + Negated, Conditional, Conditional + Negated, AsFact, AsNoFact,
    ];

    /// <summary>The name of a rule where it is met under a negation.</summary>
    public static string Under(string rule, bool negated) => negated ? rule + Negated : rule;
}
