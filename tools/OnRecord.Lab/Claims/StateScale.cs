namespace OnRecord.Lab.Claims;

/// <summary>Where the states of claims lie on the scale of readers who rated, from −3 to 3, how certain it is that something happened.</summary>
internal static class StateScale
{
    /// <summary>The mean rating of each state's predicates in the train part of UDS-IH2 (<c>score-claims --part train</c> prints it).</summary>
    private static readonly Dictionary<(ClaimStatus Status, bool Negated), double> Means = new()
    {
        [(ClaimStatus.Asserted, false)] = 2.06,
        [(ClaimStatus.Asserted, true)] = 0.15,
        [(ClaimStatus.Possible, false)] = -0.43,
        [(ClaimStatus.Possible, true)] = -0.65,
        [(ClaimStatus.Planned, false)] = -1.06,
        [(ClaimStatus.Planned, true)] = -1.44,
        [(ClaimStatus.Denied, false)] = 0.11,
        [(ClaimStatus.Denied, true)] = 0.11,
        [(ClaimStatus.Hypothetical, false)] = -0.89,
        [(ClaimStatus.Hypothetical, true)] = -1.10,
        [(ClaimStatus.NotStated, false)] = 0,
        [(ClaimStatus.NotStated, true)] = 0,
    };

    /// <summary>The place of a state.</summary>
    public static double Of(ClaimStatus status, bool negated) => Means[(status, negated)];
}
