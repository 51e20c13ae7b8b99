using System.Collections.Immutable;
using OnRecord.Claims.Certainty;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims;

/// <summary>A clause of the text with its status by FactBank's factuality: negation and denial are one. What the claims are made from, and what the corpora of status and certainty are compared with.</summary>
/// <param name="Predicate">Its predicate.</param>
/// <param name="Status">How it is presented.</param>
/// <param name="Rule">Name of the rule that gave the status.</param>
/// <param name="Certainty">How sure a reader is; null where it is not stated.</param>
/// <param name="Presented">How a claim of it is presented, with negation apart.</param>
/// <param name="Negated">Whether it says itself that something is not so.</param>
internal sealed record ClauseStatus(TextSpan Predicate, ClaimStatus Status, string Rule, decimal? Certainty, ClaimStatus Presented, bool Negated);

/// <summary>The clauses of a text, on whose word they stand, and how they are presented.</summary>
internal sealed class ClauseReading
{
    private readonly ClaimWords _words;
    private readonly ImmutableArray<Attribution> _attributions;
    private readonly CertaintyFeatures _features;
    private readonly CertaintyModel _model;
    private readonly Dictionary<int, decimal?> _certainties = [];

    public ClauseReading(Analysis analysis, ImmutableArray<Attribution> attributions, ClaimWords words, CertaintyModel model)
    {
        (_words, _attributions, _model) = (words, attributions, model);
        Trees = analysis.Syntax.Trees;
        Clauses = new ClauseFinder(Trees, analysis.Syntax.VerbGroups, words).Find();
        ByHead = Clauses.ToDictionary(clause => clause.Head);
        Voices = new Voices(analysis, attributions);
        Statuses = new StatusReader(Trees, Clauses, words, IsReported);
        _features = new CertaintyFeatures(Trees, Clauses, Statuses);
    }

    public DependencyTrees Trees { get; }

    /// <summary>All clauses, in the order of their predicates.</summary>
    public List<Clause> Clauses { get; }

    /// <summary>The clauses by their predicates.</summary>
    public IReadOnlyDictionary<int, Clause> ByHead { get; }

    public Voices Voices { get; }

    public StatusReader Statuses { get; }

    /// <summary>Whether a token stands in the content of an attribution.</summary>
    public bool IsReported(int token) => Voices.Of(token).Length > 0;

    /// <summary>What remains where a clause of silence covers others.</summary>
    public List<Clause> Spoken()
    {
        var silent = Clauses.Where(clause => Statuses.Of(clause).Status == ClaimStatus.NotStated).ToList();
        var spoken = new List<Clause>();
        var (at, silentEnd) = (0, 0);
        foreach (var clause in Clauses)
        {
            while (at < silent.Count && silent[at].Head < clause.Head)
            {
                silentEnd = Math.Max(silentEnd, silent[at++].End);
            }

            if (clause.Head >= silentEnd)
            {
                spoken.Add(clause);
            }
        }

        return spoken;
    }

    /// <summary>Whether a clause is a cue whose content makes claims of its own, headed by one of these heads (in ascending order).</summary>
    public bool IsCue(Clause clause, List<int> heads) =>
        Statuses.Of(clause).Status != ClaimStatus.NotStated && Voices.IsCueWithClaims(clause.Head, heads);

    /// <summary>The clause's status; a plain one that stands at the head of what somebody believes is possible, and what rules leave open is as readers would take it.</summary>
    public Verdict Presented(Clause clause)
    {
        var verdict = Statuses.Of(clause);
        if (verdict == Verdict.Plain && Voices.HeadOfContent(clause) is { } voice && _words.Governor("verb", _attributions[voice].Cue.Lemma)?.Positive is ClaimStatus.Possible)
        {
            verdict = new Verdict(ClaimStatus.Possible, StatusRules.CueOfBelief);
        }

        return verdict.AsReadersTakeIt(CertaintyOf(clause), clause.Group, HasSubject(clause.Head));
    }

    private bool HasSubject(int head) => Trees.First(head, "nsubj") is var subject and >= 0 && Trees.Analysis.Tokens[subject].Lower is not ("you" or "i" or "we");

    /// <summary>How sure a reader is that a clause happened or is so; null where the text says that it was not said.</summary>
    public decimal? CertaintyOf(Clause clause)
    {
        if (!_certainties.TryGetValue(clause.Head, out var certainty))
        {
            var verdict = Statuses.Of(clause);
            certainty = verdict.Status == ClaimStatus.NotStated ? null : _model.Of(_features, clause, verdict);
            _certainties.Add(clause.Head, certainty);
        }

        return certainty;
    }
}
