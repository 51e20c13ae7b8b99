using OnRecord.Pages.Html;

namespace OnRecord.Lab.Pages;

/// <summary>Trains <see cref="WordModel"/> by stochastic gradients, each weight with a step of its own (AdaGrad: Duchi, Hazan and Singer, 2011).</summary>
internal static class WordTraining
{
    private const int Passes = 6;
    private const float Step = 0.1f;
    private const float Shrink = 2e-4f;
    private const int LeastPages = 4;
    private const float Least = 0.02f;

    /// <summary>A model of the words of some pages.</summary>
    public static WordModel Train(IReadOnlyList<TrainPages.Example> examples)
    {
        var rows = examples.SelectMany((example, page) => example.Page.Tree.Runs.Select(run => new Row(WordModel.BucketsOf(run.Text), example.Labels[run.Index], MathF.Min(4, example.Weights[run.Index]), page))).ToArray();
        var known = Known(rows);
        var weights = new float[WordModel.Buckets];
        var squares = new float[WordModel.Buckets];
        Array.Fill(squares, 1e-2f);
        var (bias, biasSquare) = (0f, 1e-2f);
        var random = new Random(20261125);
        for (var pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(rows);
            foreach (var row in rows)
            {
                var buckets = row.Buckets;
                if (buckets.Length == 0)
                {
                    continue;
                }

                var scale = 1 / MathF.Sqrt(buckets.Length);
                var sum = bias;
                foreach (var bucket in buckets)
                {
                    sum += weights[bucket] * scale;
                }

                var gradient = ((1 / (1 + MathF.Exp(-sum))) - row.Label) * row.Weight;
                biasSquare += gradient * gradient;
                bias -= Step * gradient / MathF.Sqrt(biasSquare);
                foreach (var bucket in buckets)
                {
                    if (known[bucket])
                    {
                        var slope = (gradient * scale) + (Shrink * weights[bucket]);
                        squares[bucket] += slope * slope;
                        weights[bucket] -= Step * slope / MathF.Sqrt(squares[bucket]);
                    }
                }
            }
        }

        return new WordModel(bias, [.. weights.Select(weight => MathF.Abs(weight) < Least ? 0 : weight)]);
    }

    /// <summary>Buckets that several pages have: what one site alone says teaches nothing.</summary>
    private static bool[] Known(Row[] rows)
    {
        var pages = new HashSet<int>[WordModel.Buckets];
        foreach (var row in rows)
        {
            foreach (var bucket in row.Buckets)
            {
                (pages[bucket] ??= []).Add(row.Page);
            }
        }

        return [.. pages.Select(seen => seen?.Count >= LeastPages)];
    }

    private sealed record Row(int[] Buckets, float Label, float Weight, int Page);
}
