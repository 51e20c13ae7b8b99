using System.Collections.Immutable;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims.Statements;

/// <summary>Decides what becomes of each clause: a claim, a fragment, a complement of its governor or a part of the clause that it hangs on; and what grammar lends it.</summary>
internal sealed class ClausePlanner
{
    private readonly DependencyTrees _trees;
    private readonly ImmutableArray<Token> _tokens;
    private readonly IReadOnlyDictionary<int, Clause> _clauses;
    private readonly StatusReader _statuses;
    private readonly ClaimWords _words;
    private readonly NounPhrases _phrases;
    private readonly Relatives _relatives;
    private readonly Dictionary<int, ClausePlan?> _plans = [];

    /// <param name="reading">The clauses of the text.</param>
    /// <param name="words">The lexicons.</param>
    /// <param name="typeOf">What the name that holds a token names; null where it is none.</param>
    public ClausePlanner(ClauseReading reading, ClaimWords words, Func<int, EntityType?> typeOf)
    {
        (_trees, _tokens, _clauses, _statuses, _words) = (reading.Trees, reading.Trees.Analysis.Tokens, reading.ByHead, reading.Statuses, words);
        _phrases = new NounPhrases(_trees);
        _relatives = new Relatives(_trees, _phrases, typeOf);
        Complements = new Complements(reading, words);
    }

    /// <summary>Which clauses are one with the word above them.</summary>
    public Complements Complements { get; }

    /// <summary>What becomes of a clause.</summary>
    public ClauseUse UseOf(Clause clause) =>
        Complements.IsComplement(clause) ? ClauseUse.Complement : PlanOf(clause)?.Use ?? ClauseUse.Part;

    /// <summary>The plan of a clause that becomes a claim; null where it is a part or a complement of another.</summary>
    public ClausePlan? PlanOf(Clause clause)
    {
        if (Complements.IsComplement(clause) || Complements.OnlyRefutes(clause))
        {
            return null;
        }

        if (!_plans.TryGetValue(clause.Head, out var plan))
        {
            _plans[clause.Head] = plan = Plan(clause);
        }

        return plan;
    }

    private ClausePlan? Plan(Clause clause)
    {
        var relation = _tokens[clause.Head].Relation;
        var inner = _statuses.Of(clause).Status == ClaimStatus.NotStated ? clause : Complements.Innermost(clause);
        var subject = Subject(clause.Head);
        var plan = new ClausePlan { Clause = clause, Inner = inner, Use = ClauseUse.Row, Subject = subject };
        if (relation == "acl:relcl" && !HasComplementizer(clause.Head))
        {
            return Asks(inner) ? plan with { Use = ClauseUse.Fragment } : _relatives.Complete(plan);
        }

        if (Asks(clause) || Asks(inner))
        {
            return subject >= 0 || IsFinite(clause) ? plan with { Use = ClauseUse.Fragment } : null;
        }

        if (subject >= 0)
        {
            // "for the dam to hold", "allowed it to sail": an infinitive is a part, whoever does it.
            return relation != "root" && clause.IsInfinitive(_trees) && !IsFinite(clause) ? null : plan;
        }

        return DependencyTrees.Is(relation, "conj") ? Coordinated(plan) : Subjectless(plan, relation);
    }

    /// <summary>A clause without a subject: a silence has that of the clause it hangs on, the denied rest is kept as a fragment, and what is finite is one.</summary>
    private ClausePlan? Subjectless(ClausePlan plan, string relation)
    {
        var verdict = _statuses.Of(plan.Clause);
        var above = _tokens[plan.Clause.Head].Head;
        if (verdict.Status == ClaimStatus.NotStated && above >= 0 && _clauses.TryGetValue(above, out var main) && PlanOf(main) is { Use: ClauseUse.Row } outer)
        {
            return plan with { Before = SubjectOf(outer), Subject = outer.Subject };
        }

        if (verdict.Rule == StatusRules.Without)
        {
            return plan with { Use = ClauseUse.Fragment };
        }

        return relation == "root" || IsFinite(plan.Clause) ? plan with { Use = ClauseUse.Fragment } : null;
    }

    /// <summary>"bought two ferries, [sold its tramline]": the subject, the governor and the auxiliaries of the first verb.</summary>
    private ClausePlan? Coordinated(ClausePlan plan)
    {
        var clause = plan.Clause;
        var first = FirstConjunct(clause);
        if (first is not null && Complements.IsComplement(first))
        {
            return Governed(plan, first);
        }

        if (_statuses.Of(clause).Rule == StatusRules.Without)
        {
            return plan with { Use = ClauseUse.Fragment };
        }

        if (first is null || PlanOf(first) is not { } shared)
        {
            return null;
        }

        if (shared.Use == ClauseUse.Fragment || shared.Subject < 0)
        {
            return plan with { Use = ClauseUse.Fragment };
        }

        // "eat grass and leaves": a noun, whatever its tag, where the verb would not agree.
        return _tokens[clause.Head].Xpos == "VBZ" && _tokens[shared.Subject].Xpos is "NNS" or "NNPS"
            ? null
            : plan with { Before = [.. SubjectOf(shared), .. Auxiliaries(first, clause)], Subject = shared.Subject, Beside = first.Head };
    }

