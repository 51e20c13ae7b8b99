namespace OnRecord.Lab.Ranks;

/// <summary>How well an order of claims agrees with their labels, text by text.</summary>
/// <param name="Pairs">Of two claims of one text with other labels, the share in which the better one has the higher score; equal scores count half.</param>
/// <param name="Gain">Mean over texts of the normalised discounted gain (Järvelin and Kekäläinen 2002) of the first five.</param>
internal sealed record RankScores(double Pairs, double Gain)
{
    private const int Shown = 5;

    public static RankScores Of(IEnumerable<RankRow> rows, Func<RankRow, double> score) => Of(rows.Select(row => (row, score(row))));

    public static RankScores Of(IEnumerable<(RankRow Row, double Score)> ranked)
    {
        var texts = ranked.GroupBy(one => one.Row.Text.Name, StringComparer.Ordinal).Select(group => group.Select(one => (one.Row.Label, one.Score)).ToList()).ToList();
        var pairs = texts.SelectMany(text => from better in text from worse in text where better.Label > worse.Label select better.Score == worse.Score ? 0.5 : better.Score > worse.Score ? 1 : 0).ToList();
        return new RankScores(pairs.Average(), texts.Where(text => text.Exists(one => one.Label > 0)).Average(GainOf));
    }

    public override string ToString() => FormattableString.Invariant($"pairs {Pairs:F3}, nDCG of the first {Shown} {Gain:F3}");

    // OrderByDescending is stable: of equal scores the one that stands first in the text comes first.
    private static double GainOf(List<(double Label, double Score)> text) =>
        Discounted(text.OrderByDescending(one => one.Score).Select(one => one.Label)) / Discounted(text.Select(one => one.Label).OrderDescending());

    private static double Discounted(IEnumerable<double> labels) =>
        labels.Take(Shown).Select((label, at) => (Math.Pow(2, label * RankGold.Highest) - 1) / Math.Log2(at + 2)).Sum();
}
