using OnRecord.Language.Syntax;

namespace OnRecord.Claims;

/// <summary>Tells whether a predicate is negated, and by what.</summary>
internal sealed class Polarity(DependencyTrees trees, ClaimWords words)
{
    /// <summary>How far before its verb "yet to" may stand.</summary>
    private const int FarthestYet = 4;

    /// <summary>Whether "not", "never", "no longer" and the like stand with the predicate, or its coordinated first verb lends them.</summary>
    public bool IsNegated(Clause clause)
    {
        for (var i = clause.Group?.Start ?? clause.Head; i < clause.Head; i++)
        {
            if (Negates(i, clause.Head))
            {
                return true;
            }
        }

        if (IsYetTo(clause) || IsInvertedByNo(clause.Head))
        {
            return true;
        }

        foreach (var dependent in trees.Of(clause.Head))
        {
            if ((trees.Is(dependent, "advmod") && Negates(dependent, clause.Head)) || IsNeither(dependent))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Not only did she lose": she lost.</summary>
    private bool Negates(int adverb, int head) =>
        !(trees.Analysis.Tokens[adverb].Lower == "not" && adverb + 1 < trees.Analysis.Tokens.Length && trees.Analysis.Tokens[adverb + 1].Lower is "only" or "just" or "merely")
        && Negates(WithNo(adverb), head);

    /// <summary>"Nearly" and "almost" say of a verb that it did not happen, of anything else only how much.</summary>
    private bool Negates(string adverb, int head) =>
        words.Adverb(adverb) is "negation" || (words.Adverb(adverb) is "approach" && trees.Analysis.Tokens[head].Upos is Upos.VERB);

    /// <summary>"has yet to decide": has not.</summary>
    public bool IsYetTo(Clause clause)
    {
        for (var i = Math.Max(0, clause.Head - FarthestYet); i + 1 < clause.Head; i++)
        {
            if (trees.Analysis.Tokens[i].Lower == "yet" && trees.Analysis.Tokens[i + 1].Xpos == "TO")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"At no point did the captain leave", "in no way has he helped": a phrase with "no" that draws the auxiliary before the subject.</summary>
    private bool IsInvertedByNo(int head)
    {
        var (denied, tokens) = (-1, trees.Analysis.Tokens);
        foreach (var dependent in trees.Of(head))
        {
            if (dependent >= head || trees.Is(dependent, "nsubj"))
            {
                return false;
            }

            if (trees.Is(dependent, "obl") && trees.First(dependent, "det") is var no and >= 0 && tokens[no].Lower == "no")
            {
                denied = dependent;
            }
            else if (denied >= 0 && (trees.Is(dependent, "aux") || trees.Is(dependent, "cop")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"neither met nor voted".</summary>
    private bool IsNeither(int dependent) => trees.Is(dependent, "cc") && trees.Analysis.Tokens[dependent].Lower is "neither" or "nor";

    /// <summary>Whether subject or object says "no", "none", "nobody".</summary>
    public bool HasNegativePhrase(Clause clause)
    {
        foreach (var dependent in trees.Of(clause.Head))
        {
            if ((trees.Is(dependent, "nsubj") || trees.Is(dependent, "obj") || trees.Is(dependent, "expl") || trees.Analysis.Tokens[dependent].Lower == "nothing") && Denies(dependent))
            {
                return true;
            }
        }

        if (trees.Is(clause.Head, "conj") && !trees.Has(clause.Head, "nsubj") && trees.First(trees.Analysis.Tokens[clause.Head].Head, "nsubj") is var shared and >= 0 && Denies(shared))
        {
            // "Nobody came or called": both verbs have the one subject.
            return true;
        }

        return trees.Analysis.Tokens[clause.Head].Upos is Upos.NOUN && Denies(clause.Head);
    }

    /// <summary>Whether a noun phrase says "no" and so denies: "no doubt" affirms.</summary>
    private bool Denies(int phrase) => IsNegative(phrase) && !words.IsDoubt(trees.Analysis.Tokens[phrase].Lemma);

    /// <summary>Whether a noun phrase says "no" or is "none": "neither the ship nor the boat", "not a single ship", "no one".</summary>
    public bool IsNegative(int phrase)
    {
        var tokens = trees.Analysis.Tokens;
        if (words.IsNegative(tokens[phrase].Lower))
        {
            return true;
        }

        foreach (var dependent in trees.Of(phrase))
        {
            if (dependent > phrase)
            {
                return false;
            }

            var lower = tokens[dependent].Lower;
            if ((words.IsNegative(lower) && !trees.Is(dependent, "nmod:poss") && tokens[dependent].Upos is Upos.DET or Upos.CCONJ or Upos.ADV or Upos.PRON) || (lower == "not" && IsOfPhrase(dependent, phrase)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"not a single ship", "not one of them": the word stands at the head of the phrase, and is not the verb's.</summary>
    private bool IsOfPhrase(int negation, int phrase) =>
        negation < phrase && (negation == 0 || trees.Analysis.Tokens[negation - 1].Upos is not Upos.AUX);

    /// <summary>"longer" in "no longer" with its "no" before it.</summary>
    private string WithNo(int adverb)
    {
        var tokens = trees.Analysis.Tokens;
        return tokens[adverb].Lower == "longer" && adverb > 0 && tokens[adverb - 1].Lower == "no" ? "no longer" : tokens[adverb].Lower;
    }
}
