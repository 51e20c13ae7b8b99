namespace OnRecord.Pages.Text;

/// <summary>How a line stops.</summary>
internal enum Ending
{
    /// <summary>With a full stop, question mark or the like.</summary>
    Complete,

    /// <summary>With a colon or a dash: what follows belongs to it.</summary>
    LeadsOn,

    /// <summary>With an ellipsis or a count of characters left out.</summary>
    Elided,

    /// <summary>On a comma, or a word that cannot end a sentence.</summary>
    Hanging,

    /// <summary>On a word, without a stop.</summary>
    Open,
}

/// <summary>Reads how a line stops.</summary>
internal static class Endings
{
    public static Ending Of(string text, TextSpan span, PageWords words)
    {
        if (IsElided(text, span))
        {
            return Ending.Elided;
        }

        var end = span.End;
        while (end > span.Start && (TextScan.IsCloser(text[end - 1]) || TextScan.IsBlank(text[end - 1])))
        {
            end--;
        }

        // A note in brackets may follow the stop: "… he said. (AP)".
        if (end == span.Start || TextScan.IsTerminal(text[end - 1]) || StopsBeforeBracket(text, span))
        {
            return Ending.Complete;
        }

        return text[end - 1] switch
        {
            ':' or '—' or '–' => Ending.LeadsOn,
            ',' or ';' or '-' or '(' or '“' or '‘' => Ending.Hanging,
            _ => words.Is(LastWord(text, span.Start, end), WordKinds.Dependent) ? Ending.Hanging : Ending.Open,
        };
    }

    private static bool IsElided(string text, TextSpan span)
    {
        var tail = text.AsSpan(Math.Max(span.Start, span.End - 24), Math.Min(24, span.Length)).TrimEnd();
        if (tail.EndsWith("…", StringComparison.Ordinal) || tail.EndsWith("...", StringComparison.Ordinal) || tail.EndsWith("[…]", StringComparison.Ordinal) || tail.EndsWith("[...]", StringComparison.Ordinal))
        {
            return true;
        }

        // News APIs write how much they cut: "[+1234 chars]".
        return tail.EndsWith("chars]", StringComparison.Ordinal) && tail.Contains("[+", StringComparison.Ordinal);
    }

    private static bool StopsBeforeBracket(string text, TextSpan span)
    {
        const int LongestNote = 60;
        if (text[span.End - 1] is not (')' or ']'))
        {
            return false;
        }

        var from = Math.Max(span.Start, span.End - LongestNote);
        var open = text.AsSpan(from, span.End - from).LastIndexOfAny('(', '[');
        var before = open < 0 ? [] : text.AsSpan(span.Start, from + open - span.Start).TrimEnd();
        while (!before.IsEmpty && TextScan.IsCloser(before[^1]))
        {
            before = before[..^1];
        }

        return !before.IsEmpty && TextScan.IsTerminal(before[^1]);
    }

    private static ReadOnlySpan<char> LastWord(string text, int start, int end)
    {
        const int LongestWord = 40;
        var from = end;
        while (from > start && end - from < LongestWord && !char.IsWhiteSpace(text[from - 1]))
        {
            from--;
        }

        return text.AsSpan(from, end - from);
    }
}
