using System.Collections.Immutable;
using OnRecord.Pages.Html;

namespace OnRecord.Lab.Pages;

/// <summary>Rows to learn from: numbers, what they stand for (0 or 1), and how much each counts.</summary>
internal sealed record TrainingRows(float[][] Rows, float[] Labels, float[] Weights)
{
    /// <summary>Where each set of rows ends of which one at most is 1: their odds stand beside each other and beside those of none. Empty where each row stands alone.</summary>
    public int[] Sets { get; init; } = [];
}

/// <summary>Gradient boosting of regression trees on histograms, logistic loss, leaf-wise growth (Friedman 2001; LightGBM).</summary>
internal sealed class BoostedTrees
{
    private const int MostBins = 64;

    private readonly TreeSettings _settings;
    private readonly TrainingRows _data;
    private readonly byte[][] _bins;
    private readonly float[][] _borders;
    private readonly float[] _gradient;
    private readonly float[] _hessian;
    private readonly float[] _score;
    private readonly int _features;

    private BoostedTrees(TrainingRows data, TreeSettings settings)
    {
        _data = data;
        _settings = settings;
        _features = data.Rows[0].Length;
        _bins = new byte[_features][];
        _borders = new float[_features][];
        for (var feature = 0; feature < _features; feature++)
        {
            Bin(feature);
        }

        _gradient = new float[data.Rows.Length];
        _hessian = new float[data.Rows.Length];
        _score = new float[data.Rows.Length];
    }

    public static TreeModel Train(TrainingRows data, TreeSettings settings)
    {
        var trainer = new BoostedTrees(data, settings);
        var positive = data.Labels.Zip(data.Weights, (label, weight) => label * weight).Sum();
        var bias = MathF.Log(positive / (data.Weights.Sum() - positive));
        Array.Fill(trainer._score, bias);
        var random = new Random(20250825);
        var trees = ImmutableArray.CreateBuilder<ImmutableArray<TreeNode>>();
        for (var round = 0; round < settings.Trees; round++)
        {
            trees.Add(trainer.Round(random));
        }

        return new TreeModel(bias, trees.ToImmutable());
    }

    private ImmutableArray<TreeNode> Round(Random random)
    {
        var rows = new List<int>();
        var probabilities = Probabilities();
        for (var i = 0; i < _score.Length; i++)
        {
            var probability = probabilities[i];
            _gradient[i] = (probability - _data.Labels[i]) * _data.Weights[i];
            _hessian[i] = Math.Max(probability * (1 - probability), 1e-6f) * _data.Weights[i];
            if (random.NextDouble() < _settings.RowShare)
            {
                rows.Add(i);
            }
        }

        var features = Enumerable.Range(0, _features).Where(_ => random.NextDouble() < _settings.FeatureShare).ToArray();
        var tree = Grow([.. rows], features);
        for (var i = 0; i < _score.Length; i++)
        {
            var at = 0;
            while (tree[at].Feature >= 0)
            {
                at = _data.Rows[i][tree[at].Feature] <= tree[at].Value ? tree[at].Left : tree[at].Right;
            }

            _score[i] += tree[at].Value;
        }

        return tree;
    }

    private float[] Probabilities()
    {
        var odds = Array.ConvertAll(_score, MathF.Exp);
        if (_data.Sets.Length == 0)
        {
            return Array.ConvertAll(odds, one => one / (1 + one));
        }

        var first = 0;
        foreach (var end in _data.Sets)
        {
            var all = 1 + odds.AsSpan(first, end - first).ToArray().Sum();
            for (; first < end; first++)
            {
                odds[first] /= all;
            }
        }

        return odds;
    }

    private ImmutableArray<TreeNode> Grow(int[] rows, int[] features)
    {
        var nodes = new List<TreeNode> { default };
        var open = new List<Leaf> { Best(new Leaf(0, rows, Sums(rows, features)), features) };
        for (var leaves = 1; leaves < _settings.Leaves; leaves++)
        {
            var leaf = open.MaxBy(candidate => candidate.Gain)!;
            if (leaf.Gain <= 1e-6f)
            {
                break;
            }

            open.Remove(leaf);
            var bins = _bins[leaf.Feature];
            var left = Array.FindAll(leaf.Rows, row => bins[row] <= leaf.Bin);
            var right = Array.FindAll(leaf.Rows, row => bins[row] > leaf.Bin);
            nodes[leaf.Node] = new TreeNode(leaf.Feature, _borders[leaf.Feature][leaf.Bin], nodes.Count, nodes.Count + 1);

            // The sums of the larger side are what the smaller leaves over.
            var small = Sums(left.Length < right.Length ? left : right, features);
            var large = Minus(leaf.Sums, small);
            open.Add(Best(new Leaf(nodes.Count, left, left.Length < right.Length ? small : large), features));
            open.Add(Best(new Leaf(nodes.Count + 1, right, left.Length < right.Length ? large : small), features));
            nodes.Add(default);
            nodes.Add(default);
        }

        foreach (var leaf in open)
        {
            double gradient = 0, hessian = 0;
            foreach (var row in leaf.Rows)
            {
                gradient += _gradient[row];
                hessian += _hessian[row];
            }

            nodes[leaf.Node] = new TreeNode(-1, (float)(-_settings.Rate * gradient / (hessian + _settings.Lambda)), 0, 0);
        }

        return [.. nodes];
    }

