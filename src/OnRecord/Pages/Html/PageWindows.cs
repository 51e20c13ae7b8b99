using System.Collections.Immutable;

namespace OnRecord.Pages.Html;

/// <summary>A part of a page that is judged for itself.</summary>
/// <param name="Page">The part with what stands around it, as a page.</param>
/// <param name="Judged">For each run of that page, in order, its index on the whole page where it is to be judged here; else -1.</param>
internal sealed record PageWindow(HtmlPage Page, ImmutableArray<int> Judged);

/// <summary>
/// Cuts a long page into windows of ordinary length. What the model knows of a run is counted in words and runs before it, behind it, around it, and it has learned
/// that from pages as they are written, of some hundred to some thousand words: beyond, the numbers mean nothing. So a long article is read through windows, each with the
/// beginning and the end of the article and what stands beside it: however much text there is, a run is judged as on a page of ordinary length.
/// </summary>
internal static class PageWindows
{
    /// <summary>Longest core that is judged whole: few pages that the model learned from are longer.</summary>
    private const int Longest = 4500;

    private const int Window = 1600;
    private const int Edge = 800;
    private const int Margin = 200;
    private const int Beside = 800;

    /// <summary>What a run counts beside its words, so that many short ones are long, too.</summary>
    private const int RunCost = 4;

    /// <summary>The windows of a page; none where it is judged whole. Each is made when it is asked for.</summary>
    public static IEnumerable<PageWindow> Of(HtmlPage page)
    {
        var core = page.Sums.Core;
        var sizes = new long[page.Tree.Runs.Length + 1];
        foreach (var run in page.Tree.Runs)
        {
            sizes[run.Index + 1] = sizes[run.Index] + run.Words + RunCost;
        }

        return sizes[core.EndRun] - sizes[core.FirstRun] <= Longest ? [] : Of(page, new Sizes(sizes), core);
    }

    private static IEnumerable<PageWindow> Of(HtmlPage page, Sizes sizes, Box core)
    {
        var head = (core.FirstRun, sizes.Forward(core.FirstRun, Edge, core.EndRun));
        var tail = (sizes.Back(core.EndRun, Edge, core.FirstRun), core.EndRun);
        var all = page.Tree.Runs.Length;
        yield return Cut(page, [(0, head.Item2), (tail.Item1, all)], i => i < core.FirstRun || i >= core.EndRun);
        for (var start = core.FirstRun; start < core.EndRun;)
        {
            var end = sizes.Forward(start, Window, core.EndRun);
            end = sizes.Forward(end, Window / 2, core.EndRun) == core.EndRun ? core.EndRun : end;
            var (first, last) = (start, end);
            yield return Cut(
                page,
                [
                    (sizes.Back(core.FirstRun, Beside, 0), core.FirstRun),
                    head,
                    (sizes.Back(start, Margin, core.FirstRun), sizes.Forward(end, Margin, core.EndRun)),
                    tail,
                    (core.EndRun, sizes.Forward(core.EndRun, Beside, all)),
                ],
                i => i >= first && i < last);
            start = end;
        }
    }

    /// <summary>The page with these runs alone, ranges in their order, which may overlap.</summary>
    private static PageWindow Cut(HtmlPage page, (int From, int To)[] ranges, Func<int, bool> isJudged)
    {
        var kept = new List<int>();
        foreach (var (from, to) in ranges)
        {
            for (var i = Math.Max(from, kept.Count == 0 ? 0 : kept[^1] + 1); i < to; i++)
            {
                kept.Add(i);
            }
        }

        var tree = Tree(page.Tree, kept);
        return new PageWindow(
            new HtmlPage(page.Scan, tree, page.Head, new PageSums(tree), page.Clues, page.Phrases),
            [.. kept.Select(i => isJudged(i) ? i : -1)]);
    }

    private static HtmlTree Tree(HtmlTree whole, List<int> kept)
    {
        var needed = new SortedSet<int> { 0 };
        foreach (var i in kept)
        {
            for (var box = whole.Runs[i].Box; needed.Add(box.Index) && box.Parent >= 0;)
            {
                box = whole.Boxes[box.Parent];
            }
        }

        int Place(int run) => kept.BinarySearch(run) is var place && place < 0 ? ~place : place;
        var places = new Dictionary<int, int> { [-1] = -1 };
        var boxes = new List<Box>(needed.Count);
        foreach (var index in needed)
        {
            var box = whole.Boxes[index];
            places[index] = boxes.Count;
            boxes.Add(box with { Index = boxes.Count, Parent = places[box.Parent], FirstRun = Place(box.FirstRun), EndRun = Place(box.EndRun) });
        }

        TreeBuilder.CountAlike(boxes);
        return new HtmlTree([.. boxes], [.. kept.Select((i, place) => whole.Runs[i] with { Index = place, Box = boxes[places[whole.Runs[i].Box.Index]] })], []);
    }

    /// <summary>Sizes summed up from the start of the page.</summary>
    private readonly record struct Sizes(long[] Sums)
    {
        /// <summary>The place up to which this much stands behind a place, one run at least, not beyond an end.</summary>
        public int Forward(int from, int size, int end)
        {
            var place = Array.BinarySearch(Sums, from, end - from + 1, Sums[from] + size);
            return Math.Min(end, Math.Max(from + 1, place < 0 ? ~place : place));
        }

        /// <summary>The place from which this much stands before a place, one run at least, not beyond a start.</summary>
        public int Back(int to, int size, int start)
        {
            var place = Array.BinarySearch(Sums, start, to - start + 1, Sums[to] - size);
            return Math.Max(start, Math.Min(to - 1, place < 0 ? ~place - 1 : place));
        }
    }
}
