using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace OnRecord.Pages.Html;

/// <summary>
/// What the first opinion says of the runs around a run, as numbers: neighbours, boxes, runs of its kind, its section. A second model reads
/// them together with <see cref="RunFeatures"/>, so that the runs of a page are decided together (auto-context: Tu and Bai, 2010).
/// </summary>
internal sealed class RunContext
{
    /// <summary>Names of the numbers, in order, those of <see cref="RunFeatures"/> first; the model file must name the same.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        .. RunFeatures.Names,
        "opinion", "before1", "before2", "before3", "after1", "after2", "after3", "proseOpinionBefore", "proseOpinionAfter",
        "box1Opinion", "box2Opinion", "box3Opinion", "kindOpinion", "kindRuns", "headingOpinion", "sectionOpinion", "opinionOfHeading",
        "keptBefore", "keptAfter", "keptWords", "keptShare", "outside",
    ];

    private const float Open = -1;

    private readonly HtmlPage _page;
    private readonly ImmutableArray<Run> _runs;
    private readonly float[] _opinions;
    private readonly float[] _words;
    private readonly float[] _kept;
    private readonly int[] _section;
    private readonly Dictionary<(string, string), (float Kept, int Runs)> _kinds = [];
    private readonly (string, string)[] _kindOf;
    private readonly int _first;
    private readonly int _last;

    private RunContext(HtmlPage page, float[] scores)
    {
        _page = page;
        _runs = page.Tree.Runs;
        _opinions = [.. scores.Select(score => 1 / (1 + MathF.Exp(-score)))];
        _words = new float[_runs.Length + 1];
        _kept = new float[_runs.Length + 1];
        _section = new int[_runs.Length];
        _kindOf = new (string, string)[_runs.Length];
        var heading = -1;
        for (var i = 0; i < _runs.Length; i++)
        {
            var run = _runs[i];
            _words[i + 1] = _words[i] + run.Words;
            _kept[i + 1] = _kept[i] + (run.Words * _opinions[i]);
            heading = run.Box.HeadingLevel > 0 ? i : heading;
            _section[i] = heading;
            _kindOf[i] = page.Tree.KindOf(run);
            ref var kind = ref CollectionsMarshal.GetValueRefOrAddDefault(_kinds, _kindOf[i], out _);
            kind = (kind.Kept + _opinions[i], kind.Runs + 1);
        }

        _first = Array.FindIndex(scores, score => score > 0);
        _last = Array.FindLastIndex(scores, score => score > 0);
    }

    /// <summary>The numbers of each run.</summary>
    /// <param name="page">The page.</param>
    /// <param name="scores">For each run the first opinion, in log-odds.</param>
    public static float[][] Of(HtmlPage page, float[] scores)
    {
        var context = new RunContext(page, scores);
        var before = context.Nearest(backwards: false);
        var after = context.Nearest(backwards: true);
        var sectionEnds = context.SectionEnds();
        return [.. page.Tree.Runs.Select(run => (float[])[.. page.Features[run.Index], scores[run.Index], .. context.Row(run, before, after, sectionEnds)])];
    }

    private IEnumerable<float> Row(Run run, (int Kept, int Prose)[] before, (int Kept, int Prose)[] after, int[] sectionEnds)
    {
        var i = run.Index;
        for (var step = 1; step <= 3; step++)
        {
            yield return Opinion(i - step);
        }

        for (var step = 1; step <= 3; step++)
        {
            yield return Opinion(i + step);
        }

        yield return Opinion(before[i].Prose);
        yield return Opinion(after[i].Prose);
        var box = run.Box;
        for (var level = 0; level < 3; level++)
        {
            box = Parent(box);
            yield return Share(box.FirstRun, box.EndRun, i);
        }

        var (kept, runs) = _kinds[_kindOf[i]];
        yield return runs == 1 ? Open : (kept - _opinions[i]) / (runs - 1);
        yield return runs;
        yield return run.Box.HeadingLevel == 0 ? Open : Share(i, sectionEnds[i], i);
        yield return _section[i] < 0 ? Share(0, sectionEnds[i], i) : Share(_section[i], sectionEnds[_section[i]], i);
        yield return Opinion(run.Box.HeadingLevel > 0 ? -1 : _section[i]);
        yield return before[i].Kept < 0 ? 999 : i - before[i].Kept;
        yield return after[i].Kept < 0 ? 999 : after[i].Kept - i;
        yield return _kept[^1];
        yield return _kept[^1] / (_words[^1] + 1);
        yield return i < _first ? i - _first : i > _last ? i - _last : 0;
    }

    private float Opinion(int index) => index < 0 || index >= _opinions.Length ? Open : _opinions[index];

    /// <summary>The share of words that are kept between two runs, one run left out.</summary>
    private float Share(int from, int to, int without)
    {
        var own = without >= from && without < to ? _runs[without].Words : 0;
        var words = _words[to] - _words[from] - own;
        return words < 1 ? Open : (_kept[to] - _kept[from] - (own * _opinions[without])) / words;
    }

    /// <summary>For each run the nearest one on one side that is kept, and the nearest prose; -1 where there is none.</summary>
    private (int Kept, int Prose)[] Nearest(bool backwards)
    {
        var nearest = new (int, int)[_runs.Length];
        var (kept, prose) = (-1, -1);
        for (var step = 0; step < _runs.Length; step++)
        {
            var i = backwards ? _runs.Length - 1 - step : step;
            nearest[i] = (kept, prose);
            kept = _opinions[i] > 0.5f ? i : kept;
            prose = PageSums.IsProse(_runs[i]) ? i : prose;
        }

        return nearest;
    }

    /// <summary>For each run one past the last run before the next heading.</summary>
    private int[] SectionEnds()
    {
        var ends = new int[_runs.Length];
        var end = _runs.Length;
        for (var i = _runs.Length - 1; i >= 0; i--)
        {
            ends[i] = end;
            end = _runs[i].Box.HeadingLevel > 0 ? i : end;
        }

        return ends;
    }

    private Box Parent(Box box) => box.Parent < 0 ? box : _page.Tree.Boxes[box.Parent];
}
