using System.Collections.Immutable;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims.Statements;

/// <summary>Decides what becomes of each clause: a claim, a fragment, a complement of its governor or a part of the clause that it hangs on; and what grammar lends it.</summary>
internal sealed partial class ClausePlanner
{
    private readonly DependencyTrees _trees;
    private readonly ImmutableArray<Token> _tokens;
    private readonly IReadOnlyDictionary<int, Clause> _clauses;
    private readonly StatusReader _statuses;
    private readonly ClaimWords _words;
    private readonly NounPhrases _phrases;
    private readonly Relatives _relatives;
    private readonly Func<int, EntityType?> _typeOf;
    private readonly Dictionary<int, ClausePlan?> _plans = [];

    /// <param name="reading">The clauses of the text.</param>
    /// <param name="words">The lexicons.</param>
    /// <param name="typeOf">What the name that holds a token names; null where it is none.</param>
    public ClausePlanner(ClauseReading reading, ClaimWords words, Func<int, EntityType?> typeOf)
    {
        (_trees, _tokens, _clauses, _statuses, _words) = (reading.Trees, reading.Trees.Analysis.Tokens, reading.ByHead, reading.Statuses, words);
        _typeOf = typeOf;
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
            _plans[clause.Head] = plan = Plan(clause) is { } made ? WithObject(made) : null;
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
            return Asks(inner) || IsOfCondition(clause) ? plan with { Use = ClauseUse.Fragment } : _relatives.Complete(plan);
        }

        if (Asks(clause) || Asks(inner) || IsIndirectQuestion(clause))
        {
            return subject >= 0 || IsFinite(clause) ? plan with { Use = ClauseUse.Fragment } : null;
        }

        if (IsCompared(clause.Head) || IsExtracted(plan) || SaysOnlyWhen(clause))
        {
            return plan with { Use = ClauseUse.Fragment };
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

    /// <summary>"if the mayor acts in a way [that pleases the board]": nothing is said to be so that a condition speaks of.</summary>
    private bool IsOfCondition(Clause relative) => ClauseAbove(relative.Head) is var above and >= 0 && _clauses.TryGetValue(above, out var clause) && _statuses.Of(clause).Rule == StatusRules.Condition;

    /// <summary>"more than [the board had expected]": what is compared with says nothing alone.</summary>
    private bool IsCompared(int head) => _trees.Is(head, "advcl") && _trees.Marker(head) is var mark and >= 0 && _tokens[mark].Lower == "than";

    /// <summary>"The road is closed [when the river rises]": in the present tense a clause of time says when something is so, and not that it happens.</summary>
    public bool SaysOnlyWhen(Clause clause) =>
        _trees.Is(clause.Head, "advcl") && clause.Group is { Finite: true, Modal: null, Tense: VerbTense.Present, Perfect: false } && _trees.First(clause.Head, "mark") is var mark && (mark >= 0 ? mark : _trees.First(clause.Head, "advmod")) is var word and >= 0
        && word < clause.Head && (_tokens[word].Lower is "before" or "whenever" || _words.Mark(_tokens[word].Lower) == "time");

    /// <summary>"letters that the mayor has said [he will publish]": the object of the inner clause stands outside of the outer.</summary>
    private bool IsExtracted(ClausePlan plan)
    {
        var (head, above) = (plan.Inner.Head, _tokens[plan.Clause.Head].Head);
        return _trees.Is(plan.Clause.Head, "ccomp") && _tokens[above].Relation == "acl:relcl" && _tokens[head].Upos is Upos.VERB && !_trees.Has(head, "obj") && !_trees.Has(head, "ccomp") && !_trees.Has(head, "nsubj:pass")
            && _trees.First(above, "nsubj") is var speaker and >= 0 && _tokens[speaker].Xpos is not ("WP" or "WDT") && _tokens[speaker].Lower is not "that";
    }

    /// <summary>"Look [where the members were]", "showed [how the lock works]": a question right behind its verb, though the tree may have it as a clause of time or place.</summary>
    public bool IsIndirectQuestion(Clause clause)
    {
        var asking = _tokens[clause.First].Xpos == "WRB" ? clause.First : clause.First - 1;
        var head = _tokens[clause.Head].Head;
        return asking > 0 && head >= 0 && head < asking && _tokens[asking].Lower is "where" or "how" or "why" && !DependencyTrees.Is(_tokens[clause.Head].Relation, "acl")
            && (asking - 1 == head || (_tokens[asking - 1].Upos is Upos.ADV && asking - 2 == head) || (_tokens[asking - 1].Head == head && _tokens[asking - 1].Relation == "compound:prt"));
    }

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
