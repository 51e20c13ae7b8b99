namespace OnRecord.Pages.Text;

/// <summary>One story's share of a line.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="KickerEnd">One past the kicker it begins with; its start where there is none.</param>
/// <param name="Border">Where a standfirst or headline ends and the lead begins without a stop between; its start where there is none.</param>
/// <param name="Evidence">What speaks for the border.</param>
internal readonly record struct Segment(TextSpan Span, int KickerEnd, int Border, string Evidence)
{
    public bool HasKicker => KickerEnd > Span.Start;

    public bool HasBorder => Border > Span.Start;
}

/// <summary>
/// Finds where, inside a line, one text was glued to another: a kicker, or a word that begins a sentence where none ended.
/// </summary>
/// <remarks>Each place is judged by a few words on both sides, so the cost grows with the length of the line.</remarks>
internal sealed class GlueFinder(PageWords words)
{
    private const int LookAhead = 12;

    /// <summary>A standfirst or headline has at least and at most so many words.</summary>
    private const int MinSummaryWords = 4;

    private const int MaxSummaryWords = 48;

    /// <summary>Evidence needed behind a kicker, where a standfirst is expected; in a line that stops in mid-sentence; in another.</summary>
    private const int ExpectedScore = 4;

    /// <summary>Evidence that will do behind a kicker when no place has more.</summary>
    private const int LastScore = 3;

    private const int CutLineScore = 5;

    private const int WholeLineScore = 6;

    private readonly KickerFinder _kickers = new(words);

    /// <summary>The segments of a line; one where nothing was glued.</summary>
    public List<Segment> Cut(string text, TextSpan line, Ending ending)
    {
        var runs = TextScan.Runs(text, line);
        var segments = new List<Segment>();
        var open = new OpenSegment(0, _kickers.EndAt(text, runs, 0));
        for (var i = Math.Max(1, open.KickerRuns); i < runs.Count; i++)
        {
            if (_kickers.EndAt(text, runs, i) is > 0 and var kicker && _kickers.CanFollow(text, runs, i))
            {
                segments.Add(Close(text, runs, LookAgain(text, runs, open, i), i));
                open = new OpenSegment(i, kicker);
                i += kicker - 1;
                continue;
            }

            var expected = open.ExpectsBorder && i - open.First - open.KickerRuns is >= MinSummaryWords and <= MaxSummaryWords;
            var needed = expected && open.KickerRuns > 0 ? ExpectedScore : ending == Ending.Complete ? WholeLineScore : CutLineScore;
            if (Score(text, runs, i, out var evidence) >= needed)
            {
                if (expected)
                {
                    open = open with { Border = i, Evidence = evidence };
                }
                else if (i - open.First > MinSummaryWords)
                {
                    segments.Add(Close(text, runs, LookAgain(text, runs, open, i), i));
                    open = new OpenSegment(i, 0);
                }
            }

            open = open with { HasStop = open.HasStop || EndsSentence(text, runs, i - 1) };
        }

        segments.Add(Close(text, runs, LookAgain(text, runs, open, runs.Count), runs.Count));
        return segments;
    }

    private static Segment Close(string text, List<Run> runs, OpenSegment open, int end)
    {
        var start = runs[open.First].Start;
        return new Segment(
            TextScan.Trim(text, new TextSpan(start, runs[end - 1].End)),
            open.KickerRuns > 0 ? runs[open.First + open.KickerRuns - 1].End : start,
            open.Border > 0 ? runs[open.Border].Start : start,
            open.Evidence);
    }

    // Behind a kicker a standfirst is usual: the best place will do, if a name before it comes again behind it.
    private OpenSegment LookAgain(string text, List<Run> runs, OpenSegment open, int end)
    {
        if (open.KickerRuns == 0 || open.Border > 0)
        {
            return open;
        }

        var first = open.First + open.KickerRuns;
        var best = open;
        var bestScore = LastScore - 1;
        for (var i = first + MinSummaryWords; i < end && i < first + MaxSummaryWords; i++)
        {
            if (EndsSentence(text, runs, i - 1))
            {
                var asks = text.AsSpan(runs[i - 1].WordEnd, runs[i - 1].End - runs[i - 1].WordEnd).Contains('?');
                return asks && best.Border == 0 ? open with { Border = i, Evidence = "a question behind the kicker" } : best;
            }

            var score = Score(text, runs, i, out var evidence);
            score += score > 0 && ComesAgain(text, runs, first, i, end) ? 2 : 0;
            if (score > bestScore)
            {
                (best, bestScore) = (open with { Border = i, Evidence = evidence }, score);
            }
        }

        return best;
    }

