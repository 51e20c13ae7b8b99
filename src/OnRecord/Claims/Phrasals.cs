using OnRecord.Language.Syntax;

namespace OnRecord.Claims;

/// <summary>Verbs with their particle: "rule out" is no "rule".</summary>
internal static class Phrasals
{
    /// <summary>The lemma of a verb in lower case, with its particle where the tree has one.</summary>
    public static string Lemma(DependencyTrees trees, int verb)
    {
        var lemma = trees.Analysis.Tokens[verb].Lemma.ToLowerInvariant();
        return trees.First(verb, "compound:prt") is var particle and >= 0 ? $"{lemma} {trees.Analysis.Tokens[particle].Lower}" : lemma;
    }
}
