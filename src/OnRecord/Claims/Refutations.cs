using OnRecord.Language;

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

    /// <summary>"rejected the charge that …", "the report that … was false": what the noun holds is said not to be so.</summary>
    public bool IsFalse(int noun, int above)
    {
        if (above < 0 || polarity.IsNegative(noun))
        {
            return false;
        }

        var word = trees.Analysis.Tokens[above];
        var effect = trees.Is(noun, "nsubj") && word.Upos is Upos.ADJ ? words.Governor("adjective", word.Lemma.ToLowerInvariant())
            : trees.Is(noun, "obj") && word.Upos is Upos.VERB ? words.Governor("verb-noun", word.Lemma.ToLowerInvariant())
            : null;
        return effect is { Positive: ClaimStatus.Denied } && !isNegated(above);
    }
}
