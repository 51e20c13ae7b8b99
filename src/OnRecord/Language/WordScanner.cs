namespace OnRecord.Language;

/// <summary>Finds where a word ends: apostrophes, hyphens, ampersands and stops inside it decided by what stands on both sides.</summary>
internal sealed class WordScanner(TokenParts parts, Abbreviations abbreviations, SentenceWords sentenceWords)
{
    /// <summary>End of the token that begins at <paramref name="start"/> with a letter; clitics are cut off later.</summary>
    public int EndOf(string text, int start, TextSpan chunk, TextSpan block)
    {
        var dotted = DottedEnd(text, start, chunk.End, block);
        if (dotted > start)
        {
            return dotted;
        }

        var at = start;
        var partStart = start;
        while (at < chunk.End)
        {
            if (Letters.IsWordPart(text, at))
            {
                at += Letters.Width(text, at, chunk.End);
            }
            else if (at + 1 < chunk.End && at > start && Joins(text, start, partStart, at, chunk.End))
            {
                at++;
                partStart = at;
            }
            else
            {
                break;
            }
        }

        if (at < chunk.End && text[at] is '$' or '£' or '€' && at - start <= 3 && IsUpper(text.AsSpan(start, at - start)) && FigureFollows(text, at + 1, block.End))
        {
            return at + 1;
        }

        if (at < chunk.End && text[at] == '*' && CensoredEnd(text, start, at, chunk.End) is var censored && censored > at)
        {
            return censored;
        }

        return at < chunk.End && text[at] == '.' && TakesStop(text, start, at, chunk.End, block) ? at + 1 : at;
    }

    /// <summary>Born, died, married and about, before a date: (b. 1975), (d. March 1990), c. 1850.</summary>
    private bool IsLifeDate(string text, int start, int next, TextSpan block)
    {
        var before = start - 1;
        before -= before > block.Start && text[before] == ' ' ? 1 : 0;
        return (text[start] == 'c' || before < block.Start || text[before] is '(' or ',' or ';' or '[' or '–' or '-')
            && next < block.End
            && (char.IsAsciiDigit(text[next]) || parts.IsMonth(Letters.From(text, next, block.End)));
    }

