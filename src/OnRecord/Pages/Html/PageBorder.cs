namespace OnRecord.Pages.Html;

/// <summary>
/// Puts the border between article and rest where the F1 that is to be expected is greatest, a border a page: a page of few sure runs wants another one than
/// a page of many (Lipton, Elkan and Naryanaswamy, "Optimal Thresholding of Classifiers to Maximize F1 Measure", 2014).
/// </summary>
internal static class PageBorder
{
    /// <summary>The runs of a page are alike: taken as if each had its own chance, the model is too sure of the whole.</summary>
    private const float Doubt = 0.7f;

    private const float Lowest = -2;
    private const float Highest = 1.5f;

    /// <summary>Takes the border from every score, so that above 0 is the article.</summary>
    public static void Apply(IReadOnlyList<Run> runs, float[] scores)
    {
        var border = Of(runs, scores);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] -= border;
        }
    }

    private static float Of(IReadOnlyList<Run> runs, float[] scores)
    {
        var order = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ToArray();
        var expected = order.Sum(i => runs[i].Words * Chance(scores[i]));
        float right = 0, taken = 0, most = 0, border = 0;
        for (var place = 0; place < order.Length; place++)
        {
            var i = order[place];
            right += runs[i].Words * Chance(scores[i]);
            taken += runs[i].Words;
            var f1 = 2 * right / (taken + expected);
            if (f1 > most)
            {
                most = f1;
                border = place + 1 < order.Length ? (scores[i] + scores[order[place + 1]]) / 2 : Lowest;
            }
        }

        return Math.Clamp(border, Lowest, Highest);
    }

    private static float Chance(float score) => 1 / (1 + MathF.Exp(-Doubt * score));
}
