using System.Buffers;
using OnRecord.Data;

namespace OnRecord.Language.Parsing;

/// <summary>Tags, heads and relations of a sentence's words.</summary>
/// <param name="Upos">Universal part of speech of each word.</param>
/// <param name="Xpos">Penn tag of each word.</param>
/// <param name="Features">Morphological features of each word, as CoNLL-U writes them.</param>
/// <param name="Heads">Index of each word's head in the sentence; −1 for the root.</param>
/// <param name="Relations">Relation to the head (Universal Dependencies v2, with subtypes).</param>
internal sealed record Parse(Upos[] Upos, string[] Xpos, string[] Features, int[] Heads, string[] Relations)
{
    /// <summary>What each <see cref="StateView"/> sees of the words, a row a word.</summary>
    public required float[][] Views { get; init; }
}

/// <summary>
/// Tags and parses sentences with one network: a bidirectional LSTM over words, with classifiers for the tags
/// and biaffine attention for heads and relations (Dozat and Manning 2017, "Deep Biaffine Attention for Neural Dependency Parsing").
/// </summary>
/// <remarks>
/// Safe to use from many threads. A sentence's parse does not depend on the others of the call. Memory of a call: about 12 kB a word of
/// a batch, and batches are cut at <see cref="WordsAtOnce"/> words.
/// </remarks>
internal sealed class Parser
{
    /// <summary>Width of the encoder, of an LSTM's layer in each direction.</summary>
    public const int Width = 256;

    /// <summary>Values of a word that go into the encoder: embeddings of its features and characters, and its vector.</summary>
    public const int WordInputs = 320 + CharacterReader.Width + NetworkFile.VectorWidth;

    private const string ModelName = "english.network";

    /// <summary>Sentences are read together up to so many words.</summary>
    private const int WordsAtOnce = 500;

    private readonly NetworkFile _file;
    private readonly Upos[] _upos;
    private readonly WordEncoder _words;
    private readonly Lstm[] _layers;
    private readonly float[] _normScale;
    private readonly float[] _normShift;
    private readonly TagClassifiers _tags;
    private readonly Biaffine _trees;
    private readonly IReadOnlyList<StateView> _views;
    private readonly bool _seesLower;

    /// <param name="data">Where the model is.</param>
    /// <param name="views">What others want to see of the words.</param>
    /// <exception cref="DataFileException">The model is missing or damaged.</exception>
    public Parser(DataFolder data, IReadOnlyList<StateView> views)
        : this(data.Model(ModelName), ModelName, views)
    {
    }

    /// <exception cref="DataFileException">The bytes are no network, or damaged.</exception>
    public Parser(byte[] model, string path, IReadOnlyList<StateView>? views = null)
    {
        _views = views ?? [];
        _seesLower = _views.Any(view => view.SeesLower);
        _file = NetworkFile.Read(model, path);
        try
        {
            if (_file.Encoder != "lstm" || (_views.Count > 0 && (_file.Width != Width || _file.Characters.Length == 0)))
            {
                throw new InvalidDataException($"encoder {_file.Encoder}, {_file.Width} wide");
            }

            _upos = [.. _file.Upos.Select(Enum.Parse<Upos>)];
            var encoded = 2 * _file.Width;
            _words = new WordEncoder(_file);
            if (_views.Count > 0 && (_words.Inputs != WordInputs || (_seesLower && _file.Layers < 2)))
            {
                throw new InvalidDataException($"words of {_words.Inputs} values, {_file.Layers} layers");
            }

            _layers = [.. Enumerable.Range(0, _file.Layers).Select(layer => NetworkLayers.Lstm(_file, layer, layer == 0 ? _file.Width : encoded))];
            (_normScale, _normShift) = (_file.Tensor("norm.weight", encoded), _file.Tensor("norm.bias", encoded));
            _tags = new TagClassifiers(_file, encoded);
            _trees = new Biaffine(_file, encoded);
        }
        catch (Exception error) when (error is InvalidDataException or ArgumentException)
        {
            throw new DataFileException(path, "the network lacks a part; take the file from the release again.", error);
        }
    }

    /// <summary>Parses sentences, each given as its words; none may be empty.</summary>
    public Parse[] ParseAll(IReadOnlyList<string[]> sentences)
    {
        var parses = new Parse[sentences.Count];
        for (var first = 0; first < sentences.Count;)
        {
            var (end, words) = (first, 0);
            while (end < sentences.Count && (end == first || words + sentences[end].Length <= WordsAtOnce))
            {
                words += sentences[end++].Length;
            }

            ParseBatch(new SentenceBatch([.. sentences.Skip(first).Take(end - first)])).CopyTo(parses, first);
            first = end;
        }

        return parses;
    }

    private Parse[] ParseBatch(SentenceBatch batch)
    {
        var words = ArrayPool<float>.Shared.Rent(batch.Rows * _words.Inputs);
        var rows = ArrayPool<float>.Shared.Rent(batch.Rows * _words.Outputs);
        _words.Encode(batch, words, rows);
        var lower = default(float[]);
        if (_seesLower)
        {
            lower = rows = Lstm.RunAll(_layers[..^1], batch, rows);
            rows = ArrayPool<float>.Shared.Rent(batch.Rows * _layers[^1].Outputs);
            _layers[^1].Run(batch, lower, rows);
        }
        else
        {
            rows = Lstm.RunAll(_layers, batch, rows);
        }

        var width = _layers[^1].Outputs;
        for (var row = 0; row < batch.Rows; row++)
        {
            Activations.Normalize(rows.AsSpan(row * width, width), _normScale, _normShift);
        }

        var tags = _tags.Classify(rows, batch.Rows);
        var (heads, relations) = _trees.Attach(batch, rows);
        var views = _views.Select(view => view.Of(words, lower, rows, batch)).ToArray();
        ArrayPool<float>.Shared.Return(words);
        if (lower is not null)
        {
            ArrayPool<float>.Shared.Return(lower);
        }

        ArrayPool<float>.Shared.Return(rows);
        return [.. batch.Sentences.Select((words, sentence) => ToParse(batch, sentence, words.Length, tags, heads[sentence], relations[sentence]) with
        {
            Views = Array.ConvertAll(views, view => view[sentence]),
        })];
    }

    private Parse ToParse(SentenceBatch batch, int sentence, int length, (int[] Upos, int[] Xpos, int[] Features) tags, int[] heads, int[] relations)
    {
        T[] Labels<T>(int[] best, T[] labels)
        {
            var named = new T[length];
            for (var i = 0; i < length; i++)
            {
                named[i] = labels[best[batch.Row(sentence, i + 1)]];
            }

            return named;
        }

        return new Parse(
            Labels(tags.Upos, _upos),
            Labels(tags.Xpos, _file.Xpos),
            Labels(tags.Features, _file.Features),
            [.. heads.Select(head => head - 1)],
            [.. relations.Select(relation => _file.Relations[relation])])
        {
            Views = [],
        };
    }
}
