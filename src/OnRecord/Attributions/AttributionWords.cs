using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Attributions;

/// <summary>The lexicons of attribution.</summary>
internal sealed class AttributionWords
{
    private static readonly FrozenDictionary<string, Frame> FrameCodes = new Dictionary<string, Frame>(StringComparer.Ordinal)
    {
        ["quote"] = Frame.Quote,
        ["that"] = Frame.That,
        ["clause"] = Frame.Clause,
        ["wh"] = Frame.Wh,
        ["to"] = Frame.To,
        ["object-to"] = Frame.ObjectTo,
        ["ing"] = Frame.Ing,
        ["object"] = Frame.Object,
        ["as"] = Frame.As,
        ["before"] = Frame.Before,
        ["inverted"] = Frame.Inverted,
        ["none"] = Frame.None,
        ["passive"] = Frame.Passive,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, CueEntry> _verbs;
    private readonly FrozenDictionary<string, CueEntry> _nouns;
    private readonly FrozenDictionary<string, CueEntry> _adjectives;
    private readonly FrozenDictionary<string, FrozenSet<string>> _words;

    public AttributionWords(DataFolder data)
    {
        _verbs = Entries(data.Lexicon("attribution-verbs"));
        _nouns = Entries(data.Lexicon("attribution-nouns"));
        _adjectives = Entries(data.Lexicon("attribution-adjectives"));
        _words = data.Lexicon("attribution-words").Rows
            .GroupBy(row => row["class"], row => row["word"], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var row in data.Lexicon("attribution-phrases").Rows)
        {
            Phrases.Add(row["phrase"], row["pattern"]);
        }
    }

    /// <summary>Cues of several words, and adverbs; each with the pattern it is read by.</summary>
    public PhraseTable<string> Phrases { get; } = new();

    public CueEntry? Verb(string lemma) => _verbs.GetValueOrDefault(lemma);

    public CueEntry? Noun(string lemma) => _nouns.GetValueOrDefault(lemma);

    public CueEntry? Adjective(string lemma) => _adjectives.GetValueOrDefault(lemma);

    /// <summary>Whether a word belongs to a class of <c>attribution-words.tsv</c>.</summary>
    public bool Is(string className, string word) => _words.TryGetValue(className, out var words) && words.Contains(word);

    /// <summary>Weekdays, "yesterday", "week" …: words that end a noun phrase of time.</summary>
    public bool IsTime(string lower) => Is("time", lower);

    private static FrozenDictionary<string, CueEntry> Entries(Lexicon lexicon) =>
        lexicon.Rows.ToFrozenDictionary(row => row["lemma"], Entry, StringComparer.Ordinal);

    private static CueEntry Entry(LexiconRow row)
    {
        var frames = new HashSet<Frame>();
        var prepositions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in row["frames"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (FrameCodes.TryGetValue(code, out var frame))
            {
                frames.Add(frame);
            }
            else if (code.StartsWith('+'))
            {
                prepositions.Add(code[1..]);
            }
            else
            {
                throw row.Error($"'{code}' is no frame.");
            }
        }

        return new CueEntry(row["class"], frames.ToFrozenSet(), prepositions.ToFrozenSet(StringComparer.Ordinal));
    }
}

/// <summary>A cue word: its class, the frames in which it is a cue, and the prepositions that lead to its content.</summary>
internal sealed record CueEntry(string Class, FrozenSet<Frame> Frames, FrozenSet<string> Prepositions)
{
    public bool Takes(Frame frame) => Frames.Contains(frame);
}
