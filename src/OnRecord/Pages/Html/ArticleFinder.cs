namespace OnRecord.Pages.Html;

/// <summary>Decides which runs of a page belong to its article.</summary>
internal sealed class ArticleFinder(TreeModel model)
{
    private const int ShortestRepeat = 5;

    /// <summary>For each run the log-odds that it belongs to the article; a repetition of a run that does gets none.</summary>
    public float[] Scores(HtmlPage page)
    {
        var runs = page.Tree.Runs;
        var scores = new float[runs.Length];
        var kept = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = model.Score(page.Features[i]);
            if (scores[i] > 0 && runs[i].Words >= ShortestRepeat && !kept.Add(runs[i].Text))
            {
                scores[i] = -1;
            }
        }

        return scores;
    }
}
