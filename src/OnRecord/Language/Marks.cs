using System.Globalization;

namespace OnRecord.Language;

/// <summary>Finds where a token of punctuation or symbols ends: runs of one mark are one token, and so are emoji with their modifiers.</summary>
internal static class Marks
{
    private const char ZeroWidthJoiner = '\u200D';

    private const string Elision = "[...]";

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

        if (c is ':' or ';' && at == chunk.Start && SmileyEnd(text, at, chunk.End) is var smiley && smiley > at)
        {
            return smiley;
        }

        return c switch
        {
            '.' or '-' or '*' or '=' or '_' or '~' or '#' or '<' or '>' or '—' or '…' => RunEnd(text, at, chunk.End, c),
            '!' or '?' => QuestionEnd(text, at, chunk.End),
            '\'' or '`' or '’' or '‘' => at + 1 < chunk.End && text[at + 1] == c ? at + 2 : at + 1,
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

    private static int SmileyEnd(string text, int at, int end)
    {
        var mouth = at + 1 < end && text[at + 1] == '-' ? at + 2 : at + 1;
        return mouth < end && text[mouth] is ')' or '(' or 'D' or 'P' && (mouth + 1 == end || !char.IsLetterOrDigit(text[mouth + 1])) ? mouth + 1 : at;
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
