namespace OnRecord.Pages.Html;

/// <summary>Finds the teasers of other articles on a page: a linked headline and a sentence or more, in a box of its own; or a line that only sends the reader there.</summary>
internal static class TeaserFinder
{
    private const int LeastHeadline = 3;
    private const int MostHeadline = 30;
    private const int LeastBlurb = 8;
    private const int MostRuns = 10;
    private const int MostWords = 150;
    private const Place NoPlace = Place.Nav | Place.Footer | Place.Form | Place.Hidden | Place.Dialog | Place.Comment;

    /// <summary>The teasers, in the order of the page; each is the blocks of one document.</summary>
    /// <param name="page">The page.</param>
    /// <param name="taken">For each run whether the article has it.</param>
    /// <param name="refers">For each run whether it is a <see cref="CrossReference"/>.</param>
    public static List<List<FoundBlock>> Find(HtmlPage page, Func<Run, bool> taken, Func<Run, bool> refers)
    {
        var teasers = new List<List<FoundBlock>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var runs = page.Tree.Runs;
        for (var i = 0; i < runs.Length; i++)
        {
            if (!taken(runs[i]) && refers(runs[i]))
            {
                if (seen.Add(CrossReference.Title(runs[i])))
                {
                    teasers.Add([new FoundBlock(CrossReference.Title(runs[i]), BlockRole.Headline, "cross-reference", runs[i])]);
                }

                continue;
            }

            if (!IsHeadline(runs[i]) || taken(runs[i]) || Card(page, runs[i]) is not { } card)
            {
                continue;
            }

            var blocks = new List<FoundBlock> { FoundBlock.Of(runs[i], BlockRole.Headline, "linked-headline") };
            if (i > card.FirstRun && runs[i - 1] is { Words: > 0 and <= 4, HasTime: false } kicker && kicker.LinkDensity is 0 or 1 && !taken(kicker))
            {
                blocks.Insert(0, FoundBlock.Of(kicker, BlockRole.Kicker, "short-line-over-headline"));
            }

            for (var j = i + 1; j < card.EndRun; j++)
            {
                if (!taken(runs[j]) && Part(runs[j]) is { } block)
                {
                    blocks.Add(block);
                }
            }

            if (blocks.Exists(block => block.Role == BlockRole.Paragraph) && seen.Add(runs[i].Text))
            {
                teasers.Add(blocks);
                i = card.EndRun - 1;
            }
        }

        return teasers;
    }

    /// <summary>Whether a run is a link of the length of a headline.</summary>
    public static bool IsHeadline(Run run) =>
        run.Words is >= LeastHeadline and <= MostHeadline && run.Href is not null && run.LinkDensity > 0.8f && (run.Box.Places & NoPlace) == 0;

    /// <summary>The largest box around a headline that is still one teaser: few runs, few words, one linked headline.</summary>
    private static Box? Card(HtmlPage page, Run headline)
    {
        Box? card = null;
        var box = headline.Box;
        while (box.Parent >= 0)
        {
            var runs = box.EndRun - box.FirstRun;
            if (runs > MostRuns || page.Sums.Words(box) > MostWords || OtherHeadline(page, box, headline))
            {
                break;
            }

            card = runs > 1 ? box : card;
            box = page.Tree.Boxes[box.Parent];
        }

        return card is not null && HasBlurb(page, card, headline) ? card : null;
    }

    private static bool OtherHeadline(HtmlPage page, Box box, Run headline)
    {
        for (var i = box.FirstRun; i < box.EndRun; i++)
        {
            var run = page.Tree.Runs[i];
            if (run != headline && IsHeadline(run) && run.Href != headline.Href && !IsBlurb(run) && run.Box.Name == headline.Box.Name)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasBlurb(HtmlPage page, Box box, Run headline)
    {
        for (var i = headline.Index + 1; i < box.EndRun; i++)
        {
            if (IsBlurb(page.Tree.Runs[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a run is long enough for the opening of an article, and no heading.</summary>
    public static bool IsBlurb(Run run) => run.Words >= LeastBlurb && run.Box.HeadingLevel == 0 && (TextShape.EndingOf(run.Text) == 1 || run.Words >= 2 * LeastBlurb);

    private static FoundBlock? Part(Run run) =>
        IsBlurb(run) ? FoundBlock.Of(run, BlockRole.Paragraph, "teaser-blurb")
        : run.NamesAuthor && run.Words is > 1 and < 12 ? FoundBlock.Of(run, BlockRole.Byline, "names-author")
        : run.HasTime && run.Words < 12 ? FoundBlock.Of(run, BlockRole.Dateline, "time-in-teaser")
        : null;
}
