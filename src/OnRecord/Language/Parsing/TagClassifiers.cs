namespace OnRecord.Language.Parsing;

/// <summary>Picks the tags of each row: one hidden layer, three classifiers on it.</summary>
internal sealed class TagClassifiers
{
    private const int Hidden = 128;

    private readonly ByteMatrix _hidden;
    private readonly ByteMatrix _upos;
    private readonly ByteMatrix _xpos;
    private readonly ByteMatrix _features;

    /// <exception cref="InvalidDataException">A tensor is missing, or has another size.</exception>
    public TagClassifiers(NetworkFile file, int inputs)
    {
        _hidden = NetworkLayers.LinearBytes(file, "tag", inputs, Hidden);
        _upos = NetworkLayers.LinearBytes(file, "upos", Hidden, file.Upos.Length);
        _xpos = NetworkLayers.LinearBytes(file, "xpos", Hidden, file.Xpos.Length);
        _features = NetworkLayers.LinearBytes(file, "features", Hidden, file.Features.Length);
    }

    /// <summary>The number of the best label of each row.</summary>
    public (int[] Upos, int[] Xpos, int[] Features) Classify(ReadOnlySpan<float> rows, int count)
    {
        using var hidden = new PooledRows(count, _hidden.PaddedOutputs);
        _hidden.Multiply(rows, count, hidden.All);
        Activations.Relu(hidden.All);
        return (Best(_upos, hidden.Array, count), Best(_xpos, hidden.Array, count), Best(_features, hidden.Array, count));
    }

    private static int[] Best(ByteMatrix classifier, float[] hidden, int count)
    {
        using var scores = new PooledRows(count, classifier.PaddedOutputs);
        classifier.Multiply(hidden, count, scores.All);
        var best = new int[count];
        for (var row = 0; row < count; row++)
        {
            best[row] = BestOf(scores[row][..classifier.Outputs]);
        }

        return best;
    }

    /// <summary>Index of the greatest value, the first of equals.</summary>
    public static int BestOf(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }
}
