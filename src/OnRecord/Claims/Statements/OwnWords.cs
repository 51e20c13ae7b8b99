using System.Collections.Immutable;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims.Statements;

/// <summary>
/// The words of a clause that its statement takes, as runs of tokens: what depends on its predicate, without what makes a claim of its own beside it (clauses of
/// time and reason, coordinated clauses, clauses that only add), without asides, and without what stands outside of the quotation or report that holds it.
/// </summary>
internal sealed class OwnWords
{
    /// <summary>Most words of a heading in a line, with its colon.</summary>
    private const int LongestHeading = 10;

    private readonly DependencyTrees _trees;
    private readonly ImmutableArray<Token> _tokens;
    private readonly IReadOnlyDictionary<int, Clause> _clauses;
    private readonly StatusReader _statuses;
    private readonly ClausePlanner _planner;
    private readonly ClaimWords _words;
    private readonly NounPhrases _phrases;

    public OwnWords(ClauseReading reading, ClausePlanner planner, ClaimWords words, NounPhrases phrases)
    {
        (_trees, _tokens, _clauses, _statuses) = (reading.Trees, reading.Trees.Analysis.Tokens, reading.ByHead, reading.Statuses);
        (_planner, _words, _phrases) = (planner, words, phrases);
    }

    /// <summary>The runs of a plan's own words, in the order of the text; never empty.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="isInside">Whether a token stands inside the report that holds the clause.</param>
    public ImmutableArray<TokenRange> Of(ClausePlan plan, Func<int, bool> isInside)
    {
        if (_statuses.Of(plan.Inner).Status == ClaimStatus.NotStated && plan.LeftOut.IsEmpty)
        {
            // What is not stated is told to its end: "or where it took place".
            return [new TokenRange(plan.Clause.First, plan.Clause.End)];
        }

        var spine = Spine(plan);
        var own = new SortedSet<int>();
        // "If the dam breaks, the mayor said, the town will flood": what limits a report belongs to it, on whichever side of the cue it stands.
        var pending = new Stack<(int Token, bool Limits)>();
        pending.Push((plan.Clause.Head, false));
        if (_statuses.ConditionOverCue(plan.Clause) is var condition and >= 0)
        {
            pending.Push((condition, true));
        }

        while (pending.TryPop(out var one))
        {
            if (one.Limits || spine.Contains(one.Token) || isInside(one.Token))
            {
                own.Add(one.Token);
            }

            foreach (var dependent in _trees.Of(one.Token))
            {
                if (_tokens[dependent].Upos is not Upos.PUNCT && !plan.LeftOut.Contains(dependent) && IsOwn(dependent, one.Token, plan, spine))
                {
                    pending.Push((dependent, one.Limits || IsCondition(dependent)));
                }
            }
        }

        DropMark(own, plan);
        DropOpening(own, plan);
        DropTail(own, plan);
        return Runs(own, plan);
    }

    private bool IsCondition(int token) => _trees.Is(token, "advcl") && _clauses.TryGetValue(token, out var clause) && _statuses.Of(clause).Rule == StatusRules.Condition;

    private bool IsOwn(int dependent, int token, ClausePlan plan, HashSet<int> spine)
    {
        var relation = _tokens[dependent].Relation;
        if (relation == "acl:relcl" && _phrases.IsBehindComma(dependent) && IsRow(dependent))
        {
            return false;
        }

        if (!spine.Contains(token))
        {
            // "wrote a memo criticizing him and sent it": what the tree hangs too low.
            return !(DependencyTrees.Is(relation, "conj") && _clauses.TryGetValue(dependent, out var low) && _planner.PlanOf(low) is { Use: ClauseUse.Row, Beside: >= 0 } row && spine.Contains(row.Beside));
        }

        if (relation is "discourse" or "vocative" or "mark" || DependencyTrees.Is(relation, "cc"))
        {
            // Marks inside a chain of complements are part of it: "is unlikely that", "agreed to".
            return (relation == "mark" && (token != plan.Clause.Head || _tokens[dependent].Xpos == "TO" || _trees.Has(dependent, "fixed") && _tokens[dependent + 1].Xpos == "TO")) || (DependencyTrees.Is(relation, "cc") && (dependent > token || _tokens[dependent].Lower == "neither"));
        }

        if (DependencyTrees.Is(relation, "parataxis"))
        {
            return false;
        }

        if (DependencyTrees.Is(relation, "conj"))
        {
            return !_clauses.TryGetValue(dependent, out var beside) || SharesObject(token, dependent)
                || (_planner.UseOf(beside) is ClauseUse.Part or ClauseUse.Fragment && !_planner.IsMisattached(beside));
        }

        return !DependencyTrees.Is(relation, "advcl") || !_clauses.TryGetValue(dependent, out var clause) || IsKept(clause, plan);
    }

