using OnRecord.Data;

namespace OnRecord.Language.Parsing;

/// <summary>
/// Labels the tokens of short sequences: what a <see cref="StateView"/> sees of them, plus an embedding for each flag that rules have set, through a
/// bidirectional LSTM and a linear layer.
/// </summary>
/// <remarks>Safe to use from many threads. A sequence's labels do not depend on the others of the call.</remarks>
internal sealed class TokenTagger
{
    /// <summary>Sequences are read together up to so many tokens.</summary>
    private const int TokensAtOnce = 1000;

    private readonly float[][] _flags;
    private readonly Lstm _lstm;
    private readonly PackedMatrix _labels;
    private readonly int _width;

    /// <param name="data">Where the model is.</param>
    /// <param name="model">Its file in <c>models/</c>.</param>
    /// <param name="flags">How many values each flag has.</param>
    /// <param name="labels">Number of labels.</param>
    /// <exception cref="DataFileException">The model is missing or damaged, or has other flags or labels.</exception>
    public TokenTagger(DataFolder data, string model, IReadOnlyList<int> flags, int labels)
        : this(data.Model(model), model, flags, labels)
    {
    }

    /// <exception cref="DataFileException">The bytes are no network, or damaged, or have other flags or labels.</exception>
    public TokenTagger(byte[] bytes, string model, IReadOnlyList<int> flags, int labels)
    {
        var file = NetworkFile.Read(bytes, model);
        try
        {
            _width = file.Width;
            _flags = [.. flags.Select((values, i) => file.Tensor($"flags.{i}.weight", values * _width))];
            _lstm = NetworkLayers.Lstm(file, 0, _width);
            _labels = NetworkLayers.Linear(file, "labels", 2 * _width, labels);
        }
        catch (InvalidDataException error)
        {
            throw new DataFileException(model, "the network lacks a part; take the file from the release again.", error);
        }
    }

    /// <summary>A sequence of tokens.</summary>
    /// <param name="Rows">What the view saw, a row a token.</param>
    /// <param name="Flags">For each token the values of its flags.</param>
    public readonly record struct Sequence(ReadOnlyMemory<float> Rows, int[][] Flags)
    {
        public int Length => Flags.Length;
    }

    /// <summary>The view that a model needs.</summary>
    /// <exception cref="DataFileException">The model is missing or damaged.</exception>
    public static StateView ViewOf(DataFolder data, string model) => ViewOf(data.Model(model), model);

    /// <inheritdoc cref="ViewOf(DataFolder, string)"/>
    public static StateView ViewOf(byte[] bytes, string model)
    {
        var file = NetworkFile.Read(bytes, model);
        try
        {
            return new StateView(file);
        }
        catch (InvalidDataException error)
        {
            throw new DataFileException(model, "the network lacks a part; take the file from the release again.", error);
        }
    }

    /// <summary>For each sequence, for each token, the log-probability of each label.</summary>
    /// <param name="sequences">The sequences.</param>
    /// <param name="cancellation">Ends the work before it is done.</param>
    public float[][][] Score(IReadOnlyList<Sequence> sequences, CancellationToken cancellation = default)
    {
        var scores = new float[sequences.Count][][];
        for (var first = 0; first < sequences.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            var (end, tokens) = (first, 0);
            while (end < sequences.Count && (end == first || tokens + sequences[end].Length <= TokensAtOnce))
            {
                tokens += sequences[end++].Length;
            }

            var some = sequences.Skip(first).Take(end - first).ToArray();
            Score(some).CopyTo(scores, first);
            first = end;
        }

        return scores;
    }

    private float[][][] Score(Sequence[] sequences)
    {
        var batch = new SentenceBatch([.. sequences.Select(sequence => sequence.Length)]);
        var rows = new float[batch.Rows * _width];
        for (var sequence = 0; sequence < sequences.Length; sequence++)
        {
            for (var i = 0; i < sequences[sequence].Length; i++)
            {
                Write(sequences[sequence], i, rows.AsSpan(batch.Row(sequence, i + 1) * _width, _width));
            }
        }

        var states = new float[batch.Rows * _lstm.Outputs];
        _lstm.Run(batch, rows, states);
        var scores = _labels.Multiply(states, batch.Rows);
        return [.. sequences.Select((one, sequence) => Enumerable.Range(0, one.Length)
            .Select(i => LogProbabilities(scores.AsSpan(batch.Row(sequence, i + 1) * _labels.Outputs, _labels.Outputs))).ToArray())];
    }

    private void Write(Sequence sequence, int token, Span<float> row)
    {
        sequence.Rows.Span.Slice(token * _width, _width).CopyTo(row);
        for (var flag = 0; flag < _flags.Length; flag++)
        {
            var added = _flags[flag].AsSpan(sequence.Flags[token][flag] * _width, _width);
            for (var i = 0; i < row.Length; i++)
            {
                row[i] += added[i];
            }
        }

        Activations.Relu(row);
    }

    /// <summary>Scores less the logarithm of the sum of their exponentials, in double precision and a fixed order.</summary>
    private static float[] LogProbabilities(ReadOnlySpan<float> scores)
    {
        var (most, sum) = (scores[TagClassifiers.BestOf(scores)], 0.0);
        foreach (var score in scores)
        {
            sum += Math.Exp(score - most);
        }

        var log = most + Math.Log(sum);
        var probabilities = new float[scores.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            probabilities[i] = (float)(scores[i] - log);
        }

        return probabilities;
    }
}
