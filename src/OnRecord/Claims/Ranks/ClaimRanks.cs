using System.Collections.Immutable;
using OnRecord.Data;

namespace OnRecord.Claims.Ranks;

/// <summary>How much a checker would want a claim first: a sum of weights, one for each reason, learned from claims that were labelled by reading (<c>corpus/ranks</c>).</summary>
internal sealed class ClaimRanks(RankWeights weights)
{
    /// <summary>What cannot be read alone comes last; no fragment was labelled.</summary>
    private const decimal Fragment = -0.35m;

    /// <exception cref="DataFileException">The weights are missing or damaged.</exception>
    public static ClaimRanks Open(DataFolder data) => new(RankWeights.Read(RankWeights.Name, data.Model(RankWeights.Name)));

    /// <summary>Rank and reasons of a claim.</summary>
    public (decimal Rank, ImmutableArray<RankReason> Reasons) Of(ClaimLevel level, ClaimStatus status, ClaimFacts facts)
    {
        ImmutableArray<RankReason> reasons = [.. Reasons(status, facts)];
        return (Math.Clamp(weights.Sum(reasons) + (level == ClaimLevel.Fragment ? Fragment : 0), 0, 1), reasons);
    }

    private static IEnumerable<RankReason> Reasons(ClaimStatus status, ClaimFacts facts)
    {
        (bool Holds, RankReason Reason)[] all =
        [
            (facts.HasTellingFigure, RankReason.Figure),
            (facts.HasTime, RankReason.Time),
            (facts.Source is SourceKind.Named or SourceKind.Outlet or SourceKind.Document, RankReason.NamedSource),
            (facts.Source is SourceKind.Unnamed or SourceKind.Collective, RankReason.UnnamedSource),
            (facts.NamesObject, RankReason.NamedObject),
            (facts.IsInHeadline, RankReason.Headline),
            (facts.IsInOpening, RankReason.Opening),
            (status == ClaimStatus.Asserted && facts.IsPast, RankReason.Past),
            (facts.IsDeed, RankReason.Deed),
            (facts.IsQuotation, RankReason.Quotation),
            (facts.HasFirstPerson, RankReason.FirstPerson),
            (facts.IsGoverned, RankReason.Governed),
            (facts.IsShort, RankReason.Short),
        ];
        return all.Where(one => one.Holds).Select(one => one.Reason);
    }
}
