using OnRecord.Claims.Statements;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims;

/// <summary>Tells how well a claim stands alone: whether its subject says of whom it speaks, and whether it is more than background.</summary>
internal sealed class ClaimLevels(DependencyTrees trees, ClaimWords words, OpenPronouns pronouns)
{
    /// <summary>A statement of fewer words says nothing.</summary>
    private const int FewestTokens = 2;

    /// <summary>The level of a claim.</summary>
    /// <param name="plan">Its plan.</param>
    /// <param name="statement">Its statement.</param>
    /// <param name="facts">What it carries.</param>
    public ClaimLevel Of(ClausePlan plan, Statement statement, ClaimFacts facts)
    {
        if (plan.Use == ClauseUse.Fragment || !statement.HasSubject || statement.Ranges.Sum(range => range.Length) < FewestTokens)
        {
            return ClaimLevel.Fragment;
        }

        // "What the budget means", "how it works": asked or named, not said.
        var first = trees.Analysis.Tokens[statement.Ranges[0].First];
        var second = statement.Ranges[0].Length > 1 ? trees.Analysis.Tokens[statement.Ranges[0].First + 1] : first;
        if ((first.Xpos is "WP" or "WRB" or "WDT" or "WP$" || (first.Upos is Upos.ADP && second.Xpos is "WRB" or "WP" or "WDT")) && plan.Possessive < 0)
        {
            return ClaimLevel.Fragment;
        }

        var predicate = trees.Analysis.Tokens[plan.Inner.Head];
        if (IsElliptic(plan.Inner.Head) || IsCut(plan, statement))
        {
            return ClaimLevel.Fragment;
        }

        if (predicate.Upos is Upos.PRON or Upos.DET or Upos.SCONJ or Upos.ADV && plan.Inner.Group is { Copular: true } && words.Pronoun(predicate.Lower) is not "indefinite" && predicate.Xpos is not ("RB" or "RBR"))
        {
            return ClaimLevel.Fragment;
        }

        var open = Openness(plan, statement, facts);
        if (open == ClaimLevel.Fragment || pronouns.Leaves(plan, statement, facts.IsAttributed))
        {
            return ClaimLevel.Fragment;
        }

        var carries = facts.HasFigure || facts.HasTime || facts.IsAttributed;
        var isEvent = plan.Inner.Group is { Copular: false } && facts.NamesSomebody;
        if (facts.IsNested)
        {
            var tellsMore = (facts.HasFigure || facts.HasTime) && facts.NamesSomebody && plan.Inner.Group is { Tense: VerbTense.Past };
            return tellsMore && open == ClaimLevel.Main ? ClaimLevel.Main : ClaimLevel.Detail;
        }

        return open == ClaimLevel.Main && (carries || isEvent || facts.NamesSomebody || plan.Inner.Group is { Copular: false }) ? ClaimLevel.Main : ClaimLevel.Detail;
    }

