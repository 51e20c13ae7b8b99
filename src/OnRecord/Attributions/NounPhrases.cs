namespace OnRecord.Attributions;

/// <summary>Noun phrases around their chunks: prepositional phrases, "and", brackets and appositions.</summary>
internal static class NounPhrases
{
    /// <summary>No noun phrase is followed further than this many tokens.</summary>
    public const int Reach = 60;

    /// <summary>End of the noun phrase that begins at a token, with the phrases of preposition and "and" behind it; the token itself where none begins.</summary>
    /// <param name="sheet">The text.</param>
    /// <param name="at">First token.</param>
    /// <param name="limit">One past the last token that may belong to it.</param>
    /// <param name="deep">Whether to follow any preposition, and not only "of".</param>
    public static int End(Sheet sheet, int at, int limit, bool deep)
    {
        limit = Math.Min(limit, at + Reach);
        if (at >= limit || sheet.ChunkFirst(at) < 0)
        {
            return at;
        }

        var end = Math.Min(sheet.ChunkEnd(at), limit);
        while (end < limit)
        {
            var next = end;
            if (sheet.Is(end, "(") && BracketEnd(sheet, end, limit) is var close and > 0)
            {
                end = close;
                continue;
            }

            if (deep && sheet.Is(end, "familiar") && sheet.Is(end + 1, "with") && end + 2 < limit && sheet.ChunkFirst(end + 2) == end + 2)
            {
                // "Two people familiar with the talks": which ones.
                end = Math.Min(sheet.ChunkEnd(end + 2), limit);
                continue;
            }

            var links = sheet.Tag(end) is "IN" or "TO" && (sheet.Is(end, "of") || (deep && (IsNominal(sheet, end) || IsAuthor(sheet, end))));
            var joins = sheet.Tag(end) == "CC" && sheet.Tokens[end].Lower is "and" or "or" or "&" && !StartsClause(sheet, end + 1, limit);
            if ((links || joins) && end + 1 < limit && sheet.ChunkFirst(end + 1) == end + 1)
            {
                next = Math.Min(sheet.ChunkEnd(end + 1), limit);
            }
            else if (sheet.Tag(end) == "POS" && end + 1 < limit && sheet.ChunkFirst(end + 1) >= 0)
            {
                next = Math.Min(sheet.ChunkEnd(end + 1), limit);
            }

            if (next == end)
            {
                break;
            }

            end = next;
        }

        return end;
    }

    /// <summary>First token of the noun phrase that ends before <paramref name="end"/>; <paramref name="end"/> where none does.</summary>
    public static int Start(Sheet sheet, int end, int floor)
    {
        floor = Math.Max(floor, end - Reach);
        var last = end - 1;
        if (last >= floor && sheet.Is(last, ")"))
        {
            last = BracketStart(sheet, last, floor) - 1;
        }

        if (last < floor || sheet.ChunkFirst(last) < 0)
        {
            return end;
        }

        var start = Math.Max(floor, sheet.ChunkFirst(last));
        while (start - 2 >= floor)
        {
            var before = start - 1;
            var links = sheet.Tag(before) is "IN" or "TO" && (sheet.Is(before, "of") || IsNominal(sheet, before));
            var joins = sheet.Tokens[before].Lower is "and" or "or" or "&" && !FollowsVerb(sheet, before - 1, floor);
            if ((!links && !joins) || sheet.ChunkFirst(before - 1) < 0 || sheet.Tag(before - 1) == "EX")
            {
                break;
            }

            var left = Math.Max(floor, sheet.ChunkFirst(before - 1));
            if (links && sheet.Tag(before - 1) is "PRP" or "CD")
            {
                break;
            }

            start = left;
        }

        return start;
    }

    /// <summary>Prepositions that tie a noun to a noun more often than they begin a phrase of time or place of the verb.</summary>
    private static bool IsNominal(Sheet sheet, int at) =>
        sheet.Tokens[at].Lower is "of" or "for" or "from" or "with" or "at" or "in" or "on" or "to" or "against" or "behind" or "near" or "between"
        && !TimeWordBehind(sheet, at);

    /// <summary>"A study by Orlo": who wrote it belongs to the text.</summary>
    private static bool IsAuthor(Sheet sheet, int at) =>
        sheet.Is(at, "by") && (sheet.Words.Is("document", sheet.Lemma(at - 1)) || sheet.Words.Is("utterance", sheet.Lemma(at - 1))) && !TimeWordBehind(sheet, at);

    private static bool TimeWordBehind(Sheet sheet, int at) =>
        at + 1 < sheet.Tokens.Length && (sheet.Words.IsTime(sheet.Tokens[at + 1].Lower) || (sheet.ChunkEnd(at + 1) is var end and > 0 && sheet.Words.IsTime(sheet.Tokens[end - 1].Lower)));

    /// <summary>Whether a noun phrase begins here and a verb with tense follows it: a clause, not a second member.</summary>
    public static bool StartsClause(Sheet sheet, int at, int limit)
    {
        if (at >= limit)
        {
            return false;
        }

        var end = sheet.ChunkFirst(at) >= 0 ? sheet.ChunkEnd(at) : at;
        while (end < limit && end - at < Reach && (sheet.Tag(end) is "RB" or "POS" || (sheet.Tag(end) == "IN" && !sheet.Is(end, "that") && sheet.ChunkFirst(end + 1) >= 0)))
        {
            end = sheet.Tag(end) == "RB" ? end + 1 : Math.Max(end + 1, sheet.ChunkEnd(end + 1));
        }

        return end > at && end < limit && sheet.IsFinite(end);
    }

    /// <summary>Whether the noun phrase that ends at a token is the object of a verb or preposition.</summary>
    private static bool FollowsVerb(Sheet sheet, int last, int floor)
    {
        var first = sheet.ChunkFirst(last);
        return first - 1 >= floor && (sheet.IsVerb(first - 1) || (sheet.Tag(first - 1) is "IN" or "TO" && sheet.IsVerb(first - 2)));
    }

    private static int BracketEnd(Sheet sheet, int open, int limit)
    {
        for (var i = open + 1; i < limit && i < open + 10; i++)
        {
            if (sheet.Is(i, ")"))
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static int BracketStart(Sheet sheet, int close, int floor)
    {
        for (var i = close - 1; i >= floor && i > close - 10; i--)
        {
            if (sheet.Is(i, "("))
            {
                return i;
            }
        }

        return close;
    }
}
