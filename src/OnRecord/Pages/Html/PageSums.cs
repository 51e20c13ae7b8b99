namespace OnRecord.Pages.Html;

/// <summary>Sums over the runs of a page, so that every box can be asked about its content in constant time.</summary>
internal sealed class PageSums
{
    private const int ProseWords = 12;
    private const float ProseLinks = 0.4f;

    private readonly float[] _words;
    private readonly float[] _chars;
    private readonly float[] _links;
    private readonly float[] _prose;
    private readonly float[] _value;
    private readonly int[] _gapBefore;
    private readonly int[] _gapAfter;

    public PageSums(HtmlTree tree)
    {
        var count = tree.Runs.Length;
        _words = new float[count + 1];
        _chars = new float[count + 1];
        _links = new float[count + 1];
        _prose = new float[count + 1];
        _value = new float[count + 1];
        _gapBefore = new int[count];
        _gapAfter = new int[count];
        for (var i = 0; i < count; i++)
        {
            var run = tree.Runs[i];
            _words[i + 1] = _words[i] + run.Words;
            _chars[i + 1] = _chars[i] + run.Text.Length;
            _links[i + 1] = _links[i] + run.LinkChars;
            _prose[i + 1] = _prose[i] + (IsProse(run) ? run.Words : 0);
            _value[i + 1] = _value[i] + Value(run);
            _gapBefore[i] = i == 0 || IsProse(tree.Runs[i - 1]) ? 0 : _gapBefore[i - 1] + 1;
        }

        for (var i = count - 2; i >= 0; i--)
        {
            _gapAfter[i] = IsProse(tree.Runs[i + 1]) ? 0 : _gapAfter[i + 1] + 1;
        }

        Core = FindCore(tree);
    }

    /// <summary>The box that holds most prose and least furniture: the smallest one with the greatest sum.</summary>
    public Box Core { get; }

    public float Words(Box box) => Sum(_words, box.FirstRun, box.EndRun);

    public float Prose(Box box) => Sum(_prose, box.FirstRun, box.EndRun);

    public float ProseBetween(int from, int to) => Sum(_prose, from, to);

    public float LinkDensity(Box box) =>
        Sum(_chars, box.FirstRun, box.EndRun) is > 0 and var chars ? Sum(_links, box.FirstRun, box.EndRun) / chars : 0;

    /// <summary>Number of runs between this one and the last prose before it.</summary>
    public int GapBefore(int run) => _gapBefore[run];

    /// <summary>Number of runs between this one and the next prose behind it.</summary>
    public int GapAfter(int run) => _gapAfter[run];

    /// <summary>Whether a run reads like running text: long enough, few links.</summary>
    public static bool IsProse(Run run) =>
        ReadsAsProse(run) && (run.Box.Places & (Place.Nav | Place.Footer | Place.Form | Place.Hidden | Place.Dialog)) == 0;

    /// <summary>The same of the run alone, wherever it stands.</summary>
    public static bool ReadsAsProse(Run run) => run.Words >= ProseWords && run.LinkDensity < ProseLinks;

    private static float Sum(float[] sums, int from, int to) => to <= from ? 0 : sums[to] - sums[from];

    private static float Value(Run run)
    {
        if ((run.Box.Places & (Place.Hidden | Place.Nav | Place.Footer | Place.Dialog | Place.Form | Place.Comment)) != 0)
        {
            return -2;
        }

        var weight = Math.Clamp(run.Box.LeastWeight, -3, 0);
        var good = run.Words * (1 - (1.5f * run.LinkDensity)) * (1 + (weight / 4));
        return run.Words >= ProseWords ? good : Math.Min(good, 0) - 2;
    }

    private Box FindCore(HtmlTree tree)
    {
        var best = tree.Boxes[0];
        var most = Sum(_value, best.FirstRun, best.EndRun);
        foreach (var box in tree.Boxes)
        {
            // Parents come first: the same sum in a smaller box is the better place.
            var value = Sum(_value, box.FirstRun, box.EndRun);
            if (value >= most)
            {
                best = box;
                most = value;
            }
        }

        return best;
    }
}
