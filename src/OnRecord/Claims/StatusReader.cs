using OnRecord.Language;

namespace OnRecord.Claims;

/// <summary>
/// Tells how a clause is presented: by its own modal, negation, adverbs and conjunction first, and where these say nothing by what it
/// is embedded under (FactBank, Saurí and Pustejovsky 2009; implicative and factive governors, Karttunen 1971).
/// </summary>
internal sealed class StatusReader
{
    private readonly DependencyTrees _trees;
    private readonly ClaimWords _words;
    private readonly Dictionary<int, Clause> _clauses;
    private readonly Func<int, bool> _isReported;
    private readonly Polarity _polarity;
    private readonly SilenceReader _silence;
    private readonly Conditions _conditions;
    private readonly Refutations _refutations;
    private readonly Dictionary<int, Verdict> _verdicts = [];

    /// <param name="trees">The trees.</param>
    /// <param name="clauses">All clauses.</param>
    /// <param name="words">The lexicons.</param>
    /// <param name="isReported">Whether a token stands in the content of an attribution.</param>
    public StatusReader(DependencyTrees trees, IEnumerable<Clause> clauses, ClaimWords words, Func<int, bool> isReported)
    {
        (_trees, _words, _isReported) = (trees, words, isReported);
        _clauses = clauses.ToDictionary(clause => clause.Head);
        _polarity = new Polarity(trees, words);
        _silence = new SilenceReader(trees, _polarity, words);
        _conditions = new Conditions(trees, words);
        _refutations = new Refutations(trees, _polarity, words, IsNegated);
    }

    /// <summary>The status of a clause.</summary>
    public Verdict Of(Clause clause)
    {
        if (!_verdicts.TryGetValue(clause.Head, out var verdict))
        {
            verdict = Own(clause) ?? Embedded(clause) ?? Verdict.Plain;
            _verdicts[clause.Head] = verdict;
        }

        return verdict;
    }

    /// <summary>Whether a predicate is negated.</summary>
    public bool IsNegated(int head) => _clauses.TryGetValue(head, out var clause) && _polarity.IsNegated(clause);

    /// <summary>Whether a clause says itself that something is not so.</summary>
    public bool IsNegative(Clause clause) =>
        _polarity.IsNegated(clause) || _polarity.HasNegativePhrase(clause) || _polarity.IsYetTo(clause)
        || (FirstOfCoordination(clause) is { } first && _polarity.IsNegated(first) && IsJoinedByOr(clause.Head));

    private Verdict? Own(Clause clause)
    {
        if (_silence.Read(clause) is { } silence)
        {
            return new Verdict(ClaimStatus.NotStated, silence);
        }

        var mark = MarkOf(clause.Head);
        if (mark == "condition" || _conditions.IsInverted(clause) || _conditions.HasPhrase(clause) || IsInCondition(clause))
        {
            return new Verdict(ClaimStatus.Hypothetical, StatusRules.Condition);
        }

        if (mark == "absence")
        {
            return new Verdict(ClaimStatus.Denied, StatusRules.Without);
        }

        if (IsAsked(clause))
        {
            return new Verdict(ClaimStatus.Hypothetical, StatusRules.Question);
        }

        if (_trees.Analysis.Tokens[clause.Head].Features.Contains("Mood=Imp", StringComparison.Ordinal))
        {
            return new Verdict(ClaimStatus.Hypothetical, StatusRules.Imperative);
        }

        return HasCondition(clause) ? new Verdict(ClaimStatus.Hypothetical, StatusRules.Consequence) : OwnVerb(clause);
    }

    /// <summary>"if it rains or [snows]": both are conditions.</summary>
    private bool IsInCondition(Clause clause) =>
        _trees.Is(clause.Head, "conj") && !_trees.Has(clause.Head, "nsubj")
        && _clauses.TryGetValue(_trees.Analysis.Tokens[clause.Head].Head, out var first) && Of(first).Rule == StatusRules.Condition;

