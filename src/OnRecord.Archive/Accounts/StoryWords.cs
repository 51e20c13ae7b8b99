using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Archive.Accounts;

/// <summary>Words by which happenings of several reports are compared.</summary>
internal sealed class StoryWords
{
    private static readonly Lazy<StoryWords> Shipped = new(() => new StoryWords(DataFolder.English()));

    private readonly FrozenDictionary<string, string> _acts;
    private readonly FrozenSet<string> _once;
    private readonly FrozenSet<string> _harm;
    private readonly FrozenSet<string> _opposites;
    private readonly FrozenDictionary<string, FrozenSet<string>> _kinds;
    private readonly FrozenDictionary<string, string> _sides;
    private readonly FrozenDictionary<(string Verb, string Word), string> _figures;

    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public StoryWords(DataFolder data)
    {
        var acts = data.Lexicon("story-acts").Rows;
        _acts = acts.SelectMany(row => Listed(row["words"]).Concat(Listed(row["opposite"])).Append(row["act"]).Distinct().Select(word => (Word: word, Act: row["act"])))
            .ToFrozenDictionary(row => row.Word, row => row.Act, StringComparer.Ordinal);
        _once = acts.Where(row => Listed(row["once"]).Contains("once")).Select(row => row["act"]).ToFrozenSet(StringComparer.Ordinal);
        _harm = acts.Where(row => Listed(row["once"]).Contains("harm")).Select(row => row["act"]).ToFrozenSet(StringComparer.Ordinal);
        _opposites = acts.SelectMany(row => Listed(row["opposite"])).ToFrozenSet(StringComparer.Ordinal);
        var words = data.Lexicon("story-words").Rows;
        _kinds = words.GroupBy(row => row["kind"]).ToFrozenDictionary(kind => kind.Key, kind => kind.Select(row => row["word"]).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        _sides = data.Lexicon("story-sides").Rows.ToFrozenDictionary(row => row["noun"], row => row["side"], StringComparer.Ordinal);
        _figures = data.Lexicon("story-figures").Rows.ToFrozenDictionary(row => (row["verb"], row["word"]), row => row["thing"]);
    }

    /// <summary>Of the data that travel beside the program.</summary>
    /// <exception cref="DataFileException">They are missing or damaged.</exception>
    public static StoryWords English => Shipped.Value;

    /// <summary>The verb that stands for all that tell the same as a lemma.</summary>
    public string ActOf(string lemma) => _acts.GetValueOrDefault(lemma, lemma);

    /// <summary>Whether the lexicon has a word.</summary>
    public bool Knows(string lemma) => _acts.ContainsKey(lemma);

    /// <summary>Whether an act befalls the same one only once in a story: nobody resigns twice in a week.</summary>
    public bool IsOnce(string act) => _once.Contains(act);

    /// <summary>Whether an act is a harm done to others: two who say that they did it are no partners.</summary>
    public bool IsHarm(string act) => _harm.Contains(act);

    /// <summary>Whether a word tells that its act is not so: what is rejected is not accepted.</summary>
    public bool IsOpposite(string lemma) => _opposites.Contains(lemma);

    /// <summary>Whether a predicate says too little alone for two claims with it to tell the same.</summary>
    public bool IsLight(string lemma) => Is(lemma, "light");

    /// <summary>Whether a noun names nobody in particular: "people".</summary>
    public bool IsGeneric(string noun) => Is(noun, "generic");

    /// <summary>Whether a noun stands for what it is of: "the number of".</summary>
    public bool IsMeasure(string noun) => Is(noun, "measure");

    /// <summary>Whether a word ends the head of a noun phrase: "of", "who".</summary>
    public bool IsBorder(string word) => Is(word, "border");

    /// <summary>Whether a word joins two noun phrases: "and".</summary>
    public bool IsJoint(string word) => Is(word, "joint");

    /// <summary>Whether a word is never the head of a noun phrase: "the", "his".</summary>
    public bool IsEmpty(string word) => Is(word, "empty");

    /// <summary>Whether a word tells one from others of its kind: "second", "another".</summary>
    public bool IsOther(string word) => Is(word, "other");

    /// <summary>Whether the agent of a predicate says the figure that stands with it: "police counted twelve".</summary>
    public bool IsCounting(string lemma) => Is(lemma, "counting");

    /// <summary>The side to which a noun belongs, of which no two did the same deed; null where it names none.</summary>
    public string? SideOf(string noun) => _sides.GetValueOrDefault(noun);

    /// <summary>What people are counted for by a verb and a word beside it ("driven from their homes"); null where the lexicon has nothing.</summary>
    public string? CountedFor(string verb, Func<string, bool> isBeside) =>
        _figures.Where(row => row.Key.Verb == verb && (row.Key.Word.Length == 0 || isBeside(row.Key.Word))).Select(row => row.Value).Order(StringComparer.Ordinal).FirstOrDefault();

    private bool Is(string word, string kind) => _kinds[kind].Contains(word);

    private static string[] Listed(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
