using OnRecord.Language.Syntax;

namespace OnRecord.Claims;

/// <summary>Conditions that no single conjunction shows: "had he known", "should the talks fail", "as long as it rains", "anyone who knows".</summary>
internal sealed class Conditions(DependencyTrees trees, ClaimWords words)
{
    /// <summary>Longest conjunction of several words.</summary>
    private const int LongestPhrase = 4;

    /// <summary>"Had he known …", "were it to rain": the auxiliary before its subject, in a clause beside another that is no question (trees often take it for the main one).</summary>
    public bool IsInverted(Clause clause)
    {
        var tokens = trees.Analysis.Tokens;
        var subject = trees.First(clause.Head, "nsubj");
        var isBeside = trees.Is(clause.Head, "advcl") || trees.Is(clause.Head, "parataxis") || trees.Is(clause.Head, "ccomp")
            || (tokens[clause.Head].Head < 0 && (trees.Has(clause.Head, "ccomp") || trees.Has(clause.Head, "parataxis")));
        if (subject < 0 || !isBeside)
        {
            return false;
        }

        foreach (var dependent in trees.Of(clause.Head))
        {
            // A question has its mark, or a word that asks before the auxiliary.
            if (tokens[dependent].Upos is Upos.AUX && tokens[dependent].Lower is "had" or "should" or "were")
            {
                return dependent < subject && dependent == clause.First && !(clause.End < tokens.Length && tokens[clause.End].Lower == "?");
            }
        }

        return false;
    }

    /// <summary>"Anyone who [breaks] the rule will lose the licence", "whoever [wins]": says of nobody that it is so, where what follows has not happened either.</summary>
    public bool IsOfWhoever(Clause clause) =>
        trees.Is(clause.Head, "acl") && clause.Group is { Tense: VerbTense.Present, Modal: null } && trees.Analysis.Tokens[clause.Head].Head is var whoever and >= 0 && IsWhoever(whoever)
            && trees.Is(whoever, "nsubj") && trees.Analysis.Tokens[whoever].Head is var main && main >= 0 && trees.First(main, "aux") is var auxiliary and >= 0 && trees.Analysis.Tokens[auxiliary].Xpos == "MD";

    /// <summary>"Anyone who breaks the rule [will lose] the licence".</summary>
    public bool BindsWhoever(Clause clause) =>
        clause.Group is { Modal: not null } && trees.First(clause.Head, "nsubj") is var subject and >= 0 && IsWhoever(subject) && trees.First(subject, "acl") is var relative and >= 0
            && !trees.Analysis.Tokens[relative].Xpos.StartsWith("VBD", StringComparison.Ordinal);

    private bool IsWhoever(int token) => words.Mark(trees.Analysis.Tokens[token].Lower) == "whoever"
        || (trees.First(token, "det") is var determiner and >= 0 && words.Mark(trees.Analysis.Tokens[determiner].Lower) == "whoever");

    /// <summary>Whether the clause begins with a conjunction of several words that sets a condition.</summary>
    public bool HasPhrase(Clause clause)
    {
        var tokens = trees.Analysis.Tokens;
        var marker = trees.Marker(clause.Head);
        var sentence = trees.Analysis.Sentences[tokens[clause.Head].Sentence];
        for (var length = 2; length <= LongestPhrase; length++)
        {
            // The last word of the phrase is the marker, or stands right before the clause.
            foreach (var last in new[] { marker, clause.First - 1, clause.First + length - 1 })
            {
                var first = last - length + 1;
                if (last >= 0 && first >= sentence.FirstToken && last < clause.Head && words.Mark(string.Join(' ', Enumerable.Range(first, length).Select(i => tokens[i].Lower))) == "condition")
                {
                    return true;
                }
            }
        }

        return false;
    }
}
