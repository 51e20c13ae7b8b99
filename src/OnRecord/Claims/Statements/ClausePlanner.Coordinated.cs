using System.Collections.Immutable;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims.Statements;

/// <summary>What a coordinated clause shares with the verbs before it: subject, auxiliaries, governor, object.</summary>
internal sealed partial class ClausePlanner
{
    /// <summary>"bought two ferries, [sold its tramline]": the subject, the governor and the auxiliaries of the first verb.</summary>
    private ClausePlan? Coordinated(ClausePlan plan)
    {
        var clause = plan.Clause;
        var first = FirstConjunct(clause);
        if (first is not null && Complements.IsComplement(first))
        {
            // "helps firms grow and [sell]": a part, as the first is.
            return Complements.IsOfAct(first) ? null : Governed(plan, first);
        }

        if (_statuses.Of(clause).Rule == StatusRules.Without)
        {
            return plan with { Use = ClauseUse.Fragment };
        }

        if (first is not null && IsOfNeither(clause, first))
        {
            // "neither tested the blades nor [warned] anyone": each half alone would say the opposite.
            return null;
        }

        if (first is null || PlanOf(first) is not { } shared)
        {
            return null;
        }

        if (shared.Use == ClauseUse.Fragment || shared.Subject < 0)
        {
            return plan with { Use = ClauseUse.Fragment };
        }

        var auxiliaries = Auxiliaries(first, clause);
        return Agrees(clause, first, shared.Subject, auxiliaries)
            ? plan with { Before = [.. SubjectOf(shared), .. auxiliaries], Subject = shared.Subject, Beside = first.Head }
            : null;
    }

    /// <summary>"wrote a memo and sent [it] to the paper": the object of the first verb, where "it" was joined to nobody.</summary>
    private ClausePlan WithObject(ClausePlan plan)
    {
        var (head, first) = (plan.Inner.Head, _tokens[plan.Clause.Head].Head);
        if (plan.Use != ClauseUse.Row || !_trees.Is(plan.Clause.Head, "conj") || !plan.Behind.IsEmpty || _trees.First(head, "obj") is not (var pronoun and >= 0) || _trees.First(first, "obj") is not (var thing and >= 0))
        {
            return plan;
        }

        var agrees = _tokens[pronoun].Lower switch { "it" => _phrases.IsSingular(thing), "them" => _tokens[thing].Xpos is "NNS" or "NNPS" || _trees.Has(thing, "conj"), _ => false };
        return agrees && _tokens[thing].Upos is Upos.NOUN && _typeOf(thing) is not EntityType.Person && _typeOf(pronoun) is null && pronoun == head + 1
            ? plan with { Behind = [_phrases.Of(thing)], BehindToken = head, LeftOut = plan.LeftOut.Add(pronoun), LentObject = thing }
            : plan;
    }

    private bool IsOfNeither(Clause clause, Clause first)
    {
        foreach (var dependent in _trees.Of(first.Head))
        {
            if (dependent < first.Head && _tokens[dependent].Lower == "neither")
            {
                return _trees.First(clause.Head, "cc") is var joint and >= 0 && _tokens[joint].Lower == "nor";
            }
        }

        return false;
    }

    /// <summary>Whether a tree has coordinated a bare verb with one that it does not agree with: its first verb stands further up.</summary>
    public bool IsMisattached(Clause clause) =>
        _trees.Is(clause.Head, "conj") && _tokens[clause.Head].Xpos is "VB" or "VBP" && FirstConjunct(clause) is { } first && PlanOf(first) is { Use: ClauseUse.Row } shared
        && shared.Subject >= 0 && Subject(clause.Head) < 0 && !Agrees(clause, first, shared.Subject, Auxiliaries(first, clause));

    /// <summary>
    /// Whether a verb can have the subject and the auxiliaries that it would share. Where it cannot, it is coordinated with something else, whatever the tree says: a noun
    /// ("eat grass and [leaves]"), an infinitive further down ("plans to print a flyer that mocks him and [send] it"), a gerund ("pushed his promise of … and [forcing] …").
    /// </summary>
    private bool Agrees(Clause clause, Clause first, int subject, ImmutableArray<TokenRange> auxiliaries) => _tokens[clause.Head].Xpos switch
    {
        "VBZ" => _tokens[subject].Xpos is not ("NNS" or "NNPS"),
        "VB" or "VBP" => !auxiliaries.IsEmpty || clause.Group is { Modal: not null } || _trees.Has(clause.Head, "aux") || !_phrases.IsSingular(subject),
        "VBG" => auxiliaries.IsEmpty ? _trees.Has(clause.Head, "aux") || !IsFinite(first) : _tokens[first.Head].Xpos == "VBG",
        _ => true,
    };

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

    /// <summary>"has burned …, [destroyed] …": a bare verb shares the auxiliaries of the nearest verb before it that has some; without adverbs, but with its "never".</summary>
    private ImmutableArray<TokenRange> Auxiliaries(Clause first, Clause clause)
    {
        // "has never faced a race or [raised] much": without its "never" it would be turned into its opposite.
        var isBare = clause.Group is null or { Finite: false } || _statuses.NegatedFirst(clause) is not null;
        if (!isBare || HasCopula(clause.Head) || _tokens[clause.Head].Upos is not Upos.VERB)
        {
            return [];
        }

        if (Lender(first, clause).Group is not { Finite: true } group)
        {
            // "are either closing or [selling]": words between part a verb from its auxiliary.
            return _trees.First(first.Head, "aux") is var auxiliary and >= 0 && first.Group is { Infinitive: false } ? [new TokenRange(auxiliary, auxiliary + 1)] : [];
        }

        var end = group.Head;
        while (end > group.Start && _tokens[end - 1].Upos is not Upos.AUX && _tokens[end - 1].Xpos is not "TO" && !VerbGroups.IsNegation(_tokens[end - 1]))
        {
            end--;
        }

        return end > group.Start ? [new TokenRange(group.Start, end)] : [];
    }

    /// <summary>"had been held and should be freed and [paid]": the verb right before, back to the first.</summary>
    private Clause Lender(Clause first, Clause clause)
    {
        const int MostBare = 4;
        var above = _tokens[clause.Head].Head;
        var beside = _trees.Of(above);
        for (var (i, seen) = (beside.BinarySearch(clause.Head) - 1, 0); i >= 0 && seen < MostBare && beside[i] > above; i--)
        {
            if (_trees.Is(beside[i], "conj") && _clauses.TryGetValue(beside[i], out var before) && Subject(before.Head) < 0)
            {
                seen++;
                if (before.Group is { Finite: true })
                {
                    return before;
                }
            }
        }

        return _clauses.TryGetValue(above, out var head) && head.Group is { Finite: true } ? head : first;
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
}
