using System.Numerics;

namespace OnRecord.Language.Parsing;

/// <summary>Finds each word's head and its relation to it by biaffine attention over the encoded words.</summary>
internal sealed class Biaffine
{
    private const int ArcWidth = 128;
    private const int RelationWidth = 64;

    /// <summary>Words whose relations are scored together: few, so that what comes between stays near the processor.</summary>
    private const int RowsAtOnce = 12;

    private readonly ByteMatrix _arcDependent;
    private readonly ByteMatrix _arcHead;
    private readonly ByteMatrix _arcWeight;
    private readonly float[] _arcBias;
    private readonly ByteMatrix _relationDependent;
    private readonly ByteMatrix _relationHead;
    private readonly ByteMatrix _relationWeight;
    private readonly int _relations;

    /// <exception cref="InvalidDataException">A tensor is missing, or has another size.</exception>
    public Biaffine(NetworkFile file, int inputs)
    {
        _relations = file.Relations.Length;
        _arcDependent = NetworkLayers.LinearBytes(file, "arcDependent", inputs, ArcWidth);
        _arcHead = NetworkLayers.LinearBytes(file, "arcHead", inputs, ArcWidth);
        var arcs = file.Tensor("arcWeight", ArcWidth * ArcWidth);
        _arcWeight = NetworkLayers.Bytes(ArcWidth, Turned(arcs, ArcWidth), []);
        _arcBias = file.Tensor("arcBias", ArcWidth);
        _relationDependent = NetworkLayers.LinearBytes(file, "relationDependent", inputs, RelationWidth);
        _relationHead = NetworkLayers.LinearBytes(file, "relationHead", inputs, RelationWidth);

        // Stored dependent × (relation × head), each with a constant 1 behind. The dependent's 1 is a bias here, and the columns are
        // turned to head × relation, so that the sum over the head's values runs along whole vectors of relations.
        const int Side = RelationWidth + 1;
        var weights = file.Tensor("relationWeight", Side * _relations * Side);
        var relations = _relations;
        float Weight(int dependent, int column) => weights[(dependent * relations + column % relations) * Side + column / relations];
        var columns = Enumerable.Range(0, Side * relations);
        _relationWeight = NetworkLayers.Bytes(
            RelationWidth,
            [.. columns.SelectMany(column => Enumerable.Range(0, RelationWidth).Select(dependent => Weight(dependent, column)))],
            [.. columns.Select(column => Weight(RelationWidth, column))]);
    }

    /// <summary>A square matrix with its rows as columns.</summary>
    private static float[] Turned(float[] matrix, int side) =>
        [.. Enumerable.Range(0, matrix.Length).Select(i => matrix[i % side * side + i / side])];

    /// <summary>For each sentence the position of each word's head (0 is the root) and the number of the relation.</summary>
    public (int[][] Heads, int[][] Relations) Attach(SentenceBatch batch, float[] rows)
    {
        using var dependents = Hidden(_arcDependent, rows, batch.Rows);
        using var heads = Hidden(_arcHead, rows, batch.Rows);
        using var turned = new PooledRows(batch.Rows, _arcWeight.PaddedOutputs);
        _arcWeight.Multiply(dependents.Array, batch.Rows, turned.Array);
        var found = new int[batch.Sentences.Count][];
        for (var sentence = 0; sentence < found.Length; sentence++)
        {
            var length = batch.Sentences[sentence].Length;
            found[sentence] = SpanningTree.Decode(Scores(batch, sentence, length, turned.Array, heads.Array), length);
        }

        return (found, Relations(batch, rows, found));
    }

    private static PooledRows Hidden(ByteMatrix layer, float[] rows, int count)
    {
        var hidden = new PooledRows(count, layer.PaddedOutputs);
        layer.Multiply(rows, count, hidden.All);
        Activations.Relu(hidden.All);
        return hidden;
    }

    /// <summary>Scores dependent × head of one sentence.</summary>
    private float[] Scores(SentenceBatch batch, int sentence, int length, float[] turned, float[] heads)
    {
        var size = length + 1;
        var own = new float[size * ArcWidth];
        var bias = new float[size];
        var starts = new int[size];
        for (var position = 0; position < size; position++)
        {
            var row = batch.Row(sentence, position) * ArcWidth;
            starts[position] = row;
            turned.AsSpan(row, ArcWidth).CopyTo(own.AsSpan(position * ArcWidth));
            for (var i = 0; i < ArcWidth; i++)
            {
                bias[position] = MathF.FusedMultiplyAdd(heads[row + i], _arcBias[i], bias[position]);
            }
        }

        return new PackedMatrix(ArcWidth, heads, starts, bias).Multiply(own, size);
    }

    private int[][] Relations(SentenceBatch batch, float[] rows, int[][] found)
    {
        using var dependents = Hidden(_relationDependent, rows, batch.Rows);
        using var heads = Hidden(_relationHead, rows, batch.Rows);
        using var turned = new PooledRows(RowsAtOnce, _relationWeight.PaddedOutputs);
        var best = new int[batch.Rows];
        var headRows = HeadRows(batch, found);
        var scores = new float[_relations];
        for (var first = 0; first < batch.Rows; first += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, batch.Rows - first);
            _relationWeight.Multiply(dependents.Array.AsSpan(first * RelationWidth), count, turned.Array);
            for (var row = first; row < first + count; row++)
            {
                Score(turned[row - first], heads[headRows[row]], scores);
                best[row] = TagClassifiers.BestOf(scores);
            }
        }

        return [.. found.Select((words, sentence) => words.Select((_, word) => best[batch.Row(sentence, word + 1)]).ToArray())];
    }

    /// <summary>For each row of a batch the row of the word's head; the root's own for the root.</summary>
    private static int[] HeadRows(SentenceBatch batch, int[][] found)
    {
        var rows = new int[batch.Rows];
        for (var sentence = 0; sentence < found.Length; sentence++)
        {
            rows[batch.Row(sentence, 0)] = batch.Row(sentence, 0);
            for (var word = 0; word < found[sentence].Length; word++)
            {
                rows[batch.Row(sentence, word + 1)] = batch.Row(sentence, found[sentence][word]);
            }
        }

        return rows;
    }

    /// <summary>Adds up the rows of head × relation, each times the head's value; the last row is the constant's.</summary>
    private void Score(ReadOnlySpan<float> turned, ReadOnlySpan<float> head, Span<float> scores)
    {
        turned.Slice(RelationWidth * _relations, _relations).CopyTo(scores);
        for (var i = 0; i < RelationWidth; i++)
        {
            var row = turned.Slice(i * _relations, _relations);
            var (value, at) = (new Vector<float>(head[i]), 0);
            for (; at + Vector<float>.Count <= _relations; at += Vector<float>.Count)
            {
                Vector.FusedMultiplyAdd(value, new Vector<float>(row[at..]), new Vector<float>(scores[at..])).CopyTo(scores[at..]);
            }

            for (; at < _relations; at++)
            {
                scores[at] = MathF.FusedMultiplyAdd(head[i], row[at], scores[at]);
            }
        }
    }
}
