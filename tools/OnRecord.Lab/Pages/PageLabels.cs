using OnRecord.Pages.Html;

namespace OnRecord.Lab.Pages;

/// <summary>Says which runs of a gold page belong to its article, by the words that they share with the gold text.</summary>
internal static class PageLabels
{
    private const int Gram = 4;
    private const int LongRun = 12;
    private const int Reach = 12;
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

        var labels = page.Tree.Runs.Select(run => Belongs(WordMeasure.Words(run.Text), grams, lines) ? 1f : 0f).ToArray();
        DropStrays(page, labels);
        DropCopies(page, labels, gold);
        return labels;
    }

    /// <summary>A few words in a menu that the article also has are an entry of the menu.</summary>
    private static void DropStrays(HtmlPage page, float[] labels)
    {
        var runs = page.Tree.Runs;
        var near = new bool[labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] > 0 && runs[i].Words >= LongRun)
            {
                for (var j = Math.Max(0, i - Reach); j <= Math.Min(labels.Length - 1, i + Reach); j++)
                {
                    near[j] = true;
                }
            }
        }

        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = near[i] || (runs[i].Box.Places & (Place.Nav | Place.Footer)) == 0 ? labels[i] : 0;
        }
    }

    /// <summary>Of a text that stands on the page more often than in the gold (a table of contents), headings go first.</summary>
    private static void DropCopies(HtmlPage page, float[] labels, string gold)
    {
        var counts = gold.Split('\n').Select(line => string.Join(' ', WordMeasure.Words(line))).GroupBy(line => line).ToDictionary(group => group.Key, group => group.Count());
        var copies = page.Tree.Runs.Where(run => labels[run.Index] > 0).GroupBy(run => string.Join(' ', WordMeasure.Words(run.Text)));
        foreach (var group in copies.Where(group => group.Count() > 1 && group.Key.Length > 0))
        {
            foreach (var run in group.OrderByDescending(run => run.Box.HeadingLevel > 0).ThenBy(run => run.LinkDensity).ThenBy(run => run.Index).Skip(Math.Max(1, counts.GetValueOrDefault(group.Key, 1))))
            {
                labels[run.Index] = 0;
            }
        }
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
