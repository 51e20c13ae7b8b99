using System.Collections.Immutable;
using OnRecord.Data;

namespace OnRecord.Language;

/// <summary>A tag of a word: Universal and Penn part of speech.</summary>
internal readonly record struct Tag(Upos Upos, string Xpos);

/// <summary>
/// Tags the words of a sentence from left to right with an averaged perceptron (Collins 2002, "Discriminative Training
/// Methods for Hidden Markov Models"), greedily; universal and Penn tag are one label, so that they agree.
/// </summary>
internal sealed class Tagger
{
    private const string ModelName = "tagger.bin";

    private readonly TaggerModel _model;
    private readonly ImmutableArray<Tag> _tags;

    /// <exception cref="DataFileException">The model is missing or damaged.</exception>
    public Tagger(DataFolder data)
        : this(TaggerModel.Read(data.Model(ModelName), ModelName))
    {
    }

    public Tagger(TaggerModel model)
    {
        _model = model;
        _tags = [.. model.Labels.Select(Parse)];
    }

    /// <summary>The tags of a sentence's words.</summary>
    public Tag[] TagWords(ReadOnlySpan<string> words)
    {
        var facts = new WordFacts[words.Length + (2 * TaggerFeatures.Margin)];
        TaggerFeatures.Describe(words, facts, _model.Classes);
        var tags = new Tag[words.Length];
        Span<uint> features = stackalloc uint[TaggerFeatures.Count];
        Span<int> scores = stackalloc int[_tags.Length];
        byte two = TaggerFeatures.NoTag, before = TaggerFeatures.NoTag;
        for (var i = 0; i < words.Length; i++)
        {
            TaggerFeatures.FillWords(facts, i, features);
            TaggerFeatures.FillTags(facts, i, before, two, features[TaggerFeatures.OfWords..]);
            scores.Clear();
            foreach (var feature in features)
            {
                _model.Add(feature, scores);
            }

            var best = Best(scores);
            tags[i] = _tags[best];
            (two, before) = (before, (byte)best);
        }

        return tags;
    }

    private static int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var label = 1; label < scores.Length; label++)
        {
            if (scores[label] > scores[best])
            {
                best = label;
            }
        }

        return best;
    }

    private static Tag Parse(string label)
    {
        var slash = label.IndexOf('/', StringComparison.Ordinal);
        return new Tag(Enum.Parse<Upos>(label[..slash]), label[(slash + 1)..]);
    }
}
