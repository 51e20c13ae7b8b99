namespace OnRecord.Pages.Text;

/// <summary>Finds kickers: capitals with a colon or bar behind them, or a known label.</summary>
internal sealed class KickerFinder(PageWords words)
{
    private const int MaxRuns = 7;
    private const int MaxLength = 64;

    /// <summary>Fewer capitals are an abbreviation, unless the line begins with them.</summary>
    private const int MinInnerCapitals = 5;

    /// <summary>Number of runs of the kicker that begins at <paramref name="at"/>; 0 where none does.</summary>
    public int EndAt(string text, List<Run> runs, int at)
    {
        for (var i = at; i < runs.Count && i < at + MaxRuns && runs[i].End - runs[at].Start <= MaxLength; i++)
        {
            var run = runs[i];
            if (i > at && run.End - run.Start == 1 && text[run.Start] is '|' or '»' or '›')
            {
                return IsLabel(text, runs, at, i - 1) ? i - at + 1 : 0;
            }

            if (run.HasWord && text.AsSpan(run.WordEnd, run.End - run.WordEnd).Contains(':'))
            {
                return i + 1 < runs.Count && IsLabel(text, runs, at, i) ? i - at + 1 : 0;
            }

            // A stop or dash before the colon: the capitals are a sentence or a dateline.
            if (run.HasTail && text.AsSpan(run.WordEnd, run.End - run.WordEnd).IndexOfAnyExcept("’”\"',&") >= 0 && text[run.End - 1] != '.')
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>Whether a kicker inside a line is one: not an abbreviation, and not the end of longer capitals.</summary>
    public bool CanFollow(string text, List<Run> runs, int at)
    {
        var capitals = 0;
        for (var i = runs[at].Start; i < text.Length && i < runs[at].Start + MaxLength && text[i] != ':' && text[i] != '|'; i++)
        {
            capitals += char.IsUpper(text[i]) ? 1 : 0;
        }

        return capitals >= MinInnerCapitals && TextScan.IsCapitals(runs[at].Word(text)) && !TextScan.IsCapitals(runs[at - 1].Word(text));
    }

    private bool IsLabel(string text, List<Run> runs, int first, int last)
    {
        if (!runs[first].HasWord || !runs[last].HasWord)
        {
            return false;
        }

        var label = text.AsSpan(runs[first].WordStart, runs[last].WordEnd - runs[first].WordStart);
        return TextScan.IsCapitals(label) || (char.IsUpper(label[0]) && words.Kickers.Contains(label.ToString().Replace('’', '\'')));
    }
}
