using OnRecord.Claims.Statements;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims;

/// <summary>
/// Tells apart what a verdict has in one: whether the clause says itself that something is not so ("did not", "failed to"), and how the one on whose word it stands
/// presents it. <see cref="ClaimStatus.Denied"/> is left for what somebody says is not so of what another has said or might.
/// </summary>
internal sealed class Presentation(ClauseReading reading, ClaimWords words, Complements complements)
{
    private readonly DependencyTrees _trees = reading.Trees;
    private readonly StatusReader _statuses = reading.Statuses;

    /// <summary>Status and negation of a claim.</summary>
    /// <param name="outer">The clause of its governor, or its own.</param>
    /// <param name="inner">Its own clause.</param>
    /// <param name="verdict">The verdict on <paramref name="inner"/>.</param>
    public (ClaimStatus Status, bool Negated) Of(Clause outer, Clause inner, Verdict verdict)
    {
        var isNegative = _statuses.IsNegative(inner) || verdict.Rule == StatusRules.Without;
        if (verdict.Status != ClaimStatus.Denied)
        {
            var above = outer != inner && verdict.Status != ClaimStatus.Asserted && _statuses.IsNegative(outer);
            return (verdict.Status, isNegative || above);
        }

        if (isNegative && IsDeniedBySomebody(inner))
        {
            // "denied that the gates were not safe".
            return (ClaimStatus.Denied, true);
        }

        return verdict.Rule switch
        {
            StatusRules.Falsehood => (ClaimStatus.Denied, isNegative),
            StatusRules.Governor or StatusRules.Governor + StatusRules.Negated => Governed(outer, inner, isNegative),
            StatusRules.Future + StatusRules.Negated => (ClaimStatus.Planned, true),
            StatusRules.Conditional + StatusRules.Negated => (reading.IsReported(inner.Head) ? ClaimStatus.Planned : ClaimStatus.Hypothetical, true),
            _ => (ClaimStatus.Asserted, true),
        };
    }

    /// <summary>"failed to stop" says itself that nothing stopped; "denied that it stopped" and "it is not true that it stopped" say so of what another has said.</summary>
    private (ClaimStatus Status, bool Negated) Governed(Clause outer, Clause inner, bool isNegative)
    {
        var governor = _trees.Analysis.Tokens[inner.Head].Head;
        if (governor < 0 || !complements.IsComplement(inner) || complements.HasSubject(inner.Head) || words.Denies(Phrasal(governor)))
        {
            return (ClaimStatus.Denied, isNegative);
        }

        var token = _trees.Analysis.Tokens[governor];
        var lemma = token.Lemma.ToLowerInvariant();
        var positive = (token.Upos is Upos.ADJ ? words.Governor("adjective", lemma) : words.OverInfinitive(lemma))?.Positive;
        return (positive is null or ClaimStatus.Denied || !_statuses.IsNegative(outer) ? ClaimStatus.Asserted : positive.Value, true);
    }

    private bool IsDeniedBySomebody(Clause inner)
    {
        var token = _trees.Analysis.Tokens[inner.Head];
        return token.Head >= 0 && DependencyTrees.Is(token.Relation, "ccomp") && words.Denies(Phrasal(token.Head)) && !_statuses.IsNegated(token.Head);
    }

    private string Phrasal(int verb) => Phrasals.Lemma(_trees, verb);
}
