using System.Collections.Immutable;
using OnRecord.Data;

namespace OnRecord.Claims;

/// <summary>Finds what is claimed, and how the source presents it.</summary>
public sealed class ClaimFinder
{
    /// <summary>Opens the lexicons of claims.</summary>
    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public ClaimFinder(DataFolder data)
    {
        _ = data;
    }

    /// <summary>The claims in a text.</summary>
    public Findings<Claim> Find(
        Analysis analysis,
        ImmutableArray<Attribution> attributions,
        ImmutableArray<TimeExpression> times,
        ImmutableArray<Quantity> quantities) => Findings<Claim>.None;
}
