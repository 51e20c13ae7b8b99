using OnRecord.Language;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims.Statements;

/// <summary>The words of a noun phrase, as a statement takes them from elsewhere: without preposition, conjunction and what only adds.</summary>
internal sealed class NounPhrases(DependencyTrees trees)
{
    /// <summary>The phrase that a noun heads, up to a relative clause on it.</summary>
    public TokenRange Before(int noun, int clause)
    {
        var whole = Of(noun);
        var end = Leftmost(clause);
        return end <= noun ? new TokenRange(whole.First, noun + 1) : new TokenRange(whole.First, Trimmed(noun, Math.Min(whole.End, end)));
    }

    /// <summary>The phrase that a noun heads; without relative clauses behind a comma.</summary>
    public TokenRange Of(int noun)
    {
        var tokens = trees.Analysis.Tokens;
        var (first, last) = (noun, noun);
        var pending = new Stack<int>();
        pending.Push(noun);
        while (pending.TryPop(out var token))
        {
            (first, last) = (Math.Min(first, token), Math.Max(last, token));
            foreach (var dependent in trees.Of(token))
            {
                var isAside = token == noun && (trees.Is(dependent, "case") || trees.Is(dependent, "cc") && dependent < noun || trees.Is(dependent, "cop")
                    || trees.Is(dependent, "aux") || trees.Is(dependent, "mark") || trees.Is(dependent, "nsubj") || trees.Is(dependent, "advcl") || trees.Is(dependent, "parataxis"));
                if (!isAside && tokens[dependent].Upos is not Upos.PUNCT && !(tokens[dependent].Relation == "acl:relcl" && IsBehindComma(dependent)))
                {
                    pending.Push(dependent);
                }
            }
        }

        return new TokenRange(first, last + 1);
    }

    /// <summary>Whether a clause only adds: a comma stands before it.</summary>
    public bool IsBehindComma(int clause)
    {
        var tokens = trees.Analysis.Tokens;
        var first = Leftmost(clause);
        return first > 0 && (tokens[first].Lower == "," || tokens[first - 1].Lower is "," or "—" or "–" or "(");
    }

    /// <summary>The first token of what depends on a token.</summary>
    public int Leftmost(int token)
    {
        while (trees.Of(token) is { Length: > 0 } dependents && dependents[0] < token)
        {
            token = dependents[0];
        }

        return token;
    }

    private int Trimmed(int noun, int end)
    {
        while (end > noun + 1 && trees.Analysis.Tokens[end - 1].Upos is Upos.PUNCT or Upos.CCONJ)
        {
            end--;
        }

        return end;
    }
}