    /// <summary>A word of which only its ends are printed: d***, d**n.</summary>
    private static int CensoredEnd(string text, int start, int stars, int end)
    {
        var at = stars;
        while (at < end && text[at] == '*')
        {
            at++;
        }

        if (stars - start > 2 || at - stars < 2)
        {
            return stars;
        }

        while (at < end && char.IsLetter(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool FigureFollows(string text, int at, int end) =>
        at == end || char.IsWhiteSpace(text[at]) || char.IsAsciiDigit(text[at]) || text[at] == '.';

    private bool Joins(string text, int start, int partStart, int at, int end)
    {
        var next = text[at + 1];
        var c = text[at];
        if (Letters.IsApostrophe(c))
        {
            return char.IsLetter(next);
        }

        if (Letters.IsHyphen(c))
        {
            return char.IsLetterOrDigit(next) && StaysAcrossHyphen(text, start, partStart, at, end);
        }

        return c switch
        {
            '&' => at - start <= 3 && char.IsUpper(next) && IsUpper(text.AsSpan(start, at - start)),
            '.' => char.IsAsciiLetterOrDigit(next) && parts.IsWebEnding(Letters.From(text, at + 1, end)),
            '*' => char.IsLetter(next),
            '$' => (char.IsLower(text[at - 1]) || text[at - 1] == '$') && (char.IsLower(next) || next == '$'),
            '/' => at - start == 1 && (at + 2 == end || !char.IsLetter(text[at + 2])) && char.IsLetter(next)
                || (text[start] is 'w' && at - start == 1 && Letters.From(text, at + 1, end) is "out" or "o"),
            _ => false,
        };
    }

    private bool StaysAcrossHyphen(string text, int start, int partStart, int at, int end)
    {
        if (partStart != start)
        {
            return false;
        }

        var left = text.AsSpan(start, at - start);
        if (left[0] == 'x' && left.Length <= 3 && IsExtension(text, at + 1, end))
        {
            return true;
        }

        if (parts.IsHyphenPrefix(left))
        {
            return true;
        }

        var right = Letters.From(text, at + 1, end);
        return left.Length is >= 2 and <= 7 && char.IsUpper(left[0]) && !IsUpper(left)
            && parts.IsNameSyllable(right) && (char.IsLower(right[0]) || parts.IsNameSyllable(left))
            && !(right is "in" or "to" or "do" or "un" && !parts.IsNameSyllable(left) && left.Length > 4);
    }

    /// <summary>End of a word with stops inside: U.S., a.m., Ph.D.; <paramref name="start"/> where there is none.</summary>
    private int DottedEnd(string text, int start, int end, TextSpan block)
    {
        var at = start;
        var letters = 0;
        while (at + 1 < end && char.IsLetter(text[at]) && text[at + 1] == '.')
        {
            at += 2;
            letters++;
        }

        if (letters >= 2)
        {
            // U.S.A without its last stop; and "U.S.-led", where the stop ends the token.
            return at < end && char.IsLetter(text[at]) && (at + 1 == end || !char.IsLetterOrDigit(text[at + 1])) ? at + 1 : at;
        }

        if (letters == 1 && at < end && char.IsLetter(text[at]) && (at + 1 == end || !char.IsLetterOrDigit(text[at + 1])))
        {
            // "U.S" and "a.m" without their last stop.
            return at + 1;
        }

        return KnownDottedEnd(text, start, end, block);
    }

    private int KnownDottedEnd(string text, int start, int end, TextSpan block)
    {
        var at = start;
        var limit = Math.Min(end, start + Letters.LongestRead);
        var lastStop = -1;
        var stops = 0;
        while (at < limit && (char.IsAsciiLetter(text[at]) || text[at] == '.'))
        {
            if (text[at] == '.')
            {
                stops++;
                lastStop = at;
            }

            at++;
        }

        return stops >= 2 && abbreviations.Of(text.AsSpan(start, lastStop - start)) != AbbreviationKind.None && lastStop < block.End
            ? lastStop + 1
            : start;
    }

    private bool TakesStop(string text, int start, int stop, int chunkEnd, TextSpan block)
    {
        if (stop + 1 < chunkEnd && text[stop + 1] == '.')
        {
            return false;
        }

        var word = text.AsSpan(start, stop - start);
        var next = NextVisible(text, stop + 1, block.End);
        if (word.Length == 1 && word[0] is 'b' or 'c' or 'd' or 'm' && next == stop + 2)
        {
            return IsLifeDate(text, start, next, block);
        }

        if (word.Length == 1 && char.IsUpper(word[0]))
        {
            return IsInitial(text, start, next, block);
        }

        return abbreviations.Of(word) switch
        {
            AbbreviationKind.None => false,
            AbbreviationKind.BeforeNumber => next < block.End && (char.IsAsciiDigit(text[next]) || (text[next] is '#' or '(')),
            AbbreviationKind.Month => char.IsUpper(word[0]) && !(IsAlsoWord(word) && !IsUpperOrDigit(text, next, block.End)),
            AbbreviationKind.Place => char.IsUpper(word[0]),
            AbbreviationKind.Title => char.IsUpper(word[0]) && next < block.End,
            AbbreviationKind.SmallEnd => char.IsUpper(word[0]) || (next < block.End && !char.IsUpper(text[next])),
            _ => true,
        };
    }

    /// <summary>The last figures of a telephone number: x3-0134.</summary>
    private static bool IsExtension(string text, int at, int end)
    {
        var from = at;
        while (at < end && at - from < 6 && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - from is 4 or 5 && (at == end || !char.IsLetterOrDigit(text[at]));
    }

    private static bool IsAlsoWord(ReadOnlySpan<char> word) => word is "Sun" or "Sat" or "Mar" or "Wed" or "Mon" or "Jun";

    private static bool IsUpperOrDigit(string text, int at, int end) => at < end && (char.IsAsciiDigit(text[at]) || char.IsUpper(text[at]));

    private bool IsInitial(string text, int start, int next, TextSpan block)
    {
        if (next >= block.End || !char.IsUpper(text[next]))
        {
            // "Kim B., who": a sentence does not end before a comma or a small letter.
            return text[start] != 'I' && next < block.End && (text[next] is ',' or ';' || (char.IsLower(text[next]) && next > start + 2));
        }

        // "Vitamin C. The …" and "So do I. But …": what follows begins a sentence.
        var follows = Letters.From(text, next, block.End);
        if (follows.Length > 1 && sentenceWords.IsStarter(follows))
        {
            return false;
        }

        return text[start] != 'I' || follows.Length == 1 || start == block.Start || char.IsUpper(WordBefore(text, start, block.Start));
    }

    private static char WordBefore(string text, int start, int blockStart)
    {
        var at = start - 1;
        while (at >= blockStart && start - at < 30 && !(char.IsLetter(text[at]) && (at == blockStart || !char.IsLetter(text[at - 1]))))
        {
            at--;
        }

        return at >= blockStart ? text[at] : ' ';
    }

    private static int NextVisible(string text, int at, int end)
    {
        var limit = Math.Min(end, at + 4);
        while (at < limit && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return true;
    }
}
