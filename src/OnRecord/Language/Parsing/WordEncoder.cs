namespace OnRecord.Language.Parsing;

/// <summary>Turns words into the rows that the LSTM reads: embeddings of their features and characters beside their vector, through a linear layer.</summary>
internal sealed class WordEncoder
{
    private const int RootNumber = 1;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>[] _values;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _vectors;
    private readonly float[][] _embeddings;
    private readonly int[] _widths;
    private readonly CharacterReader? _characters;
    private readonly float[] _scales;
    private readonly ReadOnlyMemory<byte> _codes;
    private readonly ByteMatrix _input;

    /// <exception cref="InvalidDataException">A tensor is missing, or has another size.</exception>
    public WordEncoder(NetworkFile file)
    {
        _values = [.. file.Values.Select(values => Index(values, 2))];
        _vectors = Index(file.VectorWords, 0);
        (_scales, _codes) = (file.VectorScales, file.VectorCodes);
        _embeddings = [.. file.Values.Select((_, kind) => file.Tensors.GetValueOrDefault($"embeddings.{kind}.weight") ?? throw new InvalidDataException())];
        _widths = [.. _embeddings.Select((table, kind) => table.Length / (file.Values[kind].Length + 2))];
        _characters = file.Characters.Length > 0 ? new CharacterReader(file) : null;
        _input = NetworkLayers.LinearBytes(file, "input", _widths.Sum() + (_characters is null ? 0 : CharacterReader.Width) + (_codes.IsEmpty ? 0 : NetworkFile.VectorWidth), file.Width);
        if (_input.PaddedOutputs != _input.Outputs)
        {
            throw new InvalidDataException($"a width of {file.Width}, which fills no whole panels");
        }
    }

    /// <summary>Values in a row of results.</summary>
    public int Outputs => _input.Outputs;

    /// <summary>Values in a row before the linear layer.</summary>
    public int Inputs => _input.Inputs;

    /// <summary>One row a position of the batch.</summary>
    /// <param name="batch">The layout.</param>
    /// <param name="inputs">Room for <see cref="Inputs"/> values a row: what goes into the linear layer.</param>
    /// <param name="rows">Room for <see cref="Outputs"/> values a row: what comes out.</param>
    public void Encode(SentenceBatch batch, float[] inputs, float[] rows)
    {
        inputs.AsSpan(0, batch.Rows * _input.Inputs).Clear();
        for (var sentence = 0; sentence < batch.Sentences.Count; sentence++)
        {
            var words = batch.Sentences[sentence];
            WriteRoot(inputs.AsSpan(batch.Row(sentence, 0) * _input.Inputs, _input.Inputs));
            for (var i = 0; i < words.Length; i++)
            {
                WriteWord(words[i], inputs.AsSpan(batch.Row(sentence, i + 1) * _input.Inputs, _input.Inputs));
            }
        }

        _input.Multiply(inputs, batch.Rows, rows);
        Activations.Relu(rows.AsSpan(0, batch.Rows * Outputs));
    }

    private void WriteRoot(Span<float> row)
    {
        foreach (var (table, width) in _embeddings.Zip(_widths))
        {
            table.AsSpan(RootNumber * width, width).CopyTo(row);
            row = row[width..];
        }
    }

    private void WriteWord(string word, Span<float> row)
    {
        Span<char> lowered = stackalloc char[WordFeatures.LongestWord];
        Span<char> buffer = stackalloc char[WordFeatures.LongestWord + WordFeatures.Margin];
        var form = word.AsSpan(0, Math.Min(word.Length, WordFeatures.LongestWord));
        var lower = lowered[..form.ToLowerInvariant(lowered)];
        for (var kind = 0; kind < WordFeatures.Count; kind++)
        {
            var number = _values[kind].TryGetValue(WordFeatures.Of(kind, form, lower, buffer), out var known) ? known : 0;
            _embeddings[kind].AsSpan(number * _widths[kind], _widths[kind]).CopyTo(row);
            row = row[_widths[kind]..];
        }

        if (_characters is not null)
        {
            _characters.Read(form, row[..CharacterReader.Width]);
            row = row[CharacterReader.Width..];
        }

        if (_vectors.TryGetValue(WordFeatures.Normal(lower, buffer), out var vector))
        {
            var codes = _codes.Span.Slice(vector * NetworkFile.VectorWidth, NetworkFile.VectorWidth);
            for (var i = 0; i < codes.Length; i++)
            {
                row[i] = (sbyte)codes[i] * _scales[vector];
            }
        }
    }

    private static Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Index(string[] values, int first)
    {
        var index = new Dictionary<string, int>(values.Length, StringComparer.Ordinal);
        for (var i = 0; i < values.Length; i++)
        {
            index[values[i]] = i + first;
        }

        return index.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
