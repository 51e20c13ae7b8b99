namespace OnRecord.Pages.Html;

/// <summary>
/// Finds streams of other stories beside an article: boxes of a kind behind each other, each with a linked headline and the opening of its story. One by one they read like the
/// article; that they are many alike, link elsewhere and stand outside of the box of its text tells them.
/// </summary>
internal static class StoryStreams
{
    private const int LeastStories = 3;
    private const int LeastArticleWords = 60;

    /// <summary>For each run whether it stands in a stream.</summary>
    public static bool[] Of(HtmlPage page, float[] scores)
    {
        var found = new bool[page.Tree.Runs.Length];
        foreach (var stream in page.Tree.Boxes.Where(box => IsStory(page, box)).GroupBy(box => (box.Parent, box.Signature)).Where(group => group.Count() >= LeastStories))
        {
            var list = page.Tree.Boxes[stream.Key.Parent];
            var links = stream.Select(story => page.Tree.Runs[story.FirstRun].Href).Distinct(StringComparer.Ordinal).Count();
            if (links >= LeastStories && !HoldsArticle(page, scores, list))
            {
                foreach (var story in stream)
                {
                    found.AsSpan(story.FirstRun, story.EndRun - story.FirstRun).Fill(true);
                }
            }
        }

        return found;
    }

    /// <summary>A linked headline that leads elsewhere, and a sentence or more behind it.</summary>
    private static bool IsStory(HtmlPage page, Box box)
    {
        const int MostRuns = 6;
        var runs = box.EndRun - box.FirstRun;
        return box.Parent >= 0 && runs is > 1 and <= MostRuns
            && page.Tree.Runs[box.FirstRun] is { Href: not (null or ['#', ..]) } first && TeaserFinder.IsHeadline(first)
            && Enumerable.Range(box.FirstRun + 1, runs - 1).Any(i => TeaserFinder.IsBlurb(page.Tree.Runs[i]));
    }

    /// <summary>Whether the box that holds the article's other text holds the stream, too: then they are its parts, as in a list of ten things.</summary>
    private static bool HoldsArticle(HtmlPage page, float[] scores, Box list)
    {
        int first = -1, last = -1, words = 0;
        foreach (var run in page.Tree.Runs.Where(run => scores[run.Index] > 0 && PageSums.IsProse(run) && (run.Index < list.FirstRun || run.Index >= list.EndRun)))
        {
            first = first < 0 ? run.Index : first;
            (last, words) = (run.Index, words + run.Words);
        }

        return words < LeastArticleWords || (first < list.FirstRun && last >= list.EndRun) || Around(page, first, last) is var box && box.FirstRun <= list.FirstRun && box.EndRun >= list.EndRun;
    }

    /// <summary>The smallest box that holds two runs.</summary>
    private static Box Around(HtmlPage page, int first, int last)
    {
        var box = page.Tree.Runs[first].Box;
        while (box.Parent >= 0 && box.EndRun <= last)
        {
            box = page.Tree.Boxes[box.Parent];
        }

        return box;
    }
}
