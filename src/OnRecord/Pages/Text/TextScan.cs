namespace OnRecord.Pages.Text;

/// <summary>A run of characters between blanks, and the word in it without the signs around it.</summary>
/// <param name="Start">First character of the run, as an index into the page's text.</param>
/// <param name="End">One past its last character.</param>
/// <param name="WordStart">First letter or digit; equals <paramref name="WordEnd"/> where there is none.</param>
/// <param name="WordEnd">One past the last letter or digit.</param>
internal readonly record struct Run(int Start, int End, int WordStart, int WordEnd)
{
    public ReadOnlySpan<char> Word(string text) => text.AsSpan(WordStart, WordEnd - WordStart);

    public bool HasWord => WordEnd > WordStart;

    /// <summary>Whether the word begins with a capital.</summary>
    public bool IsCapitalised(string text) => HasWord && char.IsUpper(text[WordStart]);

    /// <summary>Whether signs stand behind the word.</summary>
    public bool HasTail => WordEnd < End;
}

/// <summary>Small questions about characters of a page's text.</summary>
internal static class TextScan
{
    private const string Terminals = ".!?。！？؟।";
    private const string Closers = "\"'”’»›)]}」』）】*";
    private const string Openers = "\"'“‘«‹([{「『（【";

    /// <summary>The runs of a span, at most <paramref name="limit"/>.</summary>
    public static List<Run> Runs(string text, TextSpan span, int limit = int.MaxValue)
    {
        var runs = new List<Run>();
        var at = span.Start;
        while (at < span.End && runs.Count < limit)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < span.End && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            runs.Add(RunOf(text, start, at));
        }

        return runs;
    }

    /// <summary>The span without the blanks at its ends.</summary>
    public static TextSpan Trim(string text, TextSpan span)
    {
        int start = span.Start, end = span.End;
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    /// <summary>In lower case with straight apostrophes and single blanks, as the lexicons are written.</summary>
    public static string Normal(string text, TextSpan span) =>
        string.Join(' ', span.Of(text).ToLowerInvariant().Replace('’', '\'').Replace('‘', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\ufeff' or '\u200b';

    public static bool IsTerminal(char c) => Terminals.Contains(c, StringComparison.Ordinal);

    public static bool IsCloser(char c) => Closers.Contains(c, StringComparison.Ordinal);

    public static bool IsOpener(char c) => Openers.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether letters stand in the span, and all of those with case are capitals.</summary>
    public static bool IsCapitals(ReadOnlySpan<char> text)
    {
        var capitals = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals >= 2;
    }

    public static Run RunOf(string text, int start, int end)
    {
        int from = start, to = end;
        while (from < to && !char.IsLetterOrDigit(text[from]))
        {
            from++;
        }

        while (to > from && !char.IsLetterOrDigit(text[to - 1]))
        {
            to--;
        }

        return new Run(start, end, from, to);
    }
}
