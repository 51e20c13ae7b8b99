using OnRecord.Lab.Language;
using OnRecord.Language.Parsing;
using static TorchSharp.torch;

namespace OnRecord.Trainer;

/// <summary>A sentence in numbers; position 0 is the root.</summary>
internal sealed record Example(
    IReadOnlyList<GoldWord> Words, int[][] Numbers, int[][] Characters, int[] Heads, int[] Upos, int[] Xpos, int[] Features, int[] Relations)
{
    /// <summary>What the teachers believe, for a sentence that they labelled.</summary>
    public TaughtBeliefs? Taught { get; init; }

    public int Length => Words.Count;

    /// <summary>The pieces of each word, for a network that was pretrained on them; otherwise none.</summary>
    public int[][] Pieces { get; init; } = [];

    /// <summary>A label that the vocabulary lacks, left out of the loss.</summary>
    public const int NoLabel = -100;

    public static Example Of(IReadOnlyList<GoldWord> words, Vocabulary vocabulary)
    {
        int[] Labels(Func<GoldWord, string> label, IReadOnlyList<string> known)
        {
            var index = known.Select((value, at) => (value, at)).ToDictionary(pair => pair.value, pair => pair.at, StringComparer.Ordinal);
            return [.. words.Select(word => index.GetValueOrDefault(label(word), NoLabel))];
        }

        return new Example(
            words,
            [.. words.Select(word => vocabulary.NumbersOf(word.Form))],
            [.. words.Select(word => vocabulary.CharactersOf(word.Form))],
            [.. words.Select(word => word.Head)],
            Labels(word => word.Upos, vocabulary.Upos),
            Labels(word => word.Xpos, vocabulary.Xpos),
            Labels(word => word.Features, vocabulary.Features),
            Labels(word => word.Relation, vocabulary.Relations))
        {
            Pieces = vocabulary.Pieces is { } pieces ? [.. words.Select(word => pieces.Of(word.Form))] : [],
        };
    }

    /// <summary>The sentence in the letters of a headline: all capitals, or a capital at the beginning of each word.</summary>
    public Example AsHeadline(bool isAllCapitals, Vocabulary vocabulary)
    {
        var forms = Words.Select(word => isAllCapitals ? word.Form.ToUpperInvariant() : char.ToUpperInvariant(word.Form[0]) + word.Form[1..]).ToList();
        return this with { Numbers = [.. forms.Select(vocabulary.NumbersOf)], Characters = [.. forms.Select(vocabulary.CharactersOf)] };
    }
}

/// <summary>The probabilities of a sentence's <see cref="Beliefs"/>, row after row.</summary>
internal sealed record TaughtBeliefs(float[] Arcs, float[] Upos, float[] Xpos, float[] Relations);

/// <summary>Sentences of one length, all from treebanks or all from teachers, as tensors, so that nothing is padded.</summary>
internal sealed class Batch
{
    public Batch(IReadOnlyList<Example> examples)
    {
        Examples = examples;
        Sentences = examples.Count;
        Length = examples[0].Length;
        var positions = Length + 1;
        Numbers = [.. Enumerable.Range(0, WordFeatures.Count + 1).Select(kind => tensor(
            [.. examples.SelectMany(example => example.Numbers.Select(word => (long)word[kind]).Prepend(kind < WordFeatures.Count ? 1L : 0L))])
            .reshape(Sentences, positions))];
        var longest = examples.Max(example => example.Characters.Max(word => word.Length));
        Characters = tensor(
            [.. examples.SelectMany(example => example.Characters.Prepend([])).SelectMany(word => word.Concat(Enumerable.Repeat(Vocabulary.NoCharacter, longest - word.Length)).Select(letter => (long)letter))])
            .reshape(Sentences * positions, longest);
        Heads = Flat(examples, example => example.Heads);
        Upos = Flat(examples, example => example.Upos);
        Xpos = Flat(examples, example => example.Xpos);
        Features = Flat(examples, example => example.Features);
        Relations = Flat(examples, example => example.Relations);
        if (examples[0].Taught is not null)
        {
            Tensor Rows(Func<TaughtBeliefs, float[]> part) => tensor([.. examples.SelectMany(example => part(example.Taught!))]).reshape(Sentences * Length, -1);
            Beliefs = new Beliefs(Rows(taught => taught.Arcs), Rows(taught => taught.Upos), Rows(taught => taught.Xpos), Rows(taught => taught.Relations));
        }
    }

    public IReadOnlyList<Example> Examples { get; }

    public int Sentences { get; }

    /// <summary>Words in each sentence, the root not counted.</summary>
    public int Length { get; }

    public IReadOnlyList<Tensor> Numbers { get; }

    /// <summary>The characters of each position, filled up to the longest word.</summary>
    public Tensor Characters { get; }

    public Tensor Heads { get; }

    public Tensor Upos { get; }

    public Tensor Xpos { get; }

    public Tensor Features { get; }

    public Tensor Relations { get; }

    /// <summary>The teachers' probabilities, where the sentences are theirs.</summary>
    public Beliefs? Beliefs { get; }

    /// <summary>Sentences in batches of about so many words, in random order where chance is given.</summary>
    public static List<List<Example>> Cut(IEnumerable<Example> examples, int words, Random? chance)
    {
        var batches = new List<List<Example>>();
        foreach (var group in examples.GroupBy(example => (example.Length, IsTaught: example.Taught is not null)).OrderBy(group => group.Key))
        {
            var sentences = group.ToArray();
            chance?.Shuffle(sentences);
            batches.AddRange(sentences.Chunk(Math.Max(1, words / group.Key.Length)).Select(chunk => chunk.ToList()));
        }

        if (chance is not null)
        {
            var shuffled = batches.ToArray();
            chance.Shuffle(shuffled);
            return [.. shuffled];
        }

        return batches;
    }

    private static Tensor Flat(IReadOnlyList<Example> examples, Func<Example, int[]> values) =>
        tensor([.. examples.SelectMany(values).Select(value => (long)value)]);
}
