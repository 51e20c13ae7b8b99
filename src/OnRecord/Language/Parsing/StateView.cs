namespace OnRecord.Language.Parsing;

/// <summary>
/// What a tagger sees of the parser's words: what goes into the encoder (embeddings, characters, the word's vector) and what comes out of it, side by side, through a
/// linear layer of its own. So taggers share the parser's reading of a sentence, and keep few numbers of it.
/// </summary>
internal sealed class StateView
{
    /// <summary>Values of a word before the linear layer.</summary>
    public const int Inputs = Parser.WordInputs + 2 * Parser.Width;

    private readonly PackedMatrix? _layer;

    /// <summary>Sees all as it is; for training.</summary>
    public StateView() => Width = Inputs;

    /// <param name="layer">From <see cref="Inputs"/> values to those that are kept.</param>
    public StateView(PackedMatrix layer) => (_layer, Width) = (layer, layer.Outputs);

    /// <summary>Values of a word that are kept.</summary>
    public int Width { get; }

    /// <summary>For each sentence of a batch a row a word.</summary>
    /// <param name="words">What goes into the encoder, as the batch lays it.</param>
    /// <param name="states">The states of the LSTM's last layer.</param>
    /// <param name="batch">The layout.</param>
    public float[][] Of(ReadOnlySpan<float> words, ReadOnlySpan<float> states, SentenceBatch batch)
    {
        const int WordWidth = Parser.WordInputs;
        const int StateWidth = 2 * Parser.Width;
        var views = new float[batch.Lengths.Length][];
        for (var sentence = 0; sentence < views.Length; sentence++)
        {
            var inputs = new float[batch.Lengths[sentence] * Inputs];
            for (var i = 0; i < batch.Lengths[sentence]; i++)
            {
                var row = batch.Row(sentence, i + 1);
                words.Slice(row * WordWidth, WordWidth).CopyTo(inputs.AsSpan(i * Inputs));
                states.Slice(row * StateWidth, StateWidth).CopyTo(inputs.AsSpan(i * Inputs + WordWidth));
            }

            views[sentence] = _layer?.Multiply(inputs, batch.Lengths[sentence]) ?? inputs;
        }

        return views;
    }
}
