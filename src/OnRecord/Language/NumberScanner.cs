namespace OnRecord.Language;

/// <summary>Finds where a token that begins with a figure ends: 1,500 · 3.2 · 9/11 · 10:30 · 2025-08-25 · 555-0134 · 1990s · 2nd · 4G.</summary>
internal sealed class NumberScanner(TokenParts parts)
{
    /// <summary>The numbers of a list have no more figures than this: "12. Fold the paper".</summary>
    private const int LongestListNumber = 3;

    /// <summary>Letters glued to a figure that are looked at as a unit.</summary>
    private const int LongestUnit = 7;

    /// <summary>A telephone number has no more groups of figures than this.</summary>
    private const int MostGroups = 5;

    /// <summary>End of the token that begins at <paramref name="start"/>.</summary>
    public int EndOf(string text, int start, TextSpan chunk, int blockStart)
    {
        var end = FiguresEnd(text, start, chunk.End);
        var withHyphens = HyphenatedEnd(text, start, end, chunk.End);
        if (withHyphens > end)
        {
            return withHyphens;
        }

        if (start == blockStart && end - start <= LongestListNumber && end + 1 == chunk.End && text[end] == '.' && !HasMark(text, start, end))
        {
            return end + 1;
        }

        return LettersEnd(text, start, end, chunk.End);
    }

    private static bool HasMark(string text, int start, int end) => text.AsSpan(start, end - start).ContainsAnyExceptInRange('0', '9');

    private static int FiguresEnd(string text, int start, int end)
    {
        var at = start;
        while (at < end && (char.IsAsciiDigit(text[at]) || IsInnerMark(text, start, at, end)))
        {
            at++;
        }

        return at;
    }

    private static bool IsInnerMark(string text, int start, int at, int end)
    {
        if (at + 1 >= end || !char.IsAsciiDigit(text[at + 1]))
        {
            return false;
        }

        return text[at] switch
        {
            '.' => true,
            ':' or '/' => at > start,
            ',' => at > start && IsThousand(text, at, end),
            _ => false,
        };
    }

    /// <summary>A comma between figures stands before three of them: 1,500, but not 1,2 (Indian 1,50,000 has two, then three).</summary>
    private static bool IsThousand(string text, int comma, int end)
    {
        var figures = 0;
        while (figures < 4 && comma + 1 + figures < end && char.IsAsciiDigit(text[comma + 1 + figures]))
        {
            figures++;
        }

        return figures == 3 || (figures == 2 && comma + 6 < end && text[comma + 3] == ',' && IsThousand(text, comma + 3, end));
    }

    /// <summary>Dates and telephone numbers keep their hyphens; a range such as 3-4 or 2019-2020 is cut.</summary>
    private static int HyphenatedEnd(string text, int start, int firstEnd, int chunkEnd)
    {
        var groups = 1;
        var at = firstEnd;
        while (groups <= MostGroups && at + 1 < chunkEnd && Letters.IsHyphen(text[at]) && char.IsAsciiDigit(text[at + 1]))
        {
            at = FiguresEnd(text, at + 1, chunkEnd);
            groups++;
        }

        var clean = at == chunkEnd || !char.IsLetterOrDigit(text[at]);
        var isTelephone = groups == 2 && IsTelephone(text.AsSpan(start, firstEnd - start), at - firstEnd - 1);
        return clean && (groups is > 2 and <= MostGroups || isTelephone) ? at : firstEnd;
    }

    /// <summary>Two groups of figures: 555-0134, 3-0134, 713/555-0134, and the American ZIP code 77030-0134.</summary>
    private static bool IsTelephone(ReadOnlySpan<char> first, int last) =>
        last == 4 && (first.Length is 1 or 3 or 5 ? !first.ContainsAnyExceptInRange('0', '9') : first.Length == 7 && first[3] == '/');

    private int LettersEnd(string text, int start, int end, int chunkEnd)
    {
        var at = end;
        while (at < chunkEnd && Letters.IsWordPart(text, at))
        {
            at += Letters.Width(text, at, chunkEnd);
        }

        var letters = text.AsSpan(end, at - end);
        if (letters.IsEmpty)
        {
            return PossessiveDecade(text, end, chunkEnd);
        }

        if (letters is "s" or "th" or "st" or "nd" or "rd" or "TH" or "ST" or "ND" or "RD")
        {
            return at;
        }

        if (letters.Length <= LongestUnit && parts.IsUnit(letters) && !char.IsAsciiLetterUpper(letters[0]))
        {
            return end;
        }

        var isShort = letters.Length <= 2 || HasDigit(letters);
        return isShort && !IsCapitalUnit(letters) ? at : letters.Length > 2 && !HasDigit(letters) && !HasMark(text, start, end) ? at : end;
    }

    private static bool IsCapitalUnit(ReadOnlySpan<char> letters) => letters is "AM" or "PM" or "K" or "M" or "B" or "MW" or "GW" or "KM" or "GB" or "MB" or "TB" or "MM" or "Hz";

    private static bool HasDigit(ReadOnlySpan<char> letters) => letters.ContainsAnyInRange('0', '9');

    private static int PossessiveDecade(string text, int end, int chunkEnd) =>
        end + 1 < chunkEnd && Letters.IsApostrophe(text[end]) && text[end + 1] == 's' && text[end - 1] == '0'
            && (end + 2 == chunkEnd || !char.IsLetterOrDigit(text[end + 2]))
            ? end + 2
            : end;
}
