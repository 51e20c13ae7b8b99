using OnRecord.Pages.Html;

namespace OnRecord.Lab.Pages;

/// <summary>Says which runs of a gold page belong to its article, by the words that they share with the gold text.</summary>
internal static class PageLabels
{
    private const int Gram = 4;
    private const float LeastShare = 0.6f;

    /// <summary>1 for a run of the article, 0 for another.</summary>
    public static float[] Of(HtmlPage page, string gold)
    {
        var grams = new HashSet<string>(StringComparer.Ordinal);
        var lines = new HashSet<string>(StringComparer.Ordinal);
        var words = WordMeasure.Words(gold);
        for (var i = 0; i + Gram <= words.Count; i++)
        {
            grams.Add(string.Join(' ', words[i..(i + Gram)]));
        }

        foreach (var line in gold.Split('\n'))
        {
            lines.Add(string.Join(' ', WordMeasure.Words(line)));
        }

        return [.. page.Tree.Runs.Select(run => Belongs(WordMeasure.Words(run.Text), grams, lines) ? 1f : 0f)];
    }

    /// <summary>How much each run counts: its share of the words of the article, so that every page counts alike.</summary>
    public static float[] Weights(HtmlPage page, string gold)
    {
        var words = WordMeasure.Words(gold).Count;
        return [.. page.Tree.Runs.Select(run => 200 * Math.Min(0.2f, (Math.Min(run.Words, 150) + 2f) / (words + 60)))];
    }

    private static bool Belongs(List<string> words, HashSet<string> grams, HashSet<string> lines)
    {
        if (words.Count < Gram)
        {
            return words.Count > 0 && lines.Contains(string.Join(' ', words));
        }

        var all = words.Count - Gram + 1;
        var inside = 0;
        for (var i = 0; i < all; i++)
        {
            inside += grams.Contains(string.Join(' ', words[i..(i + Gram)])) ? 1 : 0;
        }

        return (float)inside / all >= LeastShare;
    }
}
