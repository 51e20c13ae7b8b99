using System.Globalization;

namespace OnRecord.Language;

/// <summary>Finds where a token of punctuation or symbols ends: runs of one mark are one token, and so are emoji with their modifiers.</summary>
internal static class Marks
{
    private const char ZeroWidthJoiner = '\u200D';

    private const string Elision = "[...]";

    private const int FewestFiguresOfTelephone = 7;
    private const int MostFiguresOfTelephone = 15;

    /// <summary>End of the token that begins at <paramref name="at"/> with neither letter nor figure.</summary>
    public static int EndOf(string text, int at, TextSpan chunk, WordScanner words)
    {
        var c = text[at];
        if (c is '#' or '@' && at + 1 < chunk.End && char.IsLetter(text[at + 1]) && (at == chunk.Start || !char.IsLetterOrDigit(text[at - 1])))
        {
            return words.EndOf(text, at + 1, chunk, chunk);
        }

        if (c == '[' && string.CompareOrdinal(text, at, Elision, 0, Elision.Length) == 0 && at + Elision.Length <= chunk.End)
        {
            return at + Elision.Length;
        }

        if (Emoticons.EndOf(text, at, chunk) is var drawn && drawn > at)
        {
            return drawn;
        }

        return c switch
        {
            '.' or '…' => StopsEnd(text, at, chunk.End, c),
            '-' or '=' => ArrowEnd(text, at, chunk.End, c),
            '<' => at + 1 < chunk.End && text[at + 1] is '-' or '=' ? RunEnd(text, at + 1, chunk.End, text[at + 1]) : RunEnd(text, at, chunk.End, c),
            '+' => IsCountryCode(text, at, chunk) ? DigitsEnd(text, at + 1, chunk.End) : RunEnd(text, at, chunk.End, c),
            '*' or '_' or '~' or '#' or '>' or '—' or '$' or ',' => RunEnd(text, at, chunk.End, c),
            '!' or '?' => QuestionEnd(text, at, chunk.End),
            '\'' or '`' or '’' or '‘' => at + 1 < chunk.End && (text[at + 1] == c || (c == '‘' && text[at + 1] == '’')) ? at + 2 : at + 1,
            _ => char.IsAscii(c) ? at + 1 : SymbolEnd(text, at, chunk.End),
        };
    }

    private static int RunEnd(string text, int at, int end, char c)
    {
        while (at < end && text[at] == c)
        {
            at++;
        }

        return at;
    }

    private static int QuestionEnd(string text, int at, int end)
    {
        while (at < end && text[at] is '!' or '?')
        {
            at++;
        }

        return at;
    }

    /// <summary>Stops run on; one stop takes the question or exclamation mark behind it.</summary>
    private static int StopsEnd(string text, int at, int end, char c)
    {
        var stops = RunEnd(text, at, end, c);
        if (stops == at + 1 && stops < end)
        {
            return c == '…' ? RunEnd(text, stops, end, '.') : QuestionEnd(text, stops, end);
        }

        return stops;
    }

    /// <summary>A run of hyphens or equals signs with the head of its arrow, if it has one.</summary>
    private static int ArrowEnd(string text, int at, int end, char c)
    {
        var run = RunEnd(text, at, end, c);
        return run < end && text[run] == '>' ? run + 1 : run;
    }

    /// <summary>The plus before a telephone number: figures and nothing else, and more figures behind them.</summary>
    private static bool IsCountryCode(string text, int at, TextSpan chunk)
    {
        var end = DigitsEnd(text, at + 1, chunk.End);
        var figures = end - at - 1;
        return at == chunk.Start && figures is > 0 and <= MostFiguresOfTelephone
            && (figures >= FewestFiguresOfTelephone ? end == chunk.End || !char.IsLetterOrDigit(text[end])
                : figures <= 3 && end == chunk.End && end + 1 < text.Length && (char.IsAsciiDigit(text[end + 1]) || text[end + 1] == '('));
    }

    private static int DigitsEnd(string text, int at, int end)
    {
        var limit = Math.Min(end, at + MostFiguresOfTelephone + 1);
        while (at < limit && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>An emoji takes variation selectors, skin tones and what a zero-width joiner ties to it; flags are two letters.</summary>
    private static int SymbolEnd(string text, int start, int end)
    {
        var at = start + Letters.Width(text, start, end);
        if (IsRegional(text, start, end) && at < end && IsRegional(text, at, end))
        {
            return at + Letters.Width(text, at, end);
        }

        while (at < end)
        {
            if (text[at] == ZeroWidthJoiner && at + 1 < end && !char.IsWhiteSpace(text[at + 1]))
            {
                at++;
                at += Letters.Width(text, at, end);
            }
            else if (IsModifier(text, at, end))
            {
                at += Letters.Width(text, at, end);
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static bool IsModifier(string text, int at, int end) =>
        text[at] is '\uFE0F' or '\uFE0E' or '\u20E3'
        || (text[at] == '\uD83C' && at + 1 < end && text[at + 1] is >= '\uDFFB' and <= '\uDFFF')
        || Letters.CategoryOf(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsRegional(string text, int at, int end) =>
        text[at] == '\uD83C' && at + 1 < end && text[at + 1] is >= '\uDDE6' and <= '\uDDFF';
}
