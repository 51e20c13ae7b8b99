namespace OnRecord.Language.Roles;

/// <summary>The range of tokens that each token's subtree covers, and ranges without the marks at their edges.</summary>
internal sealed class SubtreeRanges
{
    private readonly Analysis _analysis;
    private readonly int[] _first;
    private readonly int[] _end;

    public SubtreeRanges(Analysis analysis, DependencyTrees trees)
    {
        _analysis = analysis;
        var count = analysis.Tokens.Length;
        (_first, _end) = (new int[count], new int[count]);
        foreach (var token in FromLeaves(trees, count))
        {
            (_first[token], _end[token]) = (token, token + 1);
            foreach (var dependent in trees.Of(token))
            {
                _first[token] = Math.Min(_first[token], _first[dependent]);
                _end[token] = Math.Max(_end[token], _end[dependent]);
            }
        }
    }

    /// <summary>First token of a subtree.</summary>
    public int First(int token) => _first[token];

    /// <summary>One past the last token of a subtree.</summary>
    public int End(int token) => _end[token];

    /// <summary>
    /// A range without the marks at its edges, unless they are a pair of brackets or quotation marks, or close one that opens inside. A quotation with its comma
    /// or stop is direct speech, whose marks belong to the sentence around it.
    /// </summary>
    public (int First, int End) Trim(int first, int end)
    {
        while (end > first && IsMark(end - 1) && !(Closes(end - 1) && Pairs(first, end - 1) && !EndsSpeech(first, end - 1)))
        {
            end--;
        }

        while (first < end && IsMark(first) && !(Opens(first) && Partner(first, end) >= 0))
        {
            first++;
        }

        return (first, end);
    }

    private bool EndsSpeech(int first, int close) => IsQuote(_analysis.Tokens[close].Form) && close > first && IsMark(close - 1) && !Closes(close - 1);

    private bool IsMark(int token) => _analysis.Tokens[token].Upos == Upos.PUNCT;

    private static bool IsQuote(string form) => form is "\"" or "''" or "``" or "“" or "”" or "'" or "‘" or "’";

    private bool Opens(int token) => _analysis.Tokens[token].Form is "(" or "[" or "“" or "``" or "\"" or "‘" or "'";

    private bool Closes(int token) => _analysis.Tokens[token].Form is ")" or "]" or "”" or "''" or "\"" or "’" or "'";

    /// <summary>Where a bracket or quotation closes that opens here; −1 where it does not in the range.</summary>
    private int Partner(int open, int end)
    {
        for (var i = open + 1; i < end; i++)
        {
            if (Matches(open, i))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether what closes here opens in the range.</summary>
    private bool Pairs(int first, int close)
    {
        var open = false;
        for (var i = first; i < close; i++)
        {
            if (open ? Closes(i) && IsQuote(_analysis.Tokens[i].Form) == IsQuote(_analysis.Tokens[close].Form) : Matches(i, close))
            {
                open = !open;
            }
        }

        return open;
    }

    private bool Matches(int open, int close) => (_analysis.Tokens[open].Form, _analysis.Tokens[close].Form) is
        ("(", ")") or ("[", "]") or ("“", "”") or ("``", "''") or ("\"", "\"") or ("‘", "’") or ("'", "'");

    /// <summary>The tokens, each behind its dependents.</summary>
    private static int[] FromLeaves(DependencyTrees trees, int count)
    {
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