    /// <summary>For each feature and bin the sums of gradients and of hessians.</summary>
    private double[][] Sums(int[] rows, int[] features)
    {
        var gradient = Array.ConvertAll(rows, row => _gradient[row]);
        var hessian = Array.ConvertAll(rows, row => _hessian[row]);
        var sums = new double[features.Length][];
        Parallel.For(0, features.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            var bins = _bins[features[i]];
            var own = new double[2 * MostBins];
            for (var j = 0; j < rows.Length; j++)
            {
                var at = 2 * bins[rows[j]];
                own[at] += gradient[j];
                own[at + 1] += hessian[j];
            }

            sums[i] = own;
        });
        return sums;
    }

    private static double[][] Minus(double[][] whole, double[][] part) => [.. whole.Zip(part, (all, some) =>
    {
        var rest = new double[all.Length];
        for (var i = 0; i < rest.Length; i++)
        {
            rest[i] = all[i] - some[i];
        }

        return rest;
    })];

    private Leaf Best(Leaf leaf, int[] features)
    {
        for (var i = 0; i < features.Length; i++)
        {
            var (gain, bin) = Split(leaf.Sums[i], _borders[features[i]].Length);
            if (gain > leaf.Gain)
            {
                leaf = leaf with { Gain = gain, Feature = features[i], Bin = bin };
            }
        }

        return leaf;
    }

    private (float Gain, int Bin) Split(double[] sums, int borders)
    {
        double allGradient = 0, allHessian = 0;
        for (var bin = 0; bin < MostBins; bin++)
        {
            allGradient += sums[2 * bin];
            allHessian += sums[(2 * bin) + 1];
        }

        var lambda = _settings.Lambda;
        var whole = allGradient * allGradient / (allHessian + lambda);
        double left = 0, leftHessian = 0, best = 0;
        var at = -1;
        for (var bin = 0; bin < borders; bin++)
        {
            left += sums[2 * bin];
            leftHessian += sums[(2 * bin) + 1];
            var rightHessian = allHessian - leftHessian;
            if (leftHessian < _settings.LeastHessian || rightHessian < _settings.LeastHessian)
            {
                continue;
            }

            var right = allGradient - left;
            var gain = (left * left / (leftHessian + lambda)) + (right * right / (rightHessian + lambda)) - whole;
            if (gain > best)
            {
                best = gain;
                at = bin;
            }
        }

        return ((float)best, at);
    }

    private void Bin(int feature)
    {
        var values = _data.Rows.Select(row => row[feature]).ToArray();
        var sorted = (float[])values.Clone();
        Array.Sort(sorted);
        var borders = new List<float>();
        var distinct = sorted.Distinct().Take(MostBins + 1).ToArray();
        if (distinct.Length <= MostBins)
        {
            borders.AddRange(distinct[..^1].Zip(distinct[1..], (low, high) => (low + high) / 2));
        }
        else
        {
            for (var i = 1; i < MostBins; i++)
            {
                var border = sorted[(int)((long)sorted.Length * i / MostBins)];
                if (borders.Count == 0 || border > borders[^1])
                {
                    borders.Add(border);
                }
            }
        }

        _borders[feature] = [.. borders];
        _bins[feature] = Array.ConvertAll(values, value =>
        {
            var index = Array.BinarySearch(_borders[feature], value);
            return (byte)(index >= 0 ? index : ~index);
        });
    }

    private sealed record Leaf(int Node, int[] Rows, double[][] Sums)
    {
        public float Gain { get; init; }

        public int Feature { get; init; } = -1;

        public int Bin { get; init; } = -1;
    }
}

/// <summary>How trees are grown.</summary>
internal sealed record TreeSettings
{
    public int Trees { get; init; } = 160;

    public int Leaves { get; init; } = 16;

    public float Rate { get; init; } = 0.1f;

    public float Lambda { get; init; } = 1;

    public float LeastHessian { get; init; } = 0.5f;

    public float RowShare { get; init; } = 0.6f;

    public float FeatureShare { get; init; } = 0.5f;
}
