namespace OnRecord.Language.Parsing;

/// <summary>Picks the best tree with one root from the scores of heads.</summary>
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

        return roots.Count == 1 && AllReachRoot(heads) ? heads[1..] : WithOneRoot(scores, size, roots)[1..];
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
            var rows = Rooted(scores, size, root);
            var heads = Arborescence.Best(rows);
            var score = 0.0;
            for (var word = 1; word < size; word++)
            {
                score += rows[word][heads[word]];
            }

            if (score > bestScore)
            {
                (best, bestScore) = (heads, score);
            }
        }

        return best;
    }

    /// <summary>The scores with one word allowed under the root, a row a dependent.</summary>
    private static double[][] Rooted(ReadOnlySpan<float> scores, int size, int root)
    {
        var rows = new double[size][];
        for (var word = 0; word < size; word++)
        {
            rows[word] = new double[size];
            for (var head = 0; head < size; head++)
            {
                var allowed = word == root ? head == 0 : head != word && head != 0;
                rows[word][head] = allowed ? scores[word * size + head] : Never;
            }
        }

        return rows;
    }

    private static bool AllReachRoot(int[] heads)
    {
        // The word from which a walk first came here; a walk that meets itself goes round.
        var seen = new int[heads.Length];
        for (var start = 1; start < heads.Length; start++)
        {
            var at = start;
            for (; at > 0 && seen[at] == 0; at = heads[at])
            {
                seen[at] = start;
            }

            if (at > 0 && seen[at] == start)
            {
                return false;
            }
        }

        return true;
    }
}
