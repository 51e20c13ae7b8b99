namespace OnRecord.Language.Parsing;

/// <summary>Picks the tags of each row: one hidden layer, three classifiers on it.</summary>
internal sealed class TagClassifiers
{
    private const int Hidden = 128;

    private readonly PackedMatrix _hidden;
    private readonly PackedMatrix _upos;
    private readonly PackedMatrix _xpos;
    private readonly PackedMatrix _features;

    /// <exception cref="InvalidDataException">A tensor is missing, or has another size.</exception>
    public TagClassifiers(NetworkFile file, int inputs)
    {
        _hidden = NetworkLayers.Linear(file, "tag", inputs, Hidden);
        _upos = NetworkLayers.Linear(file, "upos", Hidden, file.Upos.Length);
        _xpos = NetworkLayers.Linear(file, "xpos", Hidden, file.Xpos.Length);
        _features = NetworkLayers.Linear(file, "features", Hidden, file.Features.Length);
    }

    /// <summary>The number of the best label of each row.</summary>
    public (int[] Upos, int[] Xpos, int[] Features) Classify(ReadOnlySpan<float> rows, int count)
    {
        var hidden = _hidden.Multiply(rows, count);
        Activations.Relu(hidden);
        return (Best(_upos, hidden, count), Best(_xpos, hidden, count), Best(_features, hidden, count));
    }

    private static int[] Best(PackedMatrix classifier, float[] hidden, int count)
    {
        var scores = classifier.Multiply(hidden, count);
        var best = new int[count];
        for (var row = 0; row < count; row++)
        {
            best[row] = BestOf(scores.AsSpan(row * classifier.Outputs, classifier.Outputs));
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
