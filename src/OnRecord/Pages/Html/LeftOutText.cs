namespace OnRecord.Pages.Html;

/// <summary>Finds text that was left out of an article though it looks like it, so that the record can say so.</summary>
internal static class LeftOutText
{
    /// <summary>Words of it from which on it is told: fewer are a note, a biography, a line about the newsletter.</summary>
    private const int LeastWords = 60;

    private const Place Furniture = Place.Nav | Place.Aside | Place.Footer | Place.Form | Place.Hidden | Place.Dialog | Place.Comment;

    /// <summary>Whether prose that was left out stands in the same box as prose that was kept, and is of the same kind.</summary>
    public static bool IsThere(HtmlPage page, float[] scores)
    {
        var kept = new HashSet<(int Parent, string Signature)>();
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in page.Tree.Runs.Where(run => scores[run.Index] > 0 && PageSums.IsProse(run)))
        {
            kept.Add((run.Box.Parent, run.Box.Signature));
            texts.Add(run.Text);
        }

        return page.Tree.Runs
            .Where(run => scores[run.Index] <= 0 && PageSums.IsProse(run) && (run.Box.Places & Furniture) == 0 && kept.Contains((run.Box.Parent, run.Box.Signature)) && !texts.Contains(run.Text))
            .Sum(run => run.Words) >= LeastWords;
    }
}