    /// <summary>The predicates of the claim: its innermost and what governs it.</summary>
    private HashSet<int> Spine(ClausePlan plan)
    {
        var spine = new HashSet<int>();
        for (var at = plan.Inner.Head; at >= 0; at = _tokens[at].Head)
        {
            spine.Add(at);
            if (at == plan.Clause.Head)
            {
                break;
            }
        }

        return spine;
    }

    /// <summary>An adverbial clause that stays: without a subject it is a part of this one; a condition limits it; what is measured from it would be cut ("a day after …").</summary>
    private bool IsKept(Clause clause, ClausePlan plan)
    {
        if (_planner.UseOf(clause) is ClauseUse.Part or ClauseUse.Complement || _planner.IsIndirectQuestion(clause) || _planner.SaysOnlyWhen(clause) || Limits(clause, plan) || _statuses.Of(clause).Rule is StatusRules.Condition or StatusRules.Without)
        {
            return true;
        }

        var first = _trees.Leftmost(clause.Head);
        var isCompared = _trees.Marker(clause.Head) is var mark and >= 0 && _tokens[mark].Lower == "than";
        var isMeasured = first > 0 && _tokens[first - 1].Upos is Upos.NOUN && _words.IsMeasure(_tokens[first - 1].Lemma.ToLowerInvariant());
        return isCompared || isMeasured || IsEmptyWithout(plan.Clause, clause);
    }

    /// <summary>"The party has not won the town since it lost the mayor": without the clause more would be denied than is.</summary>
    private bool Limits(Clause clause, ClausePlan plan) =>
        _statuses.IsNegative(plan.Inner) && clause.Head > plan.Inner.Head && _trees.Marker(clause.Head) is var mark and >= 0 && _tokens[mark].Lower is "since" or "until" && _tokens[mark - 1].Lower != ",";

