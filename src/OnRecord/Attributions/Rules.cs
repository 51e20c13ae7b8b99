namespace OnRecord.Attributions;

/// <summary>Names of the rules by which attributions are found.</summary>
internal static class Rules
{
    public const string SpeakerColon = "speaker-colon";
    public const string QuoteSignature = "quote-before-dash-and-name";
    public const string SourceBehindPhrase = "phrase-before-source";
    public const string Possessor = "possessor-of-view";
    public const string Adverb = "adverb-of-hearsay";

    /// <summary>"Seems to", which is never shown: how something looks is nobody's word.</summary>
    public const string Seeming = "verb-of-seeming";

    /// <summary>A cue that no rule knows.</summary>
    public const string Tagged = "tagged";

    /// <summary>Links of a chain that stand beside what is reported: who is quoted as saying it, who is cited for it, who has seen or carried it.</summary>
    public const string LinkQuoted = "link-quoted-as-saying";
    public const string LinkCited = "link-cited";
    public const string LinkCarried = "link-seen-or-carried";

    private static readonly string[] Shapes =
    [
        "before-quote", "before-that-clause", "before-bare-clause", "before-wh-clause", "before-infinitive", "before-object-and-infinitive",
        "before-participle", "before-object", "before-object-as", "before-preposition", "behind-content", "behind-content-inverted", "passive",
    ];

    private static readonly string[] Kinds = ["verb", "noun"];

    public static IReadOnlyList<string> Names { get; } =
    [
        SpeakerColon, QuoteSignature, SourceBehindPhrase, Possessor, Adverb, Tagged, LinkQuoted, LinkCited, LinkCarried,
        .. Kinds.SelectMany(kind => Shapes.Select(shape => $"{kind}-{shape}").Where(IsPossible)),
    ];

    /// <summary>The rule that reads a cue of verb or noun.</summary>
    public static string Of(Cue cue) =>
        cue.Class == "seem" ? Seeming
        : cue.Voice == Voice.Passive ? "verb-passive"
        : (cue.Voice == Voice.Noun ? "noun-" : "verb-") + Shapes[(int)cue.Frame - 1];

    private static bool IsPossible(string rule) =>
        rule is not ("noun-before-bare-clause" or "noun-before-wh-clause" or "noun-before-object-and-infinitive" or "noun-before-participle"
            or "noun-before-object" or "noun-before-object-as" or "noun-passive" or "noun-behind-content" or "noun-behind-content-inverted");
}
