namespace OnRecord.Language.Syntax;

/// <summary>The trees of an analysis, downwards: the dependents of each token in the order of the text.</summary>
internal sealed class DependencyTrees
{
    private readonly int[] _starts;
    private readonly int[] _dependents;

    public DependencyTrees(Analysis analysis)
    {
        Analysis = analysis;
        var tokens = analysis.Tokens;
        _starts = new int[tokens.Length + 2];
        foreach (var token in tokens)
        {
            if (token.Head >= 0)
            {
                _starts[token.Head + 2]++;
            }
        }

        for (var i = 2; i < _starts.Length; i++)
        {
            _starts[i] += _starts[i - 1];
        }

        // While they are filled, _starts[head + 1] is where the next dependent goes; afterwards it is where they end.
        _dependents = new int[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head >= 0)
            {
                _dependents[_starts[tokens[i].Head + 1]++] = i;
            }
        }
    }

    public Analysis Analysis { get; }

    /// <summary>The dependents of a token.</summary>
    public ReadOnlySpan<int> Of(int token) => _dependents.AsSpan(_starts[token], _starts[token + 1] - _starts[token]);

    /// <summary>Whether a token has this relation to its head, with any subtype.</summary>
    public bool Is(int token, string relation) => Is(Analysis.Tokens[token].Relation, relation);

    /// <summary>Whether a relation is this one, with any subtype: <c>nsubj:pass</c> is <c>nsubj</c>.</summary>
    public static bool Is(string found, string relation) =>
        found.StartsWith(relation, StringComparison.Ordinal) && (found.Length == relation.Length || found[relation.Length] == ':');

    /// <summary>The first dependent with this relation, with any subtype; −1 where there is none.</summary>
    public int First(int token, string relation)
    {
        foreach (var dependent in Of(token))
        {
            if (Is(dependent, relation))
            {
                return dependent;
            }
        }

        return -1;
    }

    /// <summary>The word that introduces a clause; the treebanks have the one before a gerund ("without asking") now as a marker, now as a preposition. −1 where there is none.</summary>
    public int Marker(int clause)
    {
        var marker = First(clause, "mark");
        return marker >= 0 || Analysis.Tokens[clause].Xpos != "VBG" ? marker : First(clause, "case");
    }

    /// <summary>The first token of what depends on a token, following first dependents; the token itself where nothing stands before it.</summary>
    public int Leftmost(int token)
    {
        while (Of(token) is { Length: > 0 } dependents && dependents[0] < token)
        {
            token = dependents[0];
        }

        return token;
    }

    /// <summary>Whether a word is "it" for a clause: "it is clear that".</summary>
    public bool IsForClause(int token)
    {
        var it = Analysis.Tokens[token];
        if (it.Lower != "it" || it.Head < 0)
        {
            return false;
        }

        foreach (var dependent in Of(it.Head))
        {
            // "It is an effort to win them" is said of something.
            var isClause = Is(dependent, "csubj") || Is(dependent, "ccomp") || (Is(dependent, "acl") && Analysis.Tokens[it.Head].Upos is Upos.ADJ) || Is(dependent, "xcomp") || Is(dependent, "advcl");
            if (isClause && dependent > it.Head && (Is(dependent, "csubj") || (Analysis.Tokens[it.Head].Upos is Upos.ADJ or Upos.NOUN && Has(dependent, "mark"))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether "to" is the mark of a verb.</summary>
    public bool HasTo(int verb) => First(verb, "mark") is var mark and >= 0 && Analysis.Tokens[mark].Xpos == "TO";

    /// <summary>Whether a token has a dependent with this relation, with any subtype.</summary>
    public bool Has(int token, string relation) => First(token, relation) >= 0;
}
