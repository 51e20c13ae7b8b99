using System.Collections.Immutable;
using System.Globalization;
using OnRecord.Data;
using OnRecord.Language.Parsing;

namespace OnRecord.Language.Roles;

/// <summary>
/// Scores the labels of candidates: what the parser saw of the predicate, of the candidate's head and of the tokens at its edges, each through a linear
/// layer, and a row for each feature are summed; behind it a layer, and one of labels.
/// </summary>
/// <remarks>All sums run in a fixed order.</remarks>
internal sealed class RoleNetwork
{
    public const string ModelName = "roles.network";

    /// <summary>Values of the sum: as many as a row of the file's vectors has.</summary>
    public const int Hidden = NetworkFile.VectorWidth;

    /// <summary>Words of a candidate whose states are seen: predicate, head, first, last, the one before and the one behind.</summary>
    public const int Places = 6;

    /// <summary>Where a place has no word: before the first word of a sentence, and behind the last.</summary>
    public const int Nowhere = -1;

    /// <summary>The label of what is no argument; the first.</summary>
    public const string None = "_";

    /// <summary>The label of what is a predicate.</summary>
    public const string IsPredicate = "V";

    private readonly FeatureTable _features;
    private readonly float[] _rows;
    private readonly PackedMatrix _places;
    private readonly PackedMatrix _middle;
    private readonly PackedMatrix _labels;
    private readonly int _width;

    /// <exception cref="DataFileException">The model is missing or damaged.</exception>
    public RoleNetwork(DataFolder data)
        : this(data.Model(ModelName), ModelName)
    {
    }

    /// <exception cref="DataFileException">The bytes are no network, or damaged.</exception>
    public RoleNetwork(byte[] bytes, string name)
    {
        var file = NetworkFile.Read(bytes, name);
        try
        {
            _width = file.Width;
            Labels = [.. file.Relations];
            _features = new FeatureTable([.. file.VectorWords.Select(Number)]);
            _places = NetworkLayers.Linear(file, "places", _width, Places * Hidden);
            _middle = NetworkLayers.Linear(file, "middle", Hidden, Hidden);
            _labels = NetworkLayers.Linear(file, "labels", Hidden, Labels.Length);
        }
        catch (Exception error) when (error is InvalidDataException or FormatException or OverflowException)
        {
            throw new DataFileException(name, "the network lacks a part; take the file from the release again.", error);
        }

        if (Labels.IndexOf(None) != 0 || !Labels.Contains(IsPredicate))
        {
            throw new DataFileException(name, "the network has other labels; take the file from the release again.");
        }

        var codes = file.VectorCodes.Span;
        _rows = new float[codes.Length];
        for (var i = 0; i < _rows.Length; i++)
        {
            _rows[i] = (sbyte)codes[i] * file.VectorScales[i / Hidden];
        }
    }

    /// <summary>The labels, <see cref="None"/> first.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>What each place adds for the words of a sentence, side by side, by their index in the text.</summary>
    public readonly struct Projection(PooledRows rows, int firstToken) : IDisposable
    {
        public Span<float> this[int token] => rows[token - firstToken];

        public void Dispose() => rows.Dispose();
    }

    /// <summary>How a feature's number stands in the file.</summary>
    public static string Name(uint feature) => feature.ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>What each place adds for the words of a sentence.</summary>
    public Projection Project(float[] view, Sentence sentence)
    {
        var count = sentence.EndToken - sentence.FirstToken;
        using var seen = new PooledRows(count, _width);
        view.AsSpan(sentence.FirstToken * _width, count * _width).CopyTo(seen.All);
        Activations.Relu(seen.All);
        var projected = new PooledRows(count, _places.PaddedOutputs);
        _places.Multiply(seen, count, projected);
        return new Projection(projected, sentence.FirstToken);
    }

    /// <summary>The sum for one candidate, rectified.</summary>
    /// <param name="projected">What <see cref="Project"/> gave for the sentence.</param>
    /// <param name="places">The words of the candidate.</param>
    /// <param name="features">The candidate's features; those that the file lacks say nothing.</param>
    /// <param name="sum">Where it is put; zeros.</param>
    public void Sum(Projection projected, ReadOnlySpan<int> places, List<uint> features, Span<float> sum)
    {
        for (var place = 0; place < Places; place++)
        {
            if (places[place] != Nowhere)
            {
                Activations.Add(sum, projected[places[place]].Slice(place * Hidden, Hidden));
            }
        }

        foreach (var feature in features)
        {
            if (_features.RowOf(feature) is var row and >= 0)
            {
                Activations.Add(sum, _rows.AsSpan(row * Hidden, Hidden));
            }
        }

        Activations.Relu(sum);
    }

    /// <summary>Scores of the labels for each sum; a row may be longer than the labels.</summary>
    public PooledRows Score(PooledRows sums, int count)
    {
        using var middle = new PooledRows(count, _middle.PaddedOutputs);
        _middle.Multiply(sums, count, middle);
        Activations.Relu(middle.All);
        var scores = new PooledRows(count, _labels.PaddedOutputs);
        _labels.Multiply(middle, count, scores);
        return scores;
    }

    private static uint Number(string name) => uint.Parse(name, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
