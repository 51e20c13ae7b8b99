using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Claims;

/// <summary>What a governor, a modal or an adverb makes of the clause that stands under it; null stands for "as the governor's own clause".</summary>
/// <param name="Positive">Where the word is not negated.</param>
/// <param name="Negative">Where it is.</param>
internal sealed record Effect(ClaimStatus? Positive, ClaimStatus? Negative);

/// <summary>A modal verb's effect.</summary>
/// <param name="Positive">The status of what stands under it.</param>
/// <param name="Negative">The status where it is negated.</param>
/// <param name="Reported">The status where the clause is reported, or null for the plain one.</param>
/// <param name="Rule">Name of its rule.</param>
internal sealed record Modal(ClaimStatus Positive, ClaimStatus Negative, ClaimStatus? Reported, string Rule);

/// <summary>A word that, negated, says that something was not said or is not known.</summary>
/// <param name="Kind"><c>said</c>, <c>known</c>, <c>verified</c> or <c>unknown</c>, as in the head of the lexicon.</param>
/// <param name="Objects">The nouns one of which must be what is not given; empty for any.</param>
internal sealed record Silence(string Kind, FrozenSet<string> Objects);

/// <summary>The lexicons of claims.</summary>
internal sealed class ClaimWords
{
    private readonly FrozenDictionary<(string Kind, string Lemma), Effect> _governors;
    private readonly FrozenDictionary<string, Modal> _modals;
    private readonly FrozenDictionary<string, string> _adverbs;
    private readonly FrozenDictionary<string, string> _marks;
    private readonly FrozenDictionary<string, Silence> _silence;
    private readonly FrozenSet<string> _doubts;
    private readonly FrozenSet<(string Word, string Kind)> _statementWords;
    private readonly FrozenDictionary<string, string> _pronouns;
    private readonly FrozenSet<string> _denials;
    private readonly FrozenSet<string> _deeds;

    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public ClaimWords(DataFolder data)
    {
        _governors = data.Lexicon("claim-governors").Rows.ToFrozenDictionary(
            row => (row["kind"], row["lemma"]),
            row => new Effect(StatusOrInherit(row, "positive"), StatusOrInherit(row, "negative")));
        _modals = data.Lexicon("claim-modals").Rows.ToFrozenDictionary(
            row => row["modal"],
            row => new Modal(Status(row, "positive"), Status(row, "negative"), row["reported"] == "-" ? null : Status(row, "reported"), row["rule"]),
            StringComparer.Ordinal);
        _adverbs = data.Lexicon("claim-adverbs").Rows.ToFrozenDictionary(row => row["adverb"], row => row["effect"], StringComparer.Ordinal);
        _marks = data.Lexicon("claim-marks").Rows.ToFrozenDictionary(row => row["mark"], row => row["effect"], StringComparer.Ordinal);
        _silence = data.Lexicon("claim-silence").Rows.ToFrozenDictionary(
            row => row["lemma"],
            row => new Silence(row["kind"], row["objects"] == "any" ? [] : row["objects"].Split(' ').ToFrozenSet(StringComparer.Ordinal)),
            StringComparer.Ordinal);
        _statementWords = data.Lexicon("claim-statement-words").Rows.Select(row => (row["word"], row["kind"])).ToFrozenSet();
        _pronouns = data.Lexicon("claim-pronouns").Rows.ToFrozenDictionary(row => row["word"], row => row["kind"], StringComparer.Ordinal);
        _denials = data.Lexicon("claim-denials").Rows.Select(row => row["lemma"]).ToFrozenSet(StringComparer.Ordinal);
        _deeds = data.Lexicon("claim-deeds").Rows.Select(row => row["lemma"]).ToFrozenSet(StringComparer.Ordinal);
        _doubts = data.Lexicon("claim-doubts").Rows.Select(row => row["lemma"]).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The effect of a governor; null where it is not listed.</summary>
    /// <param name="kind"><c>verb</c>, <c>noun</c> or <c>adjective</c>.</param>
    /// <param name="lemma">Its lemma.</param>
    public Effect? Governor(string kind, string lemma) => _governors.GetValueOrDefault((kind, lemma));

    /// <summary>The effect of a verb over an infinitive; null where it is not listed.</summary>
    public Effect? OverInfinitive(string lemma) => Governor("verb-to", lemma) ?? Governor("verb", lemma);

    public Modal? Modal(string modal) => _modals.GetValueOrDefault(modal);

    /// <summary><c>hedge</c>, <c>negation</c>, <c>approach</c> or null.</summary>
    public string? Adverb(string lower) => _adverbs.GetValueOrDefault(lower.Replace('’', '\''));

    /// <summary><c>condition</c>, <c>absence</c>, <c>time</c>, <c>gerund</c> or null.</summary>
    public string? Mark(string lower) => _marks.GetValueOrDefault(lower);

    /// <summary>Whether "no" before the noun affirms: no doubt, no secret.</summary>
    public bool IsDoubt(string lemma) => _doubts.Contains(lemma);

    /// <summary>Whether a word at the head of a noun phrase says that there is none: "no", "neither", "nobody".</summary>
    public bool IsNegative(string lower) => _statementWords.Contains((lower, "none"));

    /// <summary>Whether a noun names a body of people: "it" and "they" can both be said of it.</summary>
    public bool IsBody(string lemma) => _statementWords.Contains((lemma, "body"));

    /// <summary>Whether an auxiliary says nothing without its verb.</summary>
    public bool IsBare(string lemma) => lemma is "do" or "have" || _modals.ContainsKey(lemma);

    /// <summary>Whether a verb tells of speaking and thinking: "I mean".</summary>
    public bool IsMental(string lemma) => _statementWords.Contains((lemma, "mental"));

    /// <summary>Whether an adjective tells that something can, or cannot, be done.</summary>
    public bool IsAbility(string lemma) => IsInability(lemma) || _statementWords.Contains((lemma, "ability"));

    /// <summary>Whether an adjective tells that something cannot be done.</summary>
    public bool IsInability(string lemma) => _statementWords.Contains((lemma, "inability"));

    /// <summary>Whether a word only joins its sentence to the one before.</summary>
    public bool IsConnective(string lower) => _statementWords.Contains((lower, "connective"));

    /// <summary>Whether a word tells how a clause behind it counts: "only because", "in part because".</summary>
    public bool IsFocus(string lower) => _statementWords.Contains((lower, "focus"));

    /// <summary>Whether a verb says nothing without the clause behind it: "comes as".</summary>
    public bool IsLight(string lemma) => _statementWords.Contains((lemma, "light"));

    /// <summary>Whether the gerund behind a verb is somebody else's doing: "recommends charging".</summary>
    public bool IsOfAnother(string lemma) => _statementWords.Contains((lemma, "another"));

    /// <summary>Whether a noun measures time: "a day after".</summary>
    public bool IsMeasure(string lemma) => _statementWords.Contains((lemma, "measure"));

    /// <summary>Whether an infinitive behind "is" tells what a noun is, and not what is planned: "the key is to start early".</summary>
    public bool IsGist(string lemma) => _statementWords.Contains((lemma, "gist"));

    /// <summary><c>speaker</c>, <c>open</c> or <c>indefinite</c>; null where the word is no pronoun.</summary>
    public string? Pronoun(string lower) => _pronouns.GetValueOrDefault(lower);

    /// <summary>Whether a verb, with its particle, says of what another has said that it is not so.</summary>
    public bool Denies(string lemma) => _denials.Contains(lemma);

    /// <summary>Whether a verb tells of a public deed.</summary>
    public bool IsDeed(string lemma) => _deeds.Contains(lemma);

    public Silence? Silence(string lemma) => _silence.GetValueOrDefault(lemma);

    private static ClaimStatus? StatusOrInherit(LexiconRow row, string column) => row[column] == "inherit" ? null : Status(row, column);

    private static ClaimStatus Status(LexiconRow row, string column) =>
        Enum.TryParse<ClaimStatus>(row[column], ignoreCase: true, out var status) ? status : throw row.Error($"'{row[column]}' is no status");
}
