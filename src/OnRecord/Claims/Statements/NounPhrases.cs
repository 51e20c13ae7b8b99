using OnRecord.Language.Syntax;

namespace OnRecord.Claims.Statements;

/// <summary>The words of a noun phrase, as a statement takes them from elsewhere: without preposition, conjunction and what only adds.</summary>
internal sealed class NounPhrases(DependencyTrees trees)
{
    /// <summary>The phrase that a noun heads, up to a relative clause on it.</summary>
    public TokenRange Before(int noun, int clause)
    {
        var whole = Of(noun);
        var end = trees.Leftmost(clause);
        return end <= noun ? new TokenRange(whole.First, noun + 1) : new TokenRange(whole.First, Trimmed(noun, Math.Min(whole.End, end)));
    }

    /// <summary>The phrase that a noun heads, up to what follows behind a comma: without appositions and clauses.</summary>
    public TokenRange Named(int noun)
    {
        var range = Of(noun);
        for (var i = noun + 1; i < range.End; i++)
        {
            if (trees.Analysis.Tokens[i].Upos is Upos.PUNCT)
            {
                return range with { End = i };
            }
        }

        return range;
    }

    /// <summary>The phrase that a noun heads, with its preposition.</summary>
    public TokenRange WithPreposition(int noun)
    {
        var range = Of(noun);
        return trees.First(noun, "case") is var preposition and >= 0 && preposition < range.First ? range with { First = preposition } : range;
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
                var isAside = token == noun && (trees.Is(dependent, "case") || trees.Is(dependent, "cc") && dependent < noun && !IsNeither(dependent) || trees.Is(dependent, "cop")
                    || trees.Is(dependent, "aux") || (trees.Is(dependent, "advmod") && trees.Has(noun, "cop")) || trees.Is(dependent, "expl") || trees.Is(dependent, "mark") || trees.Is(dependent, "nsubj") || trees.Is(dependent, "csubj") || trees.Is(dependent, "advcl") || trees.Is(dependent, "parataxis"));
                var onlyAdds = dependent > token && (trees.Is(dependent, "acl") || trees.Is(dependent, "advcl")) && IsBehindComma(dependent);
                if (!isAside && !onlyAdds && tokens[dependent].Upos is not Upos.PUNCT)
                {
                    pending.Push(dependent);
                }
            }
        }

        // "the minister, Hanne Oster, …": an apposition in the middle has two commas.
        var sentence = trees.Analysis.Sentences[tokens[noun].Sentence];
        var isClosed = last > noun && last + 2 < sentence.EndToken && tokens[last + 1].Lower == "," && HasApposition(noun, last);
        var (from, end) = MarkPairs.Complete(tokens, first, last + 1, sentence);
        return new TokenRange(from, isClosed ? last + 2 : end);
    }

    /// <summary>"Neither Welk nor his brother": without the word the phrase would say the opposite.</summary>
    private bool IsNeither(int conjunction) => trees.Analysis.Tokens[conjunction].Lower == "neither";

    private bool HasApposition(int noun, int last)
    {
        foreach (var dependent in trees.Of(noun))
        {
            if (dependent > noun && dependent <= last && trees.Is(dependent, "appos") && trees.Analysis.Tokens[dependent - 1].Lower == "," || (trees.Is(dependent, "appos") && trees.Leftmost(dependent) is var first && first > 0 && trees.Analysis.Tokens[first - 1].Lower == ","))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a noun or pronoun is one: "the mayor", "she", and neither "the mayor and her deputy" nor a body that many speak of as several ("the police").</summary>
    public bool IsSingular(int noun)
    {
        var token = trees.Analysis.Tokens[noun];
        return (token.Xpos is "NN" or "NNP" || token.Lower is "he" or "she" or "it") && !trees.Has(noun, "conj") && !token.Features.Contains("Number=Plur", StringComparison.Ordinal);
    }

    /// <summary>Whether a clause only adds: a comma stands before it.</summary>
    public bool IsBehindComma(int clause)
    {
        var tokens = trees.Analysis.Tokens;
        var first = trees.Leftmost(clause);
        return first > 0 && (tokens[first].Lower == "," || tokens[first - 1].Lower is "," or "—" or "–" or "(");
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
