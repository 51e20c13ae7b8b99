using OnRecord.Claims.Statements;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims;

/// <summary>Tells how well a claim stands alone: whether its subject says of whom it speaks, and whether it is more than background.</summary>
internal sealed class ClaimLevels(DependencyTrees trees, ClaimWords words)
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
        if (predicate.Upos is Upos.AUX && !trees.Has(plan.Inner.Head, "obj") && words.IsBare(predicate.Lemma.ToLowerInvariant()))
        {
            // "He really should": what is left out is not said again.
            return ClaimLevel.Fragment;
        }

        if (predicate.Upos is Upos.PRON or Upos.DET or Upos.SCONJ or Upos.ADV && plan.Inner.Group is { Copular: true } && words.Pronoun(predicate.Lower) is not "indefinite" && predicate.Xpos is not ("RB" or "RBR"))
        {
            return ClaimLevel.Fragment;
        }

        var open = Openness(plan, statement, facts);
        if (open == ClaimLevel.Fragment)
        {
            return open;
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

    /// <summary>The best level that the subject allows: who "he" is must be known; "we" is the speaker's.</summary>
    private ClaimLevel Openness(ClausePlan plan, Statement statement, ClaimFacts facts)
    {
        var token = trees.Analysis.Tokens[plan.Subject];
        if (!IsReplaced(plan.Subject, statement) && trees.Is(plan.Subject, "expl") is false && words.Pronoun(token.Lower) is { } kind && !IsForClause(plan.Subject))
        {
            return kind switch
            {
                "speaker" => facts.IsAttributed && !IsManner(plan) && Commits(plan, facts) ? ClaimLevel.Detail : ClaimLevel.Fragment,
                "indefinite" => ClaimLevel.Main,
                _ => ClaimLevel.Fragment,
            };
        }

        foreach (var dependent in trees.Of(plan.Subject))
        {
            if (trees.Is(dependent, "nmod:poss") && words.Pronoun(trees.Analysis.Tokens[dependent].Lower) is not null and not "indefinite" && !IsReplaced(dependent, statement))
            {
                return ClaimLevel.Detail;
            }
        }

        return ClaimLevel.Main;
    }

    /// <summary>"We will not send our sons", "we lost 40 men": what is promised, dated or counted can be checked, whoever "we" are.</summary>
    private static bool Commits(ClausePlan plan, ClaimFacts facts) =>
        facts.HasFigure || facts.HasTime || plan.Inner.Group is { Tense: VerbTense.Future or VerbTense.Past };

    /// <summary>"I mean", "I want to ask", "we know": what speakers say of their speaking and thinking.</summary>
    private bool IsManner(ClausePlan plan) =>
        words.IsMental(trees.Analysis.Tokens[plan.Clause.Head].Lemma.ToLowerInvariant()) && plan.Inner.Group is { Tense: VerbTense.Present or VerbTense.None };

    /// <summary>"It" for a clause: "it is clear that".</summary>
    private bool IsForClause(int subject)
    {
        var token = trees.Analysis.Tokens[subject];
        if (token.Lower != "it" || token.Head < 0)
        {
            return false;
        }

        foreach (var dependent in trees.Of(token.Head))
        {
            var isClause = trees.Is(dependent, "csubj") || trees.Is(dependent, "ccomp") || trees.Is(dependent, "acl") || trees.Is(dependent, "xcomp") || trees.Is(dependent, "advcl");
            if (isClause && dependent > token.Head && (trees.Is(dependent, "csubj") || (trees.Analysis.Tokens[token.Head].Upos is Upos.ADJ or Upos.NOUN && trees.Has(dependent, "mark"))))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsReplaced(int token, Statement statement)
    {
        var span = trees.Analysis.Tokens[token].Span;
        // A pronoun whose name the statement has already stays as it is.
        return statement.IsReplaced(span) || !statement.Ranges.Any(range => range.Contains(token));
    }
}