    /// <summary>"Valk would ensure [that …]": what the verb needs stands outside of the words that the source is known to have said.</summary>
    private bool IsCut(ClausePlan plan, Statement statement)
    {
        var end = statement.Ranges[^1].End;
        if (end - 1 == plan.Inner.Head && end < trees.Analysis.Tokens.Length && trees.Analysis.Tokens[end] is { Lower: "that", Upos: Upos.SCONJ })
        {
            return true;
        }

        if (EndsBeforeItsHead(end - 1))
        {
            return true;
        }

        foreach (var dependent in trees.Of(plan.Inner.Head))
        {
            var isNeeded = trees.Is(dependent, "obj") || trees.Is(dependent, "ccomp");
            // Behind a comma stands no complement but the words of who speaks, which the tree may hang on what is said: "The dam failed, the mayor said".
            if (isNeeded && dependent > plan.Inner.Head && !IsBehindComma(dependent) && !plan.LeftOut.Contains(dependent) && !statement.Ranges.Any(range => range.Contains(dependent)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"is created by [a global]", "allows you [to]": the last word belongs to one behind it that the statement has not.</summary>
    private bool EndsBeforeItsHead(int last)
    {
        var token = trees.Analysis.Tokens[last];
        return token.Head > last && (token.Relation is "det" or "amod" or "case" or "mark" or "cc" or "nummod" or "nmod:poss" or "cop" || DependencyTrees.Is(token.Relation, "aux"));
    }

    private bool IsBehindComma(int token) => trees.Leftmost(token) is var first and > 0 && trees.Analysis.Tokens[first - 1].Lower == ",";

    /// <summary>"He really should", "as Holm had", "I am not": what is left out is not said again.</summary>
    private bool IsElliptic(int head)
    {
        var predicate = trees.Analysis.Tokens[head];
        var lemma = predicate.Lemma.ToLowerInvariant();
        if (!(predicate.Upos is Upos.AUX && words.IsBare(lemma)) && lemma is not ("have" or "be"))
        {
            return false;
        }

        foreach (var dependent in trees.Of(head))
        {
            var relation = trees.Analysis.Tokens[dependent].Relation;
            if (relation is "xcomp" or "ccomp" or "advcl" || trees.Is(dependent, "obj") || trees.Is(dependent, "obl") || trees.Is(dependent, "nsubj") && dependent > head)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The best level that the subject allows: who "he" is must be known; "we" is the speaker's.</summary>
    private ClaimLevel Openness(ClausePlan plan, Statement statement, ClaimFacts facts)
    {
        var token = trees.Analysis.Tokens[plan.Subject];
        if (!IsReplaced(plan.Subject, statement) && trees.Is(plan.Subject, "expl") is false && words.Pronoun(token.Lower) is { } kind && !trees.IsForClause(plan.Subject) && !IsOfNoun(plan.Subject))
        {
            // "There is none": of what is not said again.
            kind = token.Lower == "none" ? "open" : kind;
            return kind switch
            {
                "speaker" => facts.IsAttributed && !IsManner(plan) && Commits(plan, facts) ? ClaimLevel.Detail : ClaimLevel.Fragment,
                "indefinite" => ClaimLevel.Main,
                _ => ClaimLevel.Fragment,
            };
        }

        return IsPointedAt(plan.Subject, statement) ? ClaimLevel.Fragment : ClaimLevel.Main;
    }

    /// <summary>"One of the men", "none of the ships": the noun says of whom.</summary>
    private bool IsOfNoun(int subject) => trees.First(subject, "nmod") is var noun and >= 0 && trees.Analysis.Tokens[noun].Upos is Upos.NOUN or Upos.PROPN;

    /// <summary>"Those samples", "this result": only the text before shows which. "This year" tells itself.</summary>
    private bool IsPointedAt(int subject, Statement statement)
    {
        var determiner = trees.First(subject, "det");
        return determiner >= 0 && trees.Analysis.Tokens[determiner].Lower is "this" or "that" or "these" or "those" or "such" && !IsReplaced(subject, statement)
            && !words.IsMeasure(trees.Analysis.Tokens[subject].Lemma.ToLowerInvariant()) && !trees.Has(subject, "acl") && !trees.Has(subject, "nmod");
    }

    /// <summary>"We will not send our sons", "we lost 40 men": what is promised, dated or counted can be checked, whoever "we" are.</summary>
    private static bool Commits(ClausePlan plan, ClaimFacts facts) =>
        facts.HasFigure || facts.HasTime || plan.Inner.Group is { Tense: VerbTense.Future or VerbTense.Past };

    /// <summary>"I mean", "I want to ask", "we know": what speakers say of their speaking and thinking.</summary>
    private bool IsManner(ClausePlan plan) =>
        words.IsMental(trees.Analysis.Tokens[plan.Clause.Head].Lemma.ToLowerInvariant()) && plan.Inner.Group is { Tense: VerbTense.Present or VerbTense.None };

    private bool IsReplaced(int token, Statement statement)
    {
        var span = trees.Analysis.Tokens[token].Span;
        // A pronoun whose name the statement has already stays as it is.
        return statement.IsReplaced(span) || !statement.Ranges.Any(range => range.Contains(token));
    }
}
