using OnRecord.Lab.Language;
using OnRecord.Language.Parsing;
using OnRecord.Trainer.Pretrained;

namespace OnRecord.Trainer;

/// <summary>What the network can name: the values of each feature of a word, the words that have a vector, and the labels.</summary>
internal sealed class Vocabulary
{
    /// <summary>A value needs so many occurrences in the treebanks.</summary>
    private const int LeastCount = 2;

    /// <summary>A character needs so many.</summary>
    private const int LeastForCharacters = 5;

    /// <summary>A set of morphological features needs so many.</summary>
    private const int LeastForFeatures = 3;

    /// <summary>Numbers of characters: nothing, an edge of a word, one that the treebanks lack; then those that they have.</summary>
    public const int NoCharacter = 0;
    public const int Edge = 1;
    public const int UnknownCharacter = 2;
    public const int FirstCharacter = 3;

    private readonly Dictionary<string, int>[] _values;
    private readonly Dictionary<char, int> _characters;
    private readonly Dictionary<string, int> _vectors;

    /// <summary>Of networks that do not look at words themselves.</summary>
    public static Vocabulary None { get; } = new([], new WordVectors([], [], []), pieces: null);

    /// <summary>Of a network that names labels alone; they are kept as relations.</summary>
    public static Vocabulary Of(IReadOnlyList<string> labels) => new([], new WordVectors([], [], []), pieces: null) { Relations = labels };

    public Vocabulary(IEnumerable<IReadOnlyList<GoldWord>> sentences, WordVectors vectors, WordPieces? pieces)
    {
        Pieces = pieces;
        var words = sentences.SelectMany(sentence => sentence).ToList();
        Values = [.. Enumerable.Range(0, WordFeatures.Count).Select(kind => words
            .Select(word => Feature(kind, word.Form)).CountBy(value => value).Where(pair => pair.Value >= LeastCount)
            .Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList())];
        Upos = Labels(words.Select(word => word.Upos), 1);
        Xpos = Labels(words.Select(word => word.Xpos), 1);
        Features = Labels(words.Select(word => word.Features), LeastForFeatures);
        Relations = Labels(words.Select(word => word.Relation), 1);
        Vectors = vectors.Words;
        Characters = [.. words.SelectMany(word => word.Form).Where(letter => !char.IsSurrogate(letter)).CountBy(letter => letter).Where(pair => pair.Value >= LeastForCharacters).Select(pair => pair.Key).Order()];

        // 0 is an unknown value, 1 the root.
        _values = [.. Values.Select(values => Index(values, 2))];
        _vectors = Index(vectors.Words, 1);
        _characters = Characters.Select((letter, at) => (letter, at)).ToDictionary(pair => pair.letter, pair => pair.at + FirstCharacter);
    }

    public IReadOnlyList<IReadOnlyList<string>> Values { get; }

    public IReadOnlyList<string> Vectors { get; }

    public IReadOnlyList<char> Characters { get; }

    /// <summary>Cuts words for a pretrained network, where there may be one.</summary>
    public WordPieces? Pieces { get; }

    public IReadOnlyList<string> Upos { get; }

    public IReadOnlyList<string> Xpos { get; }

    public IReadOnlyList<string> Features { get; }

    public IReadOnlyList<string> Relations { get; init; }

    /// <summary>The numbers of a word's features, and of its vector behind them.</summary>
    public int[] NumbersOf(string form)
    {
        var numbers = new int[WordFeatures.Count + 1];
        for (var kind = 0; kind < WordFeatures.Count; kind++)
        {
            numbers[kind] = _values[kind].GetValueOrDefault(Feature(kind, form));
        }

        numbers[^1] = _vectors.GetValueOrDefault(Feature(0, form));
        return numbers;
    }

    /// <summary>The numbers of a word's characters, between edges.</summary>
    public int[] CharactersOf(string form) =>
        [Edge, .. form.Take(WordFeatures.LongestWord).Select(letter => _characters.GetValueOrDefault(letter, UnknownCharacter)), Edge];

    private static string Feature(int kind, string form)
    {
        var cut = form[..Math.Min(form.Length, WordFeatures.LongestWord)];
        return WordFeatures.Of(kind, cut, cut.ToLowerInvariant(), new char[WordFeatures.LongestWord + WordFeatures.Margin]).ToString();
    }

    private static List<string> Labels(IEnumerable<string> labels, int least) =>
        [.. labels.CountBy(label => label).Where(pair => pair.Value >= least).Select(pair => pair.Key).Order(StringComparer.Ordinal)];

    private static Dictionary<string, int> Index(IReadOnlyList<string> values, int first) =>
        values.Select((value, at) => (value, at)).ToDictionary(pair => pair.value, pair => pair.at + first, StringComparer.Ordinal);
}
