namespace OnRecord.Lab.Claims;

/// <summary>Where the states of claims lie on the scale of readers who rated, from −3 to 3, how certain it is that something happened.</summary>
internal static class StateScale
{
    /// <summary>The mean rating of each state's predicates in the train part of UDS-IH2 (<c>score-claims --part train</c> prints it).</summary>
    private static readonly Dictionary<(ClaimStatus Status, bool Negated), double> Means = new()
    {
        [(ClaimStatus.Asserted, false)] = 2.23,
        [(ClaimStatus.Asserted, true)] = 0.13,
        [(ClaimStatus.Possible, false)] = -0.44,
        [(ClaimStatus.Possible, true)] = -0.65,
        [(ClaimStatus.Planned, false)] = -1.14,
        [(ClaimStatus.Planned, true)] = -1.36,
        [(ClaimStatus.Denied, false)] = -0.03,
        [(ClaimStatus.Denied, true)] = -0.03,
        [(ClaimStatus.Hypothetical, false)] = -0.98,
        [(ClaimStatus.Hypothetical, true)] = -1.08,
        [(ClaimStatus.NotStated, false)] = 0,
        [(ClaimStatus.NotStated, true)] = 0,
    };

    /// <summary>The place of a state.</summary>
    public static double Of(ClaimStatus status, bool negated) => Means[(status, negated)];
}