    /// <summary>"agreed to send workers and [to build roads]": with all that stands before the first infinitive.</summary>
    private ClausePlan? Governed(ClausePlan plan, Clause first)
    {
        var top = Complements.Outermost(first);
        if (PlanOf(top) is not { Use: ClauseUse.Row } governor || governor.Subject < 0)
        {
            return plan with { Use = ClauseUse.Fragment };
        }

        var mark = _trees.First(first.Head, "mark");
        var end = _trees.HasTo(plan.Clause.Head) && mark >= 0 ? mark : first.Head;
        var start = Math.Min(top.Group?.Start ?? top.Head, top.Head);
        return start < end && start >= 0
            ? plan with { Before = [.. SubjectOf(governor), new TokenRange(start, end)], Subject = governor.Subject, Beside = top.Head }
            : plan with { Use = ClauseUse.Fragment };
    }

    /// <summary>The words of a plan's subject.</summary>
    private ImmutableArray<TokenRange> SubjectOf(ClausePlan plan)
    {
        // A lent subject stands first in what was lent; auxiliaries behind it are not handed on.
        if (!plan.Before.IsEmpty)
        {
            return [plan.Before[0]];
        }

        return [_phrases.Of(plan.Subject)];
    }

    /// <summary>"has burned …, [destroyed] …": a bare verb shares the auxiliaries of the first.</summary>
    private ImmutableArray<TokenRange> Auxiliaries(Clause first, Clause clause)
    {
        // "has never faced a race or [raised] much": without its "never" it would be turned into its opposite.
        var isBare = clause.Group is null or { Finite: false } || _statuses.NegatedFirst(clause) is not null;
        return isBare && first.Group is { } group && group.Start < first.Head && group.Finite && !HasCopula(clause.Head) && _tokens[clause.Head].Upos is Upos.VERB
            ? [new TokenRange(group.Start, first.Head)]
            : [];
    }

    private bool HasCopula(int head) => _trees.Has(head, "cop") || _trees.Has(head, "aux");

    /// <summary>
    /// The first verb of a coordination, where it is a clause. A finite verb cannot be coordinated with a participle or an infinitive that it follows
    /// ("wrote a memo criticizing the mayor and [sent] it"), though trees often have it so: then with the finite one above that.
    /// </summary>
    private Clause? FirstConjunct(Clause clause)
    {
        var at = _tokens[clause.Head].Head;
        while (at >= 0 && _clauses.TryGetValue(at, out var first))
        {
            if (DependencyTrees.Is(_tokens[at].Relation, "conj") && Subject(at) < 0)
            {
                at = _tokens[at].Head;
            }
            else if (IsFinite(clause) && !IsFinite(first) && !Complements.HasSubject(at) && _tokens[at].Head >= 0)
            {
                at = ClauseAbove(at);
            }
            else
            {
                return first;
            }
        }

        return null;
    }

    private int ClauseAbove(int token)
    {
        var at = _tokens[token].Head;
        while (at >= 0 && !_clauses.ContainsKey(at))
        {
            at = _tokens[at].Head;
        }

        return at;
    }

    private int Subject(int head)
    {
        var subject = _trees.First(head, "nsubj");
        if (subject < 0)
        {
            subject = _trees.First(head, "csubj");
        }

        return subject >= 0 ? subject : _trees.First(head, "expl");
    }

    private static bool IsFinite(Clause clause) => clause.Group is { Finite: true };

    /// <summary>"the rumor [that the mayor took bribes]": a clause that says what the noun is, though trees call it relative: "that" is not its subject nor its object.</summary>
    private bool HasComplementizer(int head) =>
        Subject(head) >= 0
        && ((_trees.First(head, "mark") is var mark and >= 0 && _tokens[mark].Lower == "that" && _tokens[mark].Upos is Upos.SCONJ)
            || IsOfIt(_tokens[head].Head) || IsContentWithoutMark(head));

    /// <summary>"It is not the case [that it fell]".</summary>
    private bool IsOfIt(int noun) => _trees.Has(noun, "cop") && _trees.First(noun, "nsubj") is var it and >= 0 && _tokens[it].Lower == "it" && _words.Governor("noun", _tokens[noun].Lemma.ToLowerInvariant()) is not null;

    /// <summary>"concerns [Moscow could provide technology]": a noun that takes a clause, before one that lacks nothing.</summary>
    private bool IsContentWithoutMark(int head)
    {
        var (noun, subject) = (_tokens[head].Head, Subject(head));
        return _words.Governor("noun", _tokens[noun].Lemma.ToLowerInvariant()) is not null && _trees.Has(head, "obj")
            && subject > noun && _tokens[subject].Xpos is not ("WP" or "WDT") && _tokens[_trees.First(head, "obj")].Xpos is not ("WP" or "WDT");
    }

    /// <summary>Whether nobody can check a clause, since it asks, commands or sets a condition.</summary>
    private bool Asks(Clause clause) => _statuses.Of(clause).Rule is StatusRules.Question or StatusRules.Imperative or StatusRules.Condition;
}
