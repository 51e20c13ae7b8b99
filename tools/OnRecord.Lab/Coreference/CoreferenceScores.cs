namespace OnRecord.Lab.Coreference;

/// <summary>
/// The measures of coreference whose mean is the CoNLL score, summed over documents: MUC (Vilain et al., 1995), B-cubed (Bagga and Baldwin, 1998) and CEAF with
/// the similarity φ4 (Luo, 2005), each as the reference scorer defines it (Pradhan et al., 2014): a mention that one side lacks is no part of any of its clusters.
/// </summary>
internal readonly record struct CoreferenceScores(Ratio MucRecall, Ratio MucPrecision, Ratio CubedRecall, Ratio CubedPrecision, Ratio CeafRecall, Ratio CeafPrecision)
{
    public double Muc => F1(MucPrecision, MucRecall);

    public double Cubed => F1(CubedPrecision, CubedRecall);

    public double Ceaf => F1(CeafPrecision, CeafRecall);

    /// <summary>Mean of the three.</summary>
    public double Conll => (Muc + Cubed + Ceaf) / 3;

    /// <summary>Scores a document.</summary>
    /// <param name="gold">Clusters of mentions, each mention in one cluster.</param>
    /// <param name="found">Clusters found, of the same mentions and others.</param>
    public static CoreferenceScores Of<T>(IReadOnlyList<IReadOnlySet<T>> gold, IReadOnlyList<IReadOnlySet<T>> found)
        where T : notnull
    {
        var best = ClusterAlignment.Best([.. gold.Select(key => found.Select(response => Phi4(key, response)).ToArray())]);
        return new CoreferenceScores(Links(gold, found), Links(found, gold), Shares(gold, found), Shares(found, gold), new Ratio(best, gold.Count), new Ratio(best, found.Count));
    }

    public static CoreferenceScores operator +(CoreferenceScores one, CoreferenceScores other) => new(
        one.MucRecall + other.MucRecall,
        one.MucPrecision + other.MucPrecision,
        one.CubedRecall + other.CubedRecall,
        one.CubedPrecision + other.CubedPrecision,
        one.CeafRecall + other.CeafRecall,
        one.CeafPrecision + other.CeafPrecision);

    public override string ToString() => FormattableString.Invariant(
        $"MUC {MucPrecision.Value:F3} {MucRecall.Value:F3} {Muc:F3}  B3 {CubedPrecision.Value:F3} {CubedRecall.Value:F3} {Cubed:F3}  CEAF4 {CeafPrecision.Value:F3} {CeafRecall.Value:F3} {Ceaf:F3}  CoNLL {Conll:F3}");

    private static double F1(Ratio precision, Ratio recall) =>
        precision.Value + recall.Value == 0 ? 0 : 2 * precision.Value * recall.Value / (precision.Value + recall.Value);

    /// <summary>MUC: of the links that hold each cluster together, those that the other side's parts of it do not break.</summary>
    private static Ratio Links<T>(IReadOnlyList<IReadOnlySet<T>> clusters, IReadOnlyList<IReadOnlySet<T>> others)
        where T : notnull
    {
        double kept = 0, all = 0;
        foreach (var cluster in clusters)
        {
            var covered = others.Select(other => cluster.Count(other.Contains)).Where(count => count > 0).ToList();
            kept += cluster.Count - (covered.Count + cluster.Count - covered.Sum());
            all += cluster.Count - 1;
        }

        return new Ratio(kept, all);
    }

    /// <summary>B-cubed: for each mention the share of its cluster that stands in the other side's cluster of it.</summary>
    private static Ratio Shares<T>(IReadOnlyList<IReadOnlySet<T>> clusters, IReadOnlyList<IReadOnlySet<T>> others)
        where T : notnull
    {
        double shares = 0;
        foreach (var cluster in clusters)
        {
            foreach (var other in others)
            {
                double common = cluster.Count(other.Contains);
                shares += common * common / cluster.Count;
            }
        }

        return new Ratio(shares, clusters.Sum(cluster => cluster.Count));
    }

    private static double Phi4<T>(IReadOnlySet<T> key, IReadOnlySet<T> response) =>
        2.0 * key.Count(response.Contains) / (key.Count + response.Count);
}

/// <summary>Two sums, to be divided when all documents are in them.</summary>
internal readonly record struct Ratio(double Part, double Whole)
{
    public double Value => Whole == 0 ? 0 : Part / Whole;

    public static Ratio operator +(Ratio one, Ratio other) => new(one.Part + other.Part, one.Whole + other.Whole);
}
