namespace OnRecord.Language.Parsing;

/// <summary>Picks the best tree with one root from the scores of heads: Chu and Liu (1965), Edmonds (1967).</summary>
internal static class SpanningTree
{
    /// <summary>How many candidates for the root are tried.</summary>
    private const int RootsTried = 3;

    /// <summary>Score of what may not be.</summary>
    private const double Never = -1e6;

    /// <summary>The head of each word, 0 for the root.</summary>
    /// <param name="scores">Row by row: dependent × head, both with the root at 0; <c>(length + 1)²</c> values.</param>
    /// <param name="length">Number of words.</param>
    public static int[] Decode(ReadOnlySpan<float> scores, int length)
    {
        var size = length + 1;
        var heads = Greedy(scores, size);
        var roots = new List<int>();
        for (var word = 1; word < size; word++)
        {
            if (heads[word] == 0)
            {
                roots.Add(word);
            }
        }

        return roots.Count == 1 && CycleIn(heads) is null ? heads[1..] : WithOneRoot(scores, size, roots)[1..];
    }

    private static int[] Greedy(ReadOnlySpan<float> scores, int size)
    {
        var heads = new int[size];
        heads[0] = -1;
        for (var word = 1; word < size; word++)
        {
            var best = 0;
            for (var head = 0; head < size; head++)
            {
                if (head != word && scores[word * size + head] > scores[word * size + best])
                {
                    best = head;
                }
            }

            heads[word] = best;
        }

        return heads;
    }

    private static int[] WithOneRoot(ReadOnlySpan<float> scores, int size, List<int> roots)
    {
        var rootScores = new float[size];
        for (var word = 1; word < size; word++)
        {
            rootScores[word] = scores[word * size];
        }

        var candidates = roots.Count > 0 ? roots : [.. Enumerable.Range(1, size - 1)];
        var (best, bestScore) = (Array.Empty<int>(), double.NegativeInfinity);
        foreach (var root in candidates.OrderByDescending(word => rootScores[word]).Take(roots.Count > 0 ? RootsTried : 1))
        {
            var matrix = Rooted(scores, size, root);
            var heads = Contract(matrix);
            var score = 0.0;
            for (var word = 1; word < size; word++)
            {
                score += matrix[word, heads[word]];
            }

            if (score > bestScore)
            {
                (best, bestScore) = (heads, score);
            }
        }

        return best;
    }

    /// <summary>The scores with one word allowed under the root.</summary>
    private static double[,] Rooted(ReadOnlySpan<float> scores, int size, int root)
    {
        var matrix = new double[size, size];
        for (var word = 1; word < size; word++)
        {
            for (var head = 0; head < size; head++)
            {
                var allowed = word == root ? head == 0 : head != word && head != 0;
                matrix[word, head] = allowed ? scores[word * size + head] : Never;
            }
        }

        return matrix;
    }

    /// <summary>The best tree under node 0: takes each node's best head, contracts a cycle into one node, and goes on.</summary>
    private static int[] Contract(double[,] scores)
    {
        var size = scores.GetLength(0);
        var heads = new int[size];
        heads[0] = -1;
        for (var node = 1; node < size; node++)
        {
            var best = 0;
            for (var head = 0; head < size; head++)
            {
                if (head != node && scores[node, head] > scores[node, best])
                {
                    best = head;
                }
            }

            heads[node] = best;
        }

        return CycleIn(heads) is { } cycle ? Expand(scores, heads, cycle) : heads;
    }

    private static int[] Expand(double[,] scores, int[] heads, List<int> cycle)
    {
        var size = heads.Length;
        var inside = new bool[size];
        foreach (var node in cycle)
        {
            inside[node] = true;
        }

        var outside = Enumerable.Range(0, size).Where(node => !inside[node]).ToArray();
        var contracted = outside.Length;
        var smaller = new double[contracted + 1, contracted + 1];
        var (enters, leaves) = (new int[contracted], new int[contracted]);
        for (var a = 0; a < contracted; a++)
        {
            smaller[contracted, a] = smaller[a, contracted] = double.NegativeInfinity;
            foreach (var node in cycle)
            {
                var gain = scores[node, outside[a]] - scores[node, heads[node]];
                if (gain > smaller[contracted, a])
                {
                    (smaller[contracted, a], enters[a]) = (gain, node);
                }

                if (scores[outside[a], node] > smaller[a, contracted])
                {
                    (smaller[a, contracted], leaves[a]) = (scores[outside[a], node], node);
                }
            }

            for (var b = 0; b < contracted; b++)
            {
                smaller[a, b] = scores[outside[a], outside[b]];
            }
        }

        var tree = Contract(smaller);
        var result = (int[])heads.Clone();
        for (var a = 1; a < contracted; a++)
        {
            result[outside[a]] = tree[a] == contracted ? leaves[a] : outside[tree[a]];
        }

        result[enters[tree[contracted]]] = outside[tree[contracted]];
        return result;
    }

    /// <summary>A cycle among the heads; null where there is none.</summary>
    private static List<int>? CycleIn(int[] heads)
    {
        var seen = new int[heads.Length];
        for (var start = 1; start < heads.Length; start++)
        {
            var at = start;
            while (at > 0 && seen[at] == 0)
            {
                seen[at] = start;
                at = heads[at];
            }

            if (at > 0 && seen[at] == start)
            {
                var cycle = new List<int>();
                for (var node = at; cycle.Count == 0 || node != at; node = heads[node])
                {
                    cycle.Add(node);
                }

                return cycle;
            }
        }

        return null;
    }
}
