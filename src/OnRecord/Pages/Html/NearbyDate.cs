using OnRecord.Pages.Stated;

namespace OnRecord.Pages.Html;

/// <summary>Finds the line beside the headline that shows the day, where the page's data state none and no line between headline and text does.</summary>
internal sealed class NearbyDate(DateLines lines, PagePhrases phrases)
{
    /// <summary>The rule's name, as it stands at the beginning of a block's reason.</summary>
    public const string RuleName = "date-near-headline";

    private const int MostWords = 14;
    private const int MostWordsOfLine = 8;
    private const int ReachBefore = 8;
    private const int ReachAfter = 25;
    private const Place NoPlace = Place.Nav | Place.Form | Place.Dialog | Place.Comment | Place.Hidden | Place.Quote;

    /// <summary>The blocks with the line among them, in the order of the page; the blocks alone where there is no such line.</summary>
    public List<FoundBlock> AddTo(List<FoundBlock> blocks, HtmlPage page)
    {
        var anchor = blocks.FirstOrDefault(block => block.Role == BlockRole.Headline)?.Run ?? blocks.FirstOrDefault(block => block.Run is not null)?.Run;
        if (anchor is null || page.Head.Published.Length > 0 || blocks.Exists(block => IsDated(block)))
        {
            return blocks;
        }

        if (Best(blocks, page, anchor) is not { } best)
        {
            return blocks;
        }

        var dateline = FoundBlock.Of(best, BlockRole.Dateline, RuleName);
        var place = blocks.FindIndex(block => block.Run is not null && block.Run.Index >= best.Index);
        if (place >= 0 && blocks[place].Run == best)
        {
            blocks[place] = dateline;
        }
        else
        {
            blocks.Insert(place < 0 ? blocks.Count : place, dateline);
        }

        return blocks;
    }

    /// <summary>The nearest short line with a day, up to the second paragraph of the text.</summary>
    private Run? Best(List<FoundBlock> blocks, HtmlPage page, Run anchor)
    {
        var roles = blocks.Where(block => block.Run is not null).GroupBy(block => block.Run!.Index).ToDictionary(group => group.Key, group => group.First().Role);
        var text = blocks.Where(block => block.Role == BlockRole.Paragraph && block.Run is not null && block.Run.Index > anchor.Index && PageSums.ReadsAsProse(block.Run)).Take(2).ToArray();
        var end = Math.Min(page.Tree.Runs.Length, text.Length == 2 ? text[1].Run!.Index : anchor.Index + ReachAfter);
        Run? best = null;
        var least = int.MaxValue;
        for (var i = Math.Max(0, anchor.Index - ReachBefore); i < end; i++)
        {
            var run = page.Tree.Runs[i];
            if (run.Words > MostWords || (run.Box.Places & NoPlace) != 0 || lines.Best(run.Text) is not { } date || (roles.TryGetValue(i, out var role) && !MayBeDateLine(role, run, date)))
            {
                continue;
            }

            // One that says "published" comes first, one that only says when the page was changed last; one above the headline may belong to something else.
            var cost = (Math.Abs(i - anchor.Index) * (i < anchor.Index ? 2 : 1)) + (date.Label == DateLabel.Published ? -ReachAfter : date.Label == DateLabel.Changed || phrases.Of(run.Text) == PhraseKind.Updated ? ReachAfter : 0) + (run.LinkDensity > 0.8f ? ReachBefore : 0);
            if (cost < least)
            {
                least = cost;
                best = run;
            }
        }

        return best;
    }

    private static bool MayBeDateLine(BlockRole role, Run run, LineDate date) => role switch
    {
        BlockRole.Paragraph => IsNoSentence(run),
        BlockRole.List => date.Label == DateLabel.Published,
        _ => false,
    };

    /// <summary>"Published 25 August 2025", and not a short paragraph that tells when something happened.</summary>
    private static bool IsNoSentence(Run run) => run.Words <= MostWordsOfLine && TextShape.EndingOf(run.Text) == 0;

    private bool IsDated(FoundBlock block) =>
        block.Role is BlockRole.Dateline or BlockRole.Byline && block.Run is not null && lines.Best(block.Text) is not null;
}
