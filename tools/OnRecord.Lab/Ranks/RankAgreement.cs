namespace OnRecord.Lab.Ranks;

/// <summary>How far two passes of labels agree.</summary>
/// <param name="Equal">Share of equal labels.</param>
/// <param name="Near">Share of labels that are at most one apart.</param>
/// <param name="Kappa">Cohen's kappa with quadratic weights (Cohen 1968).</param>
internal sealed record RankAgreement(double Equal, double Near, double Kappa)
{
    public static RankAgreement Of(IReadOnlyCollection<RankLabel> labels)
    {
        var observed = labels.Average(label => Square(label.First - label.Second));
        var chance = labels.Average(first => labels.Average(second => Square(first.First - second.Second)));
        return new RankAgreement(Share(labels, 0), Share(labels, 1), 1 - (observed / chance));
    }

    public override string ToString() => FormattableString.Invariant($"equal {Equal:F3}, at most one apart {Near:F3}, quadratic kappa {Kappa:F3}");

    private static double Share(IReadOnlyCollection<RankLabel> labels, int apart) => (double)labels.Count(label => Math.Abs(label.First - label.Second) <= apart) / labels.Count;

    private static double Square(double difference) => difference * difference;
}
