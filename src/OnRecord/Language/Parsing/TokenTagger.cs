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

    /// <summary>A sequence of tokens that follow each other.</summary>
    /// <param name="First">Row of its first token in the view.</param>
    /// <param name="Flags">For each token the values of its flags.</param>
    public readonly record struct Sequence(int First, int[][] Flags)
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
    /// <param name="view">What the view saw, a row a token.</param>
    /// <param name="sequences">The sequences; they may overlap.</param>
    /// <param name="cancellation">Ends the work before it is done.</param>
    public float[][][] Score(float[] view, IReadOnlyList<Sequence> sequences, CancellationToken cancellation = default)
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
            Score(view, some).CopyTo(scores, first);
            first = end;
        }

        return scores;
    }

    private float[][][] Score(float[] view, Sequence[] sequences)
    {
        var batch = new SentenceBatch([.. sequences.Select(sequence => sequence.Length)]);
        using var states = new PooledRows(batch.Rows, _lstm.Outputs);
        ReadStates(view, sequences, batch, states.All);
        using var scores = new PooledRows(batch.Rows, _labels.PaddedOutputs);
        _labels.Multiply(states, batch.Rows, scores);
        return [.. sequences.Select((one, sequence) => Enumerable.Range(0, one.Length)
            .Select(i => LogProbabilities(scores[batch.Row(sequence, i + 1)][.._labels.Outputs])).ToArray())];
    }

    /// <summary>What the LSTM makes of the tokens. A token that several sequences hold with the same flags comes in once; row 0 is what stands before the first.</summary>
    private void ReadStates(float[] view, Sequence[] sequences, SentenceBatch batch, Span<float> states)
    {
        using var rows = new PooledRows(batch.Rows + 1, _width);
        rows[0].Clear();
        var (rowOf, places) = (new int[batch.Rows], new Dictionary<(int Token, long Flags), int>());
        for (var sequence = 0; sequence < sequences.Length; sequence++)
        {
            var (first, flags) = sequences[sequence];
            for (var i = 0; i < flags.Length; i++)
            {
                if (places.TryAdd((first + i, NumberOf(flags[i])), places.Count + 1))
                {
                    Write(view, first + i, flags[i], rows[places.Count]);
                }

                rowOf[batch.Row(sequence, i + 1)] = places[(first + i, NumberOf(flags[i]))];
            }
        }

        _lstm.Run(batch, rows.All[..((places.Count + 1) * _width)], rowOf, states);
    }

    /// <summary>A number that only these values of the flags have.</summary>
    private long NumberOf(int[] flags)
    {
        var number = 0L;
        for (var flag = 0; flag < _flags.Length; flag++)
        {
            number = number * (_flags[flag].Length / _width) + flags[flag];
        }

        return number;
    }

    private void Write(float[] view, int token, int[] flags, Span<float> row)
    {
        view.AsSpan(token * _width, _width).CopyTo(row);
        for (var flag = 0; flag < _flags.Length; flag++)
        {
            Activations.Add(row, _flags[flag].AsSpan(flags[flag] * _width, _width));
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
