using OnRecord.Language.Syntax;

namespace OnRecord.Claims;

/// <summary>Finds what the text says was not said, or is not known: "did not specify", "declined to comment", "it was unclear whether".</summary>
internal sealed class SilenceReader(DependencyTrees trees, Polarity polarity, ClaimWords words)
{
    /// <summary>The rule by which a clause says so; null where it does not.</summary>
    public string? Read(Clause clause)
    {
        var negated = polarity.IsNegated(clause) || polarity.HasNegativePhrase(clause);
        return Declines(clause, negated) ? StatusRules.Declined
            : SaysUnknown(clause, negated) || CannotVerify(clause, negated) ? StatusRules.NotKnown
            : Silence(clause.Head) is { } silence && Gives(clause.Head, silence) ? RuleOf(clause, silence, negated)
            : null;
    }

    private string? RuleOf(Clause clause, Silence silence, bool negated)
    {
        var absent = trees.Marker(clause.Head) is var mark and >= 0 && words.Mark(trees.Analysis.Tokens[mark].Lower) == "absence";
        return silence.Kind switch
        {
            "said" when absent => StatusRules.WithoutSaying,
            "said" when negated && clause.Group is not { Infinitive: true } && !TakesThat(clause.Head) => StatusRules.NotStated,
            "known" when negated && (clause.Group is { Passive: true } or { Copular: true }) => StatusRules.NotKnown,
            "verified" when negated => StatusRules.NotKnown,
            _ => null,
        };
    }

    /// <summary>"declined to comment", "refused to say": a verb that denies its infinitive, over a verb of saying.</summary>
    private bool Declines(Clause clause, bool negated)
    {
        var infinitive = trees.First(clause.Head, "xcomp");
        return infinitive >= 0 && !negated
            && words.Governor("verb", LemmaOf(clause.Head))?.Positive == ClaimStatus.Denied
            && Silence(infinitive) is { Kind: "said" } silence && Gives(infinitive, silence);
    }

    /// <summary>"is unclear", "remains unknown".</summary>
    private bool SaysUnknown(Clause clause, bool negated)
    {
        var adjective = trees.Analysis.Tokens[clause.Head].Upos is Upos.VERB ? trees.First(clause.Head, "xcomp") : clause.Head;
        return adjective >= 0 && !negated && trees.Analysis.Tokens[adjective].Upos is Upos.ADJ && Silence(adjective) is { Kind: "unknown" };
    }

    /// <summary>"was not possible to verify", "was impossible to establish": an adjective of ability over a verb of verifying.</summary>
    private bool CannotVerify(Clause clause, bool negated)
    {
        var lemma = LemmaOf(clause.Head);
        if (!words.IsAbility(lemma) || words.IsInability(lemma) == negated)
        {
            return false;
        }

        foreach (var dependent in trees.Of(clause.Head))
        {
            if (dependent > clause.Head && trees.Analysis.Tokens[dependent].Upos is Upos.VERB && Silence(dependent) is { Kind: "verified" })
            {
                return true;
            }
        }

        return false;
    }

    private Silence? Silence(int token) => words.Silence(LemmaOf(token));

    private string LemmaOf(int token) => trees.Analysis.Tokens[token].Lemma.ToLowerInvariant();

    /// <summary>Whether what is not given is of the kind that the lexicon asks for.</summary>
    private bool Gives(int token, Silence silence)
    {
        if (silence.Objects.Count == 0)
        {
            return true;
        }

        foreach (var dependent in trees.Of(token))
        {
            if ((trees.Is(dependent, "obj") || trees.Is(dependent, "nsubj") || trees.Is(dependent, "obl") || trees.Is(dependent, "xcomp")) && silence.Objects.Contains(LemmaOf(dependent)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"did not say that he would go" denies the saying of something that is told; it leaves nothing open.</summary>
    private bool TakesThat(int token)
    {
        var complement = trees.First(token, "ccomp");
        return complement >= 0 && trees.First(complement, "mark") is var mark and >= 0 && trees.Analysis.Tokens[mark].Lower == "that";
    }
}
