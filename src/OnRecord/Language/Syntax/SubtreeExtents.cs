namespace OnRecord.Language.Syntax;

/// <summary>From which token to which each token's subtree reaches; a tree whose branches cross may have others between.</summary>
internal sealed class SubtreeExtents
{
    private readonly int[] _first;
    private readonly int[] _end;

    public SubtreeExtents(DependencyTrees trees)
    {
        var count = trees.Analysis.Tokens.Length;
        (_first, _end) = (new int[count], new int[count]);
        foreach (var token in FromLeaves(trees))
        {
            (_first[token], _end[token]) = (token, token + 1);
            foreach (var dependent in trees.Of(token))
            {
                _first[token] = Math.Min(_first[token], _first[dependent]);
                _end[token] = Math.Max(_end[token], _end[dependent]);
            }
        }
    }

    /// <summary>First token of a token's subtree.</summary>
    public int First(int token) => _first[token];

    /// <summary>One past the last token of a token's subtree.</summary>
    public int End(int token) => _end[token];

    /// <summary>The tokens, each behind its dependents.</summary>
    private static int[] FromLeaves(DependencyTrees trees)
    {
        var count = trees.Analysis.Tokens.Length;
        var (order, filled) = (new int[count], count);
        for (var token = 0; token < count; token++)
        {
            if (trees.Analysis.Tokens[token].Head < 0)
            {
                order[--filled] = token;
            }
        }

        // What is written already is read from behind, so that dependents come before it.
        for (var at = count - 1; at >= filled; at--)
        {
            foreach (var dependent in trees.Of(order[at]))
            {
                order[--filled] = dependent;
            }
        }

        return order;
    }
}
