using System.Collections.Immutable;
using OnRecord.Language.Syntax;

namespace OnRecord.Claims;

/// <summary>How much a checker would want a claim first: a sum of weights, each with its reason.</summary>
internal static class ClaimRanks
{
    /// <summary>Claims in the first part of a document open it.</summary>
    private const double Opening = 0.15;

    private const decimal Detail = -0.15m;
    private const decimal Fragment = -0.35m;
    private const decimal Start = 0.3m;

    private static readonly ImmutableDictionary<RankReason, decimal> Weights = new Dictionary<RankReason, decimal>
    {
        [RankReason.Figure] = 0.14m,
        [RankReason.Time] = 0.08m,
        [RankReason.NamedSource] = 0.12m,
        [RankReason.UnnamedSource] = 0.05m,
        [RankReason.NamedActor] = 0.1m,
        [RankReason.Headline] = 0.12m,
        [RankReason.Opening] = 0.08m,
        [RankReason.Past] = 0.06m,
        [RankReason.Casualties] = 0.12m,
        [RankReason.NotSo] = 0.04m,
    }.ToImmutableDictionary();

    /// <summary>Rank and reasons of a claim.</summary>
    public static (decimal Rank, ImmutableArray<RankReason> Reasons) Of(ClaimLevel level, ClaimStatus status, bool negated, VerbGroup? group, ClaimFacts facts)
    {
        ImmutableArray<RankReason> reasons = [.. Reasons(status, negated, group, facts).Order()];
        var rank = Start + reasons.Sum(reason => Weights[reason]) + (level == ClaimLevel.Detail ? Detail : 0) + (level == ClaimLevel.Fragment ? Fragment : 0);
        return (Math.Clamp(rank, 0, 1), reasons);
    }

    private static IEnumerable<RankReason> Reasons(ClaimStatus status, bool negated, VerbGroup? group, ClaimFacts facts)
    {
        (bool Holds, RankReason Reason)[] all =
        [
            (facts.HasFigure, RankReason.Figure),
            (facts.HasTime, RankReason.Time),
            (facts.Source is SourceKind.Named or SourceKind.Outlet or SourceKind.Document, RankReason.NamedSource),
            (facts.Source is SourceKind.Unnamed or SourceKind.Collective, RankReason.UnnamedSource),
            (facts.NamesSomebody, RankReason.NamedActor),
            (facts.IsInHeadline, RankReason.Headline),
            (facts.Place < Opening, RankReason.Opening),
            (status == ClaimStatus.Asserted && group is { Copular: false } && (group.Tense == VerbTense.Past || group.Perfect), RankReason.Past),
            (facts.HasCasualties, RankReason.Casualties),
            (negated || status is ClaimStatus.Denied or ClaimStatus.NotStated, RankReason.NotSo),
        ];
        return all.Where(one => one.Holds).Select(one => one.Reason);
    }
}
