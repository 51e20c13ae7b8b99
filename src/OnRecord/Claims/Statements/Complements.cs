using OnRecord.Language.Syntax;

namespace OnRecord.Claims.Statements;

/// <summary>Tells which clauses are one claim with the word above them: "agreed to send", "is due to open", "it is unlikely that it will".</summary>
/// <remarks>The governors are those of the lexicon, after the classes of Karttunen (1971); a bare <c>xcomp</c> has its subject from above, whatever the verb.</remarks>
internal sealed class Complements(ClauseReading reading, ClaimWords words)
{
    private readonly DependencyTrees _trees = reading.Trees;
    private readonly IReadOnlyDictionary<int, Clause> _clauses = reading.ByHead;

    /// <summary>Whether the clause is one claim with the clause above it.</summary>
    public bool IsComplement(Clause clause)
    {
        var token = _trees.Analysis.Tokens[clause.Head];
        if (token.Head < 0 || !_clauses.ContainsKey(token.Head))
        {
            return false;
        }

        if (clause.IsInfinitive(_trees) && Asks(clause))
        {
            return false;
        }

        if (DependencyTrees.Is(token.Relation, "xcomp"))
        {
            return true;
        }

        if (HasSubject(clause.Head))
        {
            return IsSaidOfIt(clause.Head, token) && !IsRefuted(clause);
        }

        return clause.IsInfinitive(_trees) && (DependencyTrees.Is(token.Relation, "ccomp") || IsSaidOfIt(clause.Head, token)
            || (DependencyTrees.Is(token.Relation, "advcl") && Takes(token.Head, clause.Head)));
    }

    /// <summary>"struggled with [how to pay]", "debated [whether to leave]": what is asked is a part of the clause above it.</summary>
    private bool Asks(Clause clause)
    {
        foreach (var dependent in _trees.Of(clause.Head))
        {
            if (dependent < clause.Head && (_trees.Analysis.Tokens[dependent].Xpos is "WRB" or "WP" or "WDT" || _trees.Analysis.Tokens[dependent].Lower == "whether"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"It is not true [that the bridge collapsed]": what is refuted reads alone, and the words above it say only that it is not so.</summary>
    public bool IsRefuted(Clause clause)
    {
        var token = _trees.Analysis.Tokens[clause.Head];
        return token.Head >= 0 && HasSubject(clause.Head) && IsSaidOfIt(clause.Head, token) && reading.Statuses.Of(clause).Status == ClaimStatus.Denied && reading.Statuses.Of(clause).Rule.StartsWith(StatusRules.Governor, StringComparison.Ordinal);
    }

    /// <summary>Whether a clause only says of another that it is not so.</summary>
    public bool OnlyRefutes(Clause clause)
    {
        foreach (var dependent in _trees.Of(clause.Head))
        {
            if (_clauses.TryGetValue(dependent, out var inner) && IsRefuted(inner))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The innermost clause of a chain of complements.</summary>
    public Clause Innermost(Clause clause)
    {
        // A tree has no circle, so the walk ends.
        while (First(clause) is { } inner && !IsAct(clause, inner))
        {
            clause = inner;
        }

        return clause;
    }

    /// <summary>The clause of the outermost governor; the clause itself where it has none.</summary>
    public Clause Outermost(Clause clause)
    {
        while (IsComplement(clause))
        {
            clause = _clauses[_trees.Analysis.Tokens[clause.Head].Head];
        }

        return clause;
    }

    /// <summary>Whether a clause is what an act is about, and not what the claim tells: what is coordinated with it is, too.</summary>
    public bool IsOfAct(Clause clause) => IsComplement(clause) && IsAct(_clauses[_trees.Analysis.Tokens[clause.Head].Head], clause);

    /// <summary>
    /// "Graham urged them [to join]", "the seed helps firms [grow]", "the mount makes [typing quieter]", "it is hard [to mend]": what is done is that somebody is asked or
    /// helped, whatever becomes of it, and that is what the claim tells; the one who does it does not do what the complement says.
    /// </summary>
    private bool IsAct(Clause governor, Clause complement)
    {
        var verb = _trees.Analysis.Tokens[governor.Head];
        var lemma = verb.Lemma.ToLowerInvariant();
        if (verb.Upos is Upos.ADJ)
        {
            return complement.IsInfinitive(_trees) && IsSaidOfIt(complement.Head, _trees.Analysis.Tokens[complement.Head]) && words.Governor("adjective", lemma) is null && !words.IsAbility(lemma);
        }

        if (verb.Upos is not Upos.VERB)
        {
            return false;
        }

        var isGerund = _trees.Analysis.Tokens[complement.Head].Xpos == "VBG" && complement.Head > governor.Head;
        return isGerund && (words.IsOfAnother(lemma) || (lemma == "make" && !_trees.Has(complement.Head, "mark"))) || HasSomebodyBetween(governor, complement);
    }

    /// <summary>An object between is whose doing the complement is; behind a preposition ("asked of her to close it") only where nothing is said to be done.</summary>
    private bool HasSomebodyBetween(Clause governor, Clause complement)
    {
        var isOpen = reading.Statuses.Of(complement).Status == ClaimStatus.Hypothetical;
        foreach (var dependent in _trees.Of(governor.Head))
        {
            var isSomebody = _trees.Is(dependent, "obj") || _trees.Is(dependent, "iobj") || (isOpen && _trees.Is(dependent, "obl"));
            if (isSomebody && dependent > governor.Head && dependent < complement.Head)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a clause has a subject of its own.</summary>
    public bool HasSubject(int head) => _trees.Has(head, "nsubj") || _trees.Has(head, "csubj") || _trees.Has(head, "expl");

    private Clause? First(Clause clause)
    {
        foreach (var dependent in _trees.Of(clause.Head))
        {
            if (dependent > clause.Head && _clauses.TryGetValue(dependent, out var inner) && IsComplement(inner))
            {
                return inner;
            }
        }

        return null;
    }

    /// <summary>"It is unlikely [that it will hold]": the clause is what "it" stands for.</summary>
    private bool IsSaidOfIt(int head, Token token) =>
        (DependencyTrees.Is(token.Relation, "csubj") || DependencyTrees.Is(token.Relation, "ccomp")) && head > token.Head
        && (_trees.First(token.Head, "expl") is var it and >= 0 || (it = _trees.First(token.Head, "nsubj")) >= 0)
        && _trees.Analysis.Tokens[it].Lower == "it";

    /// <summary>Trees hang some complements as adverbials: a governor of the lexicon takes them nevertheless.</summary>
    private bool Takes(int governor, int infinitive)
    {
        var token = _trees.Analysis.Tokens[governor];
        var lemma = token.Lemma.ToLowerInvariant();
        if (token.Upos is Upos.ADJ)
        {
            return words.Governor("adjective", lemma) is not null;
        }

        if (_trees.First(infinitive, "mark") is var mark and >= 0 && _trees.Analysis.Tokens[mark].Lower == "for")
        {
            // "set a bar for candidates to pass": what for.
            return false;
        }

        if (token.Upos is not Upos.VERB || words.OverInfinitive(lemma) is not { } effect)
        {
            return false;
        }

        // What is put up with an object between is the object's doing: "forced hundreds to leave"; else it is what for: "used it to help".
        return effect.Positive is not null || (_trees.First(governor, "obj") is var thing && thing > governor && thing < infinitive);
    }
}
