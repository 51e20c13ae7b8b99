namespace OnRecord.Claims;

/// <summary>The status of a clause, and the rule that gave it.</summary>
internal readonly record struct Verdict(ClaimStatus Status, string Rule)
{
    public static Verdict Plain { get; } = new(ClaimStatus.Asserted, StatusRules.Plain);
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
    public const string Negated = "-negated";

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        Plain, NotStated, Declined, WithoutSaying, NotKnown, Condition, Consequence, Without, Question, Imperative, Negation, NegativePhrase, Hedge, Purpose,
        NounInfinitive, Governor, Governor + Negated, Participle, SharedTense, TimeOfPlan, UnderSilence, TooFor, Falsehood, CueOfBelief,
        Future, Future + Negated, "possibility-modal", "possibility-modal" + Negated, "deontic-modal", "deontic-modal" + Negated, Conditional, Conditional + Negated,
    ];

    /// <summary>The name of a rule where it is met under a negation.</summary>
    public static string Under(string rule, bool negated) => negated ? rule + Negated : rule;
}
