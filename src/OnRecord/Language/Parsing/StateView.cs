namespace OnRecord.Language.Parsing;

/// <summary>
/// What a tagger sees of the parser's words: what goes into the encoder (embeddings, characters, the word's vector) and what comes out of it, side by side, through a
/// linear layer of its own. So taggers share the parser's reading of a sentence, and keep few numbers of it. A tagger may ask for the states of the layer below the
/// last too, which know more of the word and less of the tree.
/// </summary>
internal sealed class StateView
{
    /// <summary>Values of a word before the linear layer.</summary>
    public const int Inputs = Parser.WordInputs + StateWidth;

    /// <summary>The same with the states of the layer below the last.</summary>
    public const int InputsWithLower = Inputs + StateWidth;

    private const int StateWidth = 2 * Parser.Width;

    private readonly (ByteMatrix Words, ByteMatrix States, ByteMatrix? Lower)? _layer;

    /// <summary>Sees all as it is; for training.</summary>
    /// <param name="seesLower">Whether it sees the layer below the last.</param>
    public StateView(bool seesLower = false) => (SeesLower, Width) = (seesLower, seesLower ? InputsWithLower : Inputs);

    /// <param name="file">A network with a linear layer <c>view</c>, from <see cref="Inputs"/> or <see cref="InputsWithLower"/> values to its width.</param>
    /// <exception cref="InvalidDataException">A tensor is missing, or has another size.</exception>
    public StateView(NetworkFile file)
    {
        Width = file.Width;
        SeesLower = file.Tensors.GetValueOrDefault("view.weight")?.Length == InputsWithLower * Width;
        var inputs = SeesLower ? InputsWithLower : Inputs;
        var weights = file.Tensor("view.weight", inputs * Width);
        int[] Starts(int first) => [.. Enumerable.Range(0, Width).Select(output => output * inputs + first)];
        _layer = (
            new ByteMatrix(Parser.WordInputs, weights, Starts(0), file.Tensor("view.bias", Width)),
            new ByteMatrix(StateWidth, weights, Starts(Parser.WordInputs), []),
            SeesLower ? new ByteMatrix(StateWidth, weights, Starts(Inputs), []) : null);
    }

    /// <summary>Whether it sees the states of the layer below the last.</summary>
    public bool SeesLower { get; }

    /// <summary>Values of a word that are kept.</summary>
    public int Width { get; }

    /// <summary>For each sentence of a batch a row a word.</summary>
    /// <param name="words">What goes into the encoder, as the batch lays it.</param>
    /// <param name="lower">The states of the layer below the last, where a view sees them.</param>
    /// <param name="states">The states of the LSTM's last layer.</param>
    /// <param name="batch">The layout.</param>
    public float[][] Of(float[] words, float[]? lower, float[] states, SentenceBatch batch)
    {
        if (_layer is not var (fromWords, fromStates, fromLower))
        {
            return Rows(batch, (row, kept) =>
            {
                words.AsSpan(row * Parser.WordInputs, Parser.WordInputs).CopyTo(kept);
                states.AsSpan(row * StateWidth, StateWidth).CopyTo(kept[Parser.WordInputs..]);
                if (SeesLower)
                {
                    lower.AsSpan(row * StateWidth, StateWidth).CopyTo(kept[Inputs..]);
                }
            });
        }

        var width = fromWords.PaddedOutputs;
        using var sums = new PooledRows(batch.Rows, width);
        fromWords.Multiply(words, batch.Rows, sums.All);
        fromStates.MultiplyAdd(states, batch.Rows, sums.All);
        fromLower?.MultiplyAdd(lower, batch.Rows, sums.All);
        return Rows(batch, (row, kept) => sums[row][..Width].CopyTo(kept));
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