    private Verdict? OwnVerb(Clause clause)
    {
        var first = FirstOfCoordination(clause);
        var negated = _polarity.IsNegated(clause) || (first is not null && _polarity.IsNegated(first) && IsJoinedByOr(clause.Head));
        if (IsDueTo(clause.Head))
        {
            return negated ? new Verdict(ClaimStatus.Denied, StatusRules.Under(StatusRules.Governor, true)) : new Verdict(ClaimStatus.Planned, StatusRules.Governor);
        }

        if (!negated && HadTo(clause.Group ?? first?.Group))
        {
            return Verdict.Plain;
        }

        if ((clause.Group?.Modal ?? first?.Group?.Modal) is { } modal && _words.Modal(modal) is { } effect)
        {
            negated |= _polarity.HasNegativePhrase(clause);
            var status = _polarity.IsYetTo(clause) ? ClaimStatus.Denied : negated ? effect.Negative : effect.Reported is { } reported && _isReported(clause.Head) ? reported : effect.Positive;
            if (status == ClaimStatus.Planned && OverFuture(clause) is { } feared)
            {
                return new Verdict(feared, StatusRules.Governor);
            }

            if (status == ClaimStatus.Planned && (HasHedge(clause.Head) || IsHedgedAbove(clause.Head)))
            {
                return new Verdict(ClaimStatus.Possible, StatusRules.Hedge);
            }

            return new Verdict(status, StatusRules.Under(effect.Rule, negated));
        }

        if (negated)
        {
            return new Verdict(ClaimStatus.Denied, StatusRules.Negation);
        }

        if (_polarity.HasNegativePhrase(clause))
        {
            return new Verdict(ClaimStatus.Denied, StatusRules.NegativePhrase);
        }

        return HasHedge(clause.Head) ? new Verdict(ClaimStatus.Possible, StatusRules.Hedge) : null;
    }

