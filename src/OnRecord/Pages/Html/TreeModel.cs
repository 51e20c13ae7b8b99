using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OnRecord.Data;

namespace OnRecord.Pages.Html;

/// <summary>Boosted regression trees: the sum of a leaf of each tree is the log-odds that a run belongs to the article.</summary>
/// <remarks>
/// The file is text: <c>features</c> and their names; <c>bias</c>; then a tree a line, its nodes separated by <c>;</c>, each
/// <c>feature threshold left right</c> or a single number for a leaf. A row goes left where its number is at most the threshold.
/// </remarks>
internal sealed class TreeModel(float bias, ImmutableArray<ImmutableArray<TreeNode>> trees)
{
    public float Bias { get; } = bias;

    public ImmutableArray<ImmutableArray<TreeNode>> Trees { get; } = trees;

    /// <summary>The probability that a run with these numbers belongs to the article.</summary>
    public float Probability(ReadOnlySpan<float> row) => 1 / (1 + MathF.Exp(-Score(row)));

    /// <summary>The log-odds.</summary>
    public float Score(ReadOnlySpan<float> row)
    {
        var sum = Bias;
        foreach (var tree in Trees)
        {
            var at = 0;
            while (tree[at].Feature >= 0)
            {
                var node = tree[at];
                at = row[node.Feature] <= node.Value ? node.Left : node.Right;
            }

            sum += tree[at].Value;
        }

        return sum;
    }

    /// <summary>Opens a shipped model.</summary>
    /// <exception cref="DataFileException">It is missing or damaged, or was trained on other features.</exception>
    public static TreeModel Open(DataFolder data, string name, ImmutableArray<string> features)
    {
        var file = data.Model(name);
        try
        {
            return Read(file, features);
        }
        catch (FormatException problem)
        {
            throw new DataFileException(name, problem.Message + " Install OnRecord again, or train the model again.", problem);
        }
    }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="FormatException">It is not a model, or was trained on other features.</exception>
    public static TreeModel Read(ReadOnlySpan<byte> file, ImmutableArray<string> names)
    {
        var lines = Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length < 3 || lines[0] != "features\t" + string.Join(',', names))
        {
            throw new FormatException("the features of the model are not those of the program.");
        }

        return new TreeModel(Number(lines[1].AsSpan("bias\t".Length)), [.. lines.Skip(2).Select(Tree)]);
    }

    /// <summary>The model file.</summary>
    public string Write(ImmutableArray<string> names)
    {
        var file = new StringBuilder();
        file.Append("features\t").AppendJoin(',', names).Append('\n');
        file.Append(CultureInfo.InvariantCulture, $"bias\t{Bias:R}\n");
        foreach (var tree in Trees)
        {
            file.AppendJoin(';', tree.Select(node => node.Feature < 0
                ? node.Value.ToString("G5", CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{node.Feature} {node.Value:R} {node.Left} {node.Right}")));
            file.Append('\n');
        }

        return file.ToString();
    }

    private static ImmutableArray<TreeNode> Tree(string line)
    {
        var nodes = line.Split(';').Select(Node).ToImmutableArray();
        for (var i = 0; i < nodes.Length; i++)
        {
            // Children stand behind their parent, so that every walk ends.
            if (nodes[i].Feature >= 0 && (nodes[i].Left <= i || nodes[i].Right <= i || nodes[i].Left >= nodes.Length || nodes[i].Right >= nodes.Length))
            {
                throw new FormatException("a tree of the model leads nowhere.");
            }
        }

        return nodes;
    }

    private static TreeNode Node(string text)
    {
        var cells = text.Split(' ');
        return cells.Length == 1
            ? new TreeNode(-1, Number(cells[0]), 0, 0)
            : new TreeNode(int.Parse(cells[0], CultureInfo.InvariantCulture), Number(cells[1]), int.Parse(cells[2], CultureInfo.InvariantCulture), int.Parse(cells[3], CultureInfo.InvariantCulture));
    }

    private static float Number(ReadOnlySpan<char> text) => float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}

/// <summary>A node: <c>row[Feature] &lt;= Value</c> leads left; a leaf has no feature, and its value is added.</summary>
internal readonly record struct TreeNode(int Feature, float Value, int Left, int Right);
