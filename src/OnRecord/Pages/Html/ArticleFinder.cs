namespace OnRecord.Pages.Html;

/// <summary>Decides which runs of a page belong to its article.</summary>
internal sealed class ArticleFinder(ArticleModel model, PagePhrases phrases)
{
    private const int ShortestSentence = 5;
    private const int ShortestRepeat = 8;
    private const int LeastArticleWords = 50;
    private const int MostScrapWords = 120;
    private const float MostScrapLinks = 0.5f;
    private const Place Furniture = Place.Nav | Place.Aside | Place.Footer | Place.Form | Place.Hidden | Place.Dialog | Place.Comment;
    private const float Never = -9;
    private const float Dropped = -1;
    private const float Weak = 1.2f;
    private const float Sure = 2;
    private const int LeastSureRuns = 3;
    private const float Benefit = 2;

    /// <summary>For each run how far it lies above the page's border, in log-odds: above 0 it belongs to the article.</summary>
    public float[] Scores(HtmlPage page)
    {
        var runs = page.Tree.Runs;
        var scores = model.Scores(page);
        var core = page.Sums.Core;
        if (!IsHidden(runs, scores))
        {
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = (runs[i].Box.Places & Place.Hidden) != 0 ? Never : scores[i];
            }
        }

        // Few pages hold prose and no article: where the model is that strict, the box with most prose gets the benefit.
        if (runs.Where(run => scores[run.Index] > 0).Sum(run => run.Words) < LeastArticleWords && page.Sums.Prose(core) > 2 * LeastArticleWords)
        {
            for (var i = core.FirstRun; i < core.EndRun; i++)
            {
                scores[i] += Benefit;
            }
        }

        PageBorder.Apply(runs, scores);
        if (runs.Sum(run => run.Words) <= MostScrapWords)
        {
            KeepSentences(runs, scores);
        }

        DropStreams(page, scores);
        EmbeddedParts.Keep(page, scores, Benefit);
        DropRepeats(page, scores);
        DropReferences(page, scores);
        DropBlurbs(page, scores);
        return scores;
    }

    /// <summary>
    /// A page of a few sentences, an item of a feed say, has little room for furniture, and the model has learned from whole pages: what stands
    /// outside of places for furniture and is no link is the article.
    /// </summary>
    private static void KeepSentences(IReadOnlyList<Run> runs, float[] scores)
    {
        foreach (var run in runs)
        {
            if (run.Words >= ShortestSentence && run.LinkDensity < MostScrapLinks && (run.Box.Places & Furniture) == 0)
            {
                scores[run.Index] = Math.Max(scores[run.Index], Benefit);
            }
        }
    }

    private static void DropStreams(HtmlPage page, float[] scores)
    {
        var isOther = StoryStreams.Of(page, scores);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = isOther[i] ? Math.Min(scores[i], Dropped) : scores[i];
        }
    }

    private static void DropRepeats(HtmlPage page, float[] scores)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in page.Tree.Runs)
        {
            if (scores[run.Index] > 0 && run.Words >= ShortestRepeat && !kept.Add(run.Text))
            {
                scores[run.Index] = Dropped;
            }
        }
    }

    /// <summary>
    /// The opening of another article is prose like this one's: what tells is the linked headline before it, and that it stands outside of the box that holds all
    /// that is surely the article.
    /// </summary>
    private static void DropBlurbs(HtmlPage page, float[] scores)
    {
        var runs = page.Tree.Runs;
        var (first, last) = (Array.FindIndex(scores, score => score >= Sure), Array.FindLastIndex(scores, score => score >= Sure));
        if (last - first < LeastSureRuns)
        {
            return;
        }

        var box = runs[first].Box;
        while (box.Parent >= 0 && (box.FirstRun > first || box.EndRun <= last))
        {
            box = page.Tree.Boxes[box.Parent];
        }

        foreach (var run in runs.Where(run => scores[run.Index] is > 0 and < Weak && (run.Index < box.FirstRun || run.Index >= box.EndRun)))
        {
            if (run.Index > 0 && scores[run.Index - 1] <= 0 && TeaserFinder.IsHeadline(runs[run.Index - 1]) && TeaserFinder.IsBlurb(run))
            {
                scores[run.Index] = Dropped;
            }
        }
    }

    private void DropReferences(HtmlPage page, float[] scores)
    {
        foreach (var run in page.Tree.Runs.Where(run => scores[run.Index] > 0 && CrossReference.Is(run, phrases)))
        {
            scores[run.Index] = Dropped;
        }
    }

    /// <summary>
    /// Whether most of the article stands where the page's source hides it: some pages show it only when a program has run, and some send it in hidden
    /// pieces that a program puts in their places.
    /// </summary>
    private static bool IsHidden(IReadOnlyList<Run> runs, float[] scores)
    {
        int shown = 0, hidden = 0;
        foreach (var run in runs.Where(run => scores[run.Index] > 0))
        {
            var isHidden = (run.Box.Places & Place.Hidden) != 0;
            shown += isHidden ? 0 : run.Words;
            hidden += isHidden ? run.Words : 0;
        }

        return hidden > shown;
    }
}
