namespace OnRecord.Language.Parsing;

/// <summary>
/// What a tagger sees of the parser's words: what goes into the encoder (embeddings, characters, the word's vector) and what comes out of it, side by side, through a
/// linear layer of its own. So taggers share the parser's reading of a sentence, and keep few numbers of it.
/// </summary>
internal sealed class StateView
{
    /// <summary>Values of a word before the linear layer.</summary>
    public const int Inputs = Parser.WordInputs + StateWidth;

    private const int StateWidth = 2 * Parser.Width;

    private readonly (ByteMatrix Words, ByteMatrix States)? _layer;

    /// <summary>Sees all as it is; for training.</summary>
    public StateView() => Width = Inputs;

    /// <param name="file">A network with a linear layer <c>view</c>, from <see cref="Inputs"/> values to its width.</param>
    /// <exception cref="InvalidDataException">A tensor is missing, or has another size.</exception>
    public StateView(NetworkFile file)
    {
        Width = file.Width;
        var weights = file.Tensor("view.weight", Inputs * Width);
        int[] Starts(int first) => [.. Enumerable.Range(0, Width).Select(output => output * Inputs + first)];
        _layer = (
            new ByteMatrix(Parser.WordInputs, weights, Starts(0), file.Tensor("view.bias", Width)),
            new ByteMatrix(StateWidth, weights, Starts(Parser.WordInputs), []));
    }

    /// <summary>Values of a word that are kept.</summary>
    public int Width { get; }

    /// <summary>For each sentence of a batch a row a word.</summary>
    /// <param name="words">What goes into the encoder, as the batch lays it.</param>
    /// <param name="states">The states of the LSTM's last layer.</param>
    /// <param name="batch">The layout.</param>
    public float[][] Of(float[] words, float[] states, SentenceBatch batch)
    {
        if (_layer is not var (fromWords, fromStates))
        {
            return Rows(batch, (row, kept) =>
            {
                words.AsSpan(row * Parser.WordInputs, Parser.WordInputs).CopyTo(kept);
                states.AsSpan(row * StateWidth, StateWidth).CopyTo(kept[Parser.WordInputs..]);
            });
        }

        var width = fromWords.PaddedOutputs;
        using var pooled = new PooledFloats(batch.Rows * width);
        var sums = pooled.Array;
        fromWords.Multiply(words, batch.Rows, sums);
        fromStates.MultiplyAdd(states, batch.Rows, sums);
        return Rows(batch, (row, kept) => sums.AsSpan(row * width, Width).CopyTo(kept));
    }

    private delegate void RowWriter(int row, Span<float> kept);

    private float[][] Rows(SentenceBatch batch, RowWriter write)
    {
        var views = new float[batch.Lengths.Length][];
        for (var sentence = 0; sentence < views.Length; sentence++)
        {
            var kept = views[sentence] = new float[batch.Lengths[sentence] * Width];
            for (var i = 0; i < batch.Lengths[sentence]; i++)
            {
                write(batch.Row(sentence, i + 1), kept.AsSpan(i * Width, Width));
            }
        }

        return views;
    }
}
