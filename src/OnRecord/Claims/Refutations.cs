using OnRecord.Language.Syntax;

namespace OnRecord.Claims;

/// <summary>What other words of the sentence say is not so: too much for it, or false.</summary>
internal sealed class Refutations(DependencyTrees trees, Polarity polarity, ClaimWords words, Func<int, bool> isNegated)
{
    /// <summary>"too shallow for ships to enter".</summary>
    public bool IsTooMuch(int adjective)
    {
        foreach (var dependent in trees.Of(adjective))
        {
            if (dependent < adjective && trees.Analysis.Tokens[dependent].Lower == "too")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Reports that the bank had failed were denied", where the tree has the verb under the noun.</summary>
    private bool HasDenialBeside(int noun)
    {
        foreach (var dependent in trees.Of(noun))
        {
            if (dependent > noun && trees.Is(dependent, "ccomp") && trees.Has(dependent, "aux") && !isNegated(dependent)
                && words.Governor("verb-noun", Phrasals.Lemma(trees, dependent)) is { Positive: ClaimStatus.Denied })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"rejected the charge that …", "the report that … was false": what the noun holds is said not to be so.</summary>
    public bool IsFalse(int noun, int above)
    {
        if (polarity.IsNegative(noun))
        {
            return false;
        }

        if (HasDenialBeside(noun))
        {
            return true;
        }

        if (above < 0)
        {
            return false;
        }

        var word = trees.Analysis.Tokens[above];
        var isObject = trees.Is(noun, "obj") || trees.Analysis.Tokens[noun].Relation == "nsubj:pass";
        var effect = trees.Is(noun, "nsubj") && word.Upos is Upos.ADJ ? words.Governor("adjective", word.Lemma.ToLowerInvariant())
            : isObject && word.Upos is Upos.VERB ? words.Governor("verb-noun", Phrasals.Lemma(trees, above))
            : null;
        return effect is { Positive: ClaimStatus.Denied } ? !isNegated(above) : effect is { Negative: ClaimStatus.Denied } && isNegated(above);
    }
}
