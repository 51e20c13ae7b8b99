namespace OnRecord.Pages.Text;

/// <summary>Finds the dateline before a lead: a place in capitals or an agency in brackets, and a dash.</summary>
internal sealed class DatelineFinder(PageWords words)
{
    private const int MaxLength = 80;
    private const int MaxRuns = 10;

    /// <summary>Where the text behind the dateline begins; null where a paragraph has none.</summary>
    public int? TextStart(string text, TextSpan paragraph)
    {
        var head = new TextSpan(paragraph.Start, Math.Min(paragraph.End, paragraph.Start + MaxLength));
        var runs = TextScan.Runs(text, head, MaxRuns + 1);
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            if (IsDash(text.AsSpan(run.Start, run.End - run.Start)))
            {
                return i > 0 && i + 1 < runs.Count && IsPlace(text, runs, i) && BeginsSentence(text, runs[i + 1].Start) ? runs[i + 1].Start : null;
            }

            // "TAL HARBOUR—The" and "(Reuters)-": the dash may stand without blanks.
            var inner = text.AsSpan(run.Start, run.End - run.Start).IndexOfAny('—', '–');
            if (inner > 0 && run.Start + inner + 1 < run.End && BeginsSentence(text, run.Start + inner + 1) && IsPlace(text, [.. runs.Take(i), TextScan.RunOf(text, run.Start, run.Start + inner)], i + 1))
            {
                return run.Start + inner + 1;
            }

            if (run.HasWord && !MayStandIn(text, run))
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsDash(ReadOnlySpan<char> run) => run is "—" or "–" or "-" or "--" or "―";

    private static bool BeginsSentence(string text, int at) =>
        char.IsUpper(text[at]) || char.IsDigit(text[at]) || (TextScan.IsOpener(text[at]) && text[at] is not ('(' or '['));

    private bool MayStandIn(string text, Run run) =>
        !char.IsLower(text[run.WordStart]) || run.Word(text) is "of" or "de" or "the" or "and" or "al";

    private bool IsPlace(string text, List<Run> runs, int count)
    {
        var bracket = runs.FindIndex(0, count, run => text[run.Start] == '(');
        if (bracket >= 0)
        {
            var note = text.AsSpan(runs[bracket].Start, runs[count - 1].End - runs[bracket].Start);
            return note[^1] == ')' && (TextScan.IsCapitals(note) || words.Is(runs[bracket].Word(text), WordKinds.Agency) || TextScan.IsCapitals(runs[0].Word(text)));
        }

        var first = runs[0].Word(text);
        return first.Length >= 3 && TextScan.IsCapitals(first) && count <= 6 && !words.Kickers.Contains(first.ToString());
    }
}