    private static bool ComesAgain(string text, List<Run> runs, int first, int at, int end)
    {
        for (var i = at; i < end && i < at + LookAhead; i++)
        {
            for (var j = first; runs[i].IsCapitalised(text) && runs[i].WordEnd - runs[i].WordStart > 3 && j < at; j++)
            {
                if (runs[i].Word(text).SequenceEqual(runs[j].Word(text)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private int Score(string text, List<Run> runs, int at, out string evidence)
    {
        evidence = "";
        var (before, here) = (runs[at - 1], runs[at]);
        if (!here.IsCapitalised(text) || !before.HasWord || !EndsLikeAWord(text, before, out var quoted))
        {
            return 0;
        }

        var opens = here.WordStart == here.Start && words.Is(here.Word(text), WordKinds.Opener) && !TextScan.IsCapitals(here.Word(text));
        var nextIsLower = at + 1 < runs.Count && runs[at + 1].HasWord && char.IsLower(text[runs[at + 1].WordStart]);
        if (opens && !nextIsLower && NamesPublication(text, runs, at))
        {
            return 0;
        }

        var dependent = words.Is(before.Word(text), WordKinds.Dependent) && !quoted;
        var score = (opens ? 3 : 0) + (opens && nextIsLower ? 2 : 0) + (quoted ? 2 : 0);
        score += words.Is(before.Word(text), WordKinds.Reporting) ? 2 : 0;
        score -= dependent && !(opens && nextIsLower) ? 6 : 0;
        score -= before.IsCapitalised(text) && !quoted ? (opens ? 1 : 3) : 0;
        var (time, finite) = Ahead(text, runs, at);
        score += (time ? 2 : 0) + (finite ? 1 : 0);
        evidence = $"'{here.Word(text)}' begins a sentence after '{before.Word(text)}' without a stop{(time ? ", time word near" : "")}";
        return score;
    }

    private (bool Time, bool Finite) Ahead(string text, List<Run> runs, int at)
    {
        bool time = false, finite = false;
        for (var i = at + 1; i < runs.Count && i <= at + LookAhead && !EndsSentence(text, runs, i - 1); i++)
        {
            time |= words.Is(runs[i].Word(text), WordKinds.Time);
            finite |= words.Is(runs[i].Word(text), WordKinds.Finite);
        }

        return (time, finite);
    }

    // "The Morning Post": a capital article belongs to the name.
    private bool NamesPublication(string text, List<Run> runs, int at)
    {
        for (var i = at + 1; i < runs.Count && i <= at + 5 && runs[i].IsCapitalised(text); i++)
        {
            if (words.Is(runs[i].Word(text), WordKinds.Publication))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsLikeAWord(string text, Run run, out bool quoted)
    {
        quoted = false;
        for (var i = run.WordEnd; i < run.End; i++)
        {
            if (text[i] is not ('’' or '”' or '"' or '\'' or ')'))
            {
                return false;
            }

            quoted |= text[i] != ')';
        }

        return true;
    }

    private static bool EndsSentence(string text, List<Run> runs, int at)
    {
        for (var i = runs[at].WordEnd; i < runs[at].End; i++)
        {
            if (TextScan.IsTerminal(text[i]) || text[i] == '…')
            {
                return runs[at].WordEnd - runs[at].WordStart > 3 || !runs[at].IsCapitalised(text);
            }
        }

        return false;
    }

    private readonly record struct OpenSegment(int First, int KickerRuns, int Border = 0, bool HasStop = false, string Evidence = "")
    {
        public bool ExpectsBorder => Border == 0 && !HasStop;
    }
}