    /// <summary>"The crash comes as …": a verb that says nothing alone.</summary>
    private bool IsEmptyWithout(Clause clause, Clause beside)
    {
        if (!_words.IsLight(_tokens[clause.Head].Lemma.ToLowerInvariant()) || beside.Head < clause.Head)
        {
            return false;
        }

        foreach (var dependent in _trees.Of(clause.Head))
        {
            if (dependent > clause.Head && (_trees.Is(dependent, "obj") || _trees.Is(dependent, "obl") || _trees.Is(dependent, "xcomp") || _trees.Is(dependent, "ccomp")))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"develops and sells the tests": the first verb's object stands behind the second.</summary>
    private bool SharesObject(int verb, int conjunct) => Sharing(_trees, verb) == conjunct;

    /// <summary>The verb coordinated with one whose object is its object, too; −1 where there is none.</summary>
    public static int Sharing(DependencyTrees trees, int verb)
    {
        var conjunct = trees.First(verb, "conj");
        return conjunct > verb && conjunct - verb <= 2 && trees.First(verb, "obj") < 0 && trees.First(verb, "ccomp") < 0 && trees.First(verb, "xcomp") < 0 && trees.First(conjunct, "obj") >= 0
            && trees.First(conjunct, "nsubj") < 0 ? conjunct : -1;
    }

    private bool IsRow(int head) => _clauses.TryGetValue(head, out var clause) && _planner.PlanOf(clause) is { Use: ClauseUse.Row };

    /// <summary>
    /// "[a week before] the president met", "[when] the dam broke", "[even though] it rained": the conjunction is not said by the clause, nor is what measures from it.
    /// One behind words of the clause stays: "the truth is that".
    /// </summary>
    private void DropMark(SortedSet<int> own, ClausePlan plan)
    {
        var head = plan.Clause.Head;
        var mark = Mark(head, plan);
        if (mark < 0)
        {
            return;
        }

        if (own.Any(token => token < mark && (_tokens[token].Lower is "not" or "only" || _trees.Is(token, "nsubj") || _trees.Is(token, "cop") || _tokens[token].Upos is Upos.VERB or Upos.AUX)))
        {
            own.Add(mark);
        }
        else
        {
            own.RemoveWhere(token => token <= mark && token < head);
        }
    }

    /// <summary>The conjunction of a clause, or the "when" or "where" that opens one of time or place; −1 where there is none.</summary>
    private int Mark(int head, ClausePlan plan)
    {
        var isBeside = DependencyTrees.Is(_tokens[head].Relation, "advcl");
        foreach (var dependent in _trees.Of(head))
        {
            if (dependent >= head)
            {
                return -1;
            }

            var isAdverb = isBeside && _tokens[dependent].Xpos == "WRB" && _tokens[dependent].Lower is "when" or "where" or "while";
            if ((_trees.Is(dependent, "mark") && _tokens[dependent].Xpos != "TO" && !_trees.Has(dependent, "fixed") && !plan.LeftOut.Contains(dependent)) || isAdverb)
            {
                return dependent;
            }
        }

        return -1;
    }

    /// <summary>"However, the court ruled": a word that only joins the sentence to the one before.</summary>
    private void DropOpening(SortedSet<int> own, ClausePlan plan)
    {
        DropHeading(own, plan);
        while (own.Count > 1 && own.Min is var first && first < plan.Clause.Head && _tokens[first].Head == plan.Clause.Head && _words.IsConnective(_tokens[first].Lower))
        {
            own.Remove(first);
        }

        // ", so the vote was put off": trees hang "so" on the word behind it.
        if (own.Count > 1 && own.Min is var opening && _tokens[opening].Lower == "so" && _tokens[opening].Upos is Upos.ADV && opening > 0 && _tokens[opening - 1].Lower == ",")
        {
            own.Remove(opening);
        }
    }

    /// <summary>"[Dyes and finishes:] some of them cause a rash": a heading that stands in the line.</summary>
    private void DropHeading(SortedSet<int> own, ClausePlan plan)
    {
        var (first, sentence) = (own.Min, _trees.Analysis.Sentences[_tokens[plan.Clause.Head].Sentence]);
        var end = Math.Min(plan.Clause.Head, Math.Min(sentence.EndToken, first + LongestHeading));
        for (var token = first; first == sentence.FirstToken && token < end && _tokens[token].Upos is not (Upos.VERB or Upos.AUX); token++)
        {
            if (_tokens[token].Lower == ":" && plan.Subject > token)
            {
                own.RemoveWhere(one => one < token);
                return;
            }
        }
    }

    /// <summary>"was dropped, [in part] because …", "[even] before …": what only goes with a clause that is left out.</summary>
    private void DropTail(SortedSet<int> own, ClausePlan plan)
    {
        while (own.Count > 1 && own.Max is var last && last > plan.Inner.Head && last + 1 < _tokens.Length && _tokens[last + 1].Upos is Upos.SCONJ && _words.IsFocus(_tokens[last].Lower))
        {
            own.Remove(last);
            while (own.Max is var before && before == last - 1 && before > plan.Inner.Head && (_tokens[before].Head == last || _tokens[before].Lower == "in"))
            {
                own.Remove(before);
                last = before;
            }
        }
    }

    /// <summary>Runs of neighbours; marks between two words of the clause belong to it.</summary>
    private ImmutableArray<TokenRange> Runs(SortedSet<int> own, ClausePlan plan)
    {
        var sentence = _trees.Analysis.Sentences[_tokens[plan.Clause.Head].Sentence];
        var runs = ImmutableArray.CreateBuilder<TokenRange>();
        var (first, last) = (-1, -1);
        foreach (var token in own)
        {
            if (last >= 0 && !AreMarks(last + 1, token))
            {
                runs.Add(Complete(first, last + 1, sentence));
                first = -1;
            }

            (first, last) = (first < 0 ? token : first, token);
        }

        runs.Add(Complete(first, last + 1, sentence));
        return runs.ToImmutable();
    }

    private TokenRange Complete(int first, int end, Sentence sentence)
    {
        var (from, to) = MarkPairs.Complete(_tokens, first, end, sentence);
        return new TokenRange(from, to);
    }

    private bool AreMarks(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_tokens[i].Upos is not Upos.PUNCT)
            {
                return false;
            }
        }

        return true;
    }
}
