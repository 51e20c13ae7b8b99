using OnRecord.Language.Syntax;

namespace OnRecord.Claims;

/// <summary>
/// Tells how a clause is presented: by its own modal, negation, adverbs and conjunction first, and where these say nothing by what it
/// is embedded under (FactBank, Saurí and Pustejovsky 2009; implicative and factive governors, Karttunen 1971).
/// </summary>
internal sealed partial class StatusReader
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
        || NegatedFirst(clause) is not null;

    /// <summary>
    /// The first verb of a coordination by "or" or "nor" whose negation the clause shares: "has never run for office [or raised money]", whatever tense the second verb's
    /// form may have; null where it shares none.
    /// </summary>
    public Clause? NegatedFirst(Clause clause)
    {
        if (!_trees.Is(clause.Head, "conj") || _trees.Has(clause.Head, "nsubj") || clause.Group is { Modal: not null } || !IsJoinedByOr(clause.Head))
        {
            return null;
        }

        return _clauses.TryGetValue(_trees.Analysis.Tokens[clause.Head].Head, out var first) && (_polarity.IsNegated(first) || NegatedFirst(first) is not null) ? first : null;
    }

    private Verdict? Own(Clause clause)
    {
        if (_silence.Read(clause) is { } silence)
        {
            return new Verdict(ClaimStatus.NotStated, silence);
        }

        var mark = MarkOf(clause.Head);
        if (mark == "condition" || _conditions.IsInverted(clause) || _conditions.HasPhrase(clause) || _conditions.IsOfWhoever(clause) || IsInCondition(clause))
        {
            return new Verdict(ClaimStatus.Hypothetical, StatusRules.Condition);
        }

        if (mark == "absence")
        {
            return new Verdict(ClaimStatus.Denied, StatusRules.Without);
        }

        if (IsAsked(clause))
        {
            return new Verdict(Presupposes(clause) ? ClaimStatus.Asserted : ClaimStatus.Hypothetical, StatusRules.Question);
        }

        if (_trees.Analysis.Tokens[clause.Head].Features.Contains("Mood=Imp", StringComparison.Ordinal) && !_trees.Has(clause.Head, "nsubj"))
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
        if (AimOf(clause) is { } aim)
        {
            return new Verdict(aim, StatusRules.Governor);
        }

        var first = FirstOfCoordination(clause);
        var negated = _polarity.IsNegated(clause) || NegatedFirst(clause) is not null;
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

            if (status == ClaimStatus.Planned && (HasHedge(clause.Head) || IsHedgedAbove(clause.Head) || _trees.Is(clause.Head, "ccomp") && IsOfFew(_trees.Analysis.Tokens[clause.Head].Head)))
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

        if ((_clauses.TryGetValue(_trees.Analysis.Tokens[clause.Head].Head, out var above) && _conditions.IsInverted(above)) || ConditionOverCue(clause) >= 0)
        {
            return true;
        }

        if (_conditions.BindsWhoever(clause))
        {
            return true;
        }

        foreach (var dependent in _trees.Of(clause.Head))
        {
            if (_trees.Is(dependent, "advcl") && ((MarkOf(dependent) == "condition" && !IsLikened(dependent) && !IsConceded(dependent, clause)) || (_clauses.TryGetValue(dependent, out var beside) && (_conditions.IsInverted(beside) || _conditions.HasPhrase(beside)))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"If it rains, the mayor said, the road will close": the condition of what is said, which the tree hangs on the verb of saying; −1 where there is none.</summary>
    public int ConditionOverCue(Clause clause)
    {
        var cue = _trees.Analysis.Tokens[clause.Head].Head;
        if (!_trees.Is(clause.Head, "ccomp") || cue > clause.Head || _trees.Has(clause.Head, "mark") || !IsSaying(_trees.Analysis.Tokens[cue]))
        {
            return -1;
        }

        var first = _trees.First(cue, "advcl");
        return first >= 0 && first < _trees.First(cue, "nsubj") && MarkOf(first) == "condition" && _trees.Has(first, "nsubj") ? first : -1;
    }

    /// <summary>"acts as if it were safe": no condition of what is done so.</summary>
    private bool IsLikened(int clause) => _trees.Marker(clause) is var mark and > 0 && _trees.Analysis.Tokens[mark].Lower == "as";

    /// <summary>"Whether it rains or not, the ferry leaves", "even if it rains, the town is dry": it is so either way.</summary>
    private bool IsConceded(int condition, Clause clause) =>
        _trees.Marker(condition) is var mark and >= 0 && (_trees.Analysis.Tokens[mark].Lower == "whether" || (mark > 0 && _trees.Analysis.Tokens[mark - 1].Lower == "even" && clause.Group is { Modal: null }));

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
        if (relation is not ("root" or "ccomp" or "parataxis" or "conj") && !HasQuestionOrder(clause.Head))
        {
            return false;
        }

        var tokens = _trees.Analysis.Tokens;
        return (clause.End < tokens.Length && tokens[clause.End].Lower == "?") || tokens[clause.End - 1].Lower == "?";
    }

    /// <summary>"Why did the dam fail?", "Who opened the gate?": what is asked is who, when or why, and not whether.</summary>
    private bool Presupposes(Clause clause)
    {
        // "did the dam fail": the subject parts the verb from its auxiliary.
        var auxiliary = _trees.First(clause.Head, "aux");
        if (clause.Group is { Modal: not null } || (auxiliary >= 0 ? _trees.Analysis.Tokens[auxiliary].Xpos == "MD" : clause.Group is not { Finite: true }))
        {
            return false;
        }

        foreach (var dependent in _trees.Of(clause.Head))
        {
            if (dependent < clause.Head && _trees.Analysis.Tokens[dependent].Xpos is "WRB" or "WP")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"did this person come": the auxiliary before the subject.</summary>
    private bool HasQuestionOrder(int head) => _trees.First(head, "nsubj") is var subject and >= 0 && _trees.First(head, "aux") is var auxiliary and >= 0 && auxiliary < subject;

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