    /// <summary>"is due to open", where the tree takes "due to" for one mark of the infinitive.</summary>
    private bool IsDueTo(int head)
    {
        foreach (var dependent in _trees.Of(head))
        {
            if (dependent < head && _trees.Is(dependent, "mark") && _trees.Has(dependent, "fixed") && _words.Governor("adjective", _trees.Analysis.Tokens[dependent].Lower) is { Positive: ClaimStatus.Planned })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"had to leave": what had to be done was done.</summary>
    private static bool HadTo(VerbGroup? group) => group is { Modal: "have to", Tense: VerbTense.Past };

    /// <summary>"fears that it will fail", "a chance that they will agree": what the lexicon makes of a clause with will or would; null where that is the future.</summary>
    private ClaimStatus? OverFuture(Clause clause)
    {
        var governor = _trees.Analysis.Tokens[clause.Head].Head;
        if (governor < 0 || !(_trees.Is(clause.Head, "ccomp") || _trees.Is(clause.Head, "acl") || _trees.Is(clause.Head, "csubj")))
        {
            return null;
        }

        var word = _trees.Analysis.Tokens[governor];
        var lemma = word.Lemma.ToLowerInvariant();
        return word.Upos is Upos.ADJ
            ? _words.Governor("adjective", lemma) is { Positive: ClaimStatus.Possible or ClaimStatus.Denied } doubt ? doubt.Positive : null
            : _words.Governor(word.Upos is Upos.NOUN ? "noun-will" : "verb-will", lemma)?.Positive;
    }

    private Verdict? Embedded(Clause clause)
    {
        var token = _trees.Analysis.Tokens[clause.Head];
        if (token.Head < 0)
        {
            return null;
        }

        if (DependencyTrees.Is(token.Relation, "xcomp") || DependencyTrees.Is(token.Relation, "ccomp") || DependencyTrees.Is(token.Relation, "csubj"))
        {
            return UnderGovernor(clause, token.Head);
        }

        if (DependencyTrees.Is(token.Relation, "advcl"))
        {
            return IsComplementOfObject(clause, token.Head) ? UnderGovernor(clause, token.Head) : Adverbial(clause, token.Head);
        }

        if (DependencyTrees.Is(token.Relation, "acl"))
        {
            return OfNoun(clause, token.Head);
        }

        return DependencyTrees.Is(token.Relation, "conj") && _clauses.TryGetValue(token.Head, out var first) ? Coordinated(clause, first) : null;
    }

    /// <summary>"forced hundreds to leave": what the object does is as real as the verb, though the tree may have it as a purpose.</summary>
    private bool IsComplementOfObject(Clause clause, int governor) =>
        IsInfinitive(clause) && _trees.First(governor, "obj") is var thing && thing > governor && thing < clause.Head
        && _words.Governor("verb", _trees.Analysis.Tokens[governor].Lemma.ToLowerInvariant()) is { Positive: null };

    /// <summary>A coordinated verb stands under the same governor as the first; a bare one shares the first one's mood as well.</summary>
    private Verdict? Coordinated(Clause clause, Clause first)
    {
        if (FirstOfCoordination(clause) is null)
        {
            return Embedded(first);
        }

        var shared = Of(first);
        return shared.Status is ClaimStatus.Asserted or ClaimStatus.Denied or ClaimStatus.NotStated ? null : shared;
    }

    /// <summary>The complement of a verb, adjective or noun: what the lexicon says of the governor, under what holds of the governor itself.</summary>
    private Verdict? UnderGovernor(Clause clause, int governor)
    {
        var word = _trees.Analysis.Tokens[governor];
        var kind = word.Upos is Upos.ADJ ? "adjective" : word.Upos is Upos.NOUN ? "noun" : "verb";
        var effect = (kind == "verb" && IsInfinitive(clause) ? _words.Governor("verb-to", word.Lemma.ToLowerInvariant()) : null)
            ?? FromEffect(clause, governor)
            ?? _words.Governor(kind, Phrasals.Lemma(_trees, governor))
            ?? _words.Governor(kind, word.Lemma.ToLowerInvariant())
            ?? OfObject(clause, governor);
        var negated = IsNegated(governor) || IsOfNothing(governor) || (_clauses.TryGetValue(governor, out var governing) && _polarity.HasNegativePhrase(governing) && !HasNegativeObject(governor));
        if (effect is null && negated && _words.Silence(word.Lemma.ToLowerInvariant()) is { Kind: "said" })
        {
            return new Verdict(ClaimStatus.Hypothetical, StatusRules.UnderSilence);
        }

        if (kind == "adjective" && IsInfinitive(clause) && _refutations.IsTooMuch(governor))
        {
            return new Verdict(ClaimStatus.Denied, StatusRules.TooFor);
        }

        // "claimed to have shot", "was found to have lied": what is over cannot be a plan.
        if (effect is null && kind == "verb" && _trees.Is(clause.Head, "xcomp") && IsInfinitive(clause) && clause.Group is not { Perfect: true })
        {
            return new Verdict(ClaimStatus.Planned, StatusRules.Purpose);
        }

        var status = effect is null ? ClaimStatus.Asserted : negated ? effect.Negative : effect.Positive;
        if (status is null or ClaimStatus.Asserted && _clauses.TryGetValue(governor, out var outer) && !IsSaying(word))
        {
            var above = Of(outer).Status;
            status = above is ClaimStatus.Asserted or ClaimStatus.NotStated || (above == ClaimStatus.Denied && negated) ? status ?? ClaimStatus.Asserted : above;
        }

        return status is ClaimStatus.Asserted or null ? null : new Verdict(status.Value, StatusRules.Under(StatusRules.Governor, negated));
    }

    /// <summary>"stopped it from leaving" is another thing than "stopped leaving".</summary>
    private Effect? FromEffect(Clause clause, int governor) =>
        _trees.Marker(clause.Head) is var from and >= 0 && _trees.Analysis.Tokens[from].Lower == "from"
            ? _words.Governor("verb-from", _trees.Analysis.Tokens[governor].Lemma.ToLowerInvariant())
            : null;

    /// <summary>"nothing to suggest that it leaks".</summary>
    private bool IsOfNothing(int verb) =>
        _trees.Is(verb, "acl") && _trees.Analysis.Tokens[verb].Head is var noun and >= 0 && _polarity.IsNegative(noun);

    /// <summary>"gave no order to leave": the noun, not the verb, says so.</summary>
    private bool HasNegativeObject(int verb) => _trees.First(verb, "obj") is var noun and >= 0 && _polarity.IsNegative(noun);

    /// <summary>"raised fears that it leaks": a plain verb whose object is the governor.</summary>
    private Effect? OfObject(Clause clause, int governor) =>
        _trees.First(governor, "obj") is var noun and >= 0 && noun < clause.Head ? NounEffect(noun) : null;

    private Effect? NounEffect(int noun) => _words.Governor("noun", _trees.Analysis.Tokens[noun].Lemma.ToLowerInvariant());

    private Effect? VerbEffect(int verb)
    {
        var lemma = _trees.Analysis.Tokens[verb].Lemma.ToLowerInvariant();
        return _trees.Analysis.Tokens[verb].Upos is Upos.VERB ? _words.Governor("verb-to", lemma) ?? _words.Governor("verb", lemma) : null;
    }

    /// <summary>A verb of saying hands its content on as its source puts it, however the saying itself is put.</summary>
    private bool IsSaying(Token word) => _words.Silence(word.Lemma.ToLowerInvariant()) is { Kind: "said" };

    private Verdict? Adverbial(Clause clause, int main)
    {
        // "called on the king to step down" and "prevented it from sailing": trees hang some complements as adverbials.
        var isInfinitive = IsInfinitive(clause);
        if ((isInfinitive || _trees.Analysis.Tokens[clause.Head].Xpos == "VBG") && MarkOf(clause.Head) is null && (FromEffect(clause, main) ?? VerbEffect(main)) is { Positive: not null })
        {
            return UnderGovernor(clause, main);
        }

        // "dismissed calls by Seoul to restart talks": the noun says what becomes of it, though the tree hangs it on the verb.
        if (isInfinitive && OfObject(clause, main) is { Positive: { } ofObject })
        {
            return new Verdict(ofObject, StatusRules.Governor);
        }

        if (isInfinitive && _refutations.IsTooMuch(main))
        {
            return new Verdict(ClaimStatus.Denied, StatusRules.TooFor);
        }

        if (isInfinitive)
        {
            return new Verdict(ClaimStatus.Planned, StatusRules.Purpose);
        }

        if (!_clauses.TryGetValue(main, out var outer))
        {
            return null;
        }

        var above = Of(outer).Status;
        if (MarkOf(clause.Head) == "time" && clause.Group is { Tense: VerbTense.Present })
        {
            return above == ClaimStatus.Planned ? new Verdict(above, StatusRules.TimeOfPlan) : null;
        }

        var isOpen = above is ClaimStatus.Planned or ClaimStatus.Possible or ClaimStatus.Hypothetical;
        return isOpen && (clause.Group is null or { Finite: false }) ? new Verdict(above, StatusRules.SharedTense) : null;
    }

    private Verdict? OfNoun(Clause clause, int noun)
    {
        var token = _trees.Analysis.Tokens[clause.Head];
        var effect = NounEffect(noun);
        var verb = _trees.Analysis.Tokens[noun].Head;
        if (effect is not null && IsContent(clause.Head) && !IsInfinitive(clause) && _refutations.IsFalse(noun, verb))
        {
            return new Verdict(ClaimStatus.Denied, StatusRules.Falsehood);
        }

        var isNegative = _polarity.IsNegative(noun) || (_trees.Has(noun, "cop") && IsNegated(noun));
        if (effect is { Negative: { } without } && isNegative && (IsInfinitive(clause) || _trees.Has(clause.Head, "mark") || IsContent(clause.Head)))
        {
            return new Verdict(without, StatusRules.Under(StatusRules.Governor, true));
        }

        if (IsInfinitive(clause) && clause.Group is { Passive: true } && clause.First > 0 && _trees.Analysis.Tokens[clause.First - 1].Lower == ",")
        {
            // "the summit, to be held in May".
            return new Verdict(ClaimStatus.Planned, StatusRules.Participle);
        }

        if (IsInfinitive(clause) && effect is null && _trees.Is(noun, "obj") && VerbEffect(verb) is { Positive: not null })
        {
            return UnderGovernor(clause, verb);
        }

        if (IsInfinitive(clause))
        {
            return effect?.Positive is { } status ? new Verdict(status, StatusRules.Governor) : new Verdict(ClaimStatus.Hypothetical, StatusRules.NounInfinitive);
        }

        if (token.Relation == "acl" && token.Xpos == "VBN" && _words.Governor("verb", token.Lemma.ToLowerInvariant()) is { Positive: ClaimStatus.Planned })
        {
            return new Verdict(ClaimStatus.Planned, StatusRules.Participle);
        }

        return IsContent(clause.Head) && effect?.Positive is { } content and not ClaimStatus.Asserted && _trees.Has(clause.Head, "mark") ? new Verdict(content, StatusRules.Governor) : null;
    }

    /// <summary>"the rumor that he fled": a clause that says what its noun is; trees call some of them relative.</summary>
    private bool IsContent(int head)
    {
        var tokens = _trees.Analysis.Tokens;
        var noun = tokens[head].Head;
        var isCase = noun >= 0 && _trees.Has(noun, "cop") && _trees.First(noun, "nsubj") is var it and >= 0 && tokens[it].Lower == "it";
        return tokens[head].Relation == "acl" || isCase || (_trees.First(head, "mark") is var mark and >= 0 && tokens[mark].Upos is Upos.SCONJ);
    }

    private bool IsInfinitive(Clause clause) =>
        clause.Group is { Infinitive: true } || (_trees.First(clause.Head, "mark") is var mark and >= 0 && _trees.Analysis.Tokens[mark].Xpos == "TO");

    private string? MarkOf(int head)
    {
        var marker = _trees.Marker(head);
        foreach (var dependent in _trees.Of(head))
        {
            if (IsAbsence(dependent, head))
            {
                return "absence";
            }

            if ((dependent == marker || _trees.Is(dependent, "mark") || (_trees.Is(dependent, "advmod") && dependent < head)) && _words.Mark(_trees.Analysis.Tokens[dependent].Lower) is { } effect)
            {
                return effect;
            }
        }

        return null;
    }

    /// <summary>"rather than closing it", "instead of closing it".</summary>
    private bool IsAbsence(int dependent, int head)
    {
        var tokens = _trees.Analysis.Tokens;
        return dependent + 1 < head && tokens[dependent + 1].Lower is "than" or "of" && _words.Mark(tokens[dependent].Lower + " " + tokens[dependent + 1].Lower) == "absence";
    }

    /// <summary>"will close if it rains": what is said of the present or the future under a condition. What happened, happened.</summary>
    private bool HasCondition(Clause clause)
    {
        if (clause.Group is not { Modal: not null } and not { Tense: VerbTense.Present })
        {
            return false;
        }

        if (_clauses.TryGetValue(_trees.Analysis.Tokens[clause.Head].Head, out var above) && _conditions.IsInverted(above))
        {
            return true;
        }

        foreach (var dependent in _trees.Of(clause.Head))
        {
            if (_trees.Is(dependent, "advcl") && (MarkOf(dependent) == "condition" || (_clauses.TryGetValue(dependent, out var beside) && (_conditions.IsInverted(beside) || _conditions.HasPhrase(beside)))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Maybe he is going to resign": the tree has the adverb on "going".</summary>
    private bool IsHedgedAbove(int head) =>
        _trees.Is(head, "xcomp") && _trees.Analysis.Tokens[head].Head is var above && _trees.Analysis.Tokens[above].Lower == "going" && HasHedge(above);

    private bool HasHedge(int head)
    {
        foreach (var dependent in _trees.Of(head))
        {
            if (_trees.Is(dependent, "advmod") && _words.Adverb(_trees.Analysis.Tokens[dependent].Lower) == "hedge")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A clause of its own that a question mark ends.</summary>
    private bool IsAsked(Clause clause)
    {
        var relation = _trees.Analysis.Tokens[clause.Head].Relation;
        if (relation is not ("root" or "ccomp" or "parataxis" or "conj"))
        {
            return false;
        }

        var tokens = _trees.Analysis.Tokens;
        return (clause.End < tokens.Length && tokens[clause.End].Lower == "?") || tokens[clause.End - 1].Lower == "?";
    }

    /// <summary>The first verb of a coordination, where this one is bare and so shares its auxiliaries: "will come and see".</summary>
    private Clause? FirstOfCoordination(Clause clause)
    {
        var token = _trees.Analysis.Tokens[clause.Head];
        return _trees.Is(clause.Head, "conj") && _clauses.TryGetValue(token.Head, out var first) && (clause.Group is null or { Finite: false, Infinitive: false } || token.Xpos is "VB")
            ? first
            : null;
    }

    private bool IsJoinedByOr(int head) => _trees.First(head, "cc") is var joint and >= 0 && _trees.Analysis.Tokens[joint].Lower is "or" or "nor";
}
