namespace OnRecord.Attributions;

/// <summary>Reads what stands behind a verb or noun: whom it is said to, where and when, and the shape of the content.</summary>
internal static class Complements
{
    private const int LongestAside = 30;

    /// <summary>The frame behind a cue, where its content begins, and where the cue ends ("said in a statement", "called for").</summary>
    public static (Frame Frame, int Content, int CueEnd) Behind(Sheet sheet, int end, Sentence sentence, CueEntry entry)
    {
        var limit = sentence.EndToken;
        var cueEnd = end;
        if (end < limit && sheet.Tag(end) is "RB" && end + 1 < limit && (IsEnd(sheet, end + 1, limit) || sheet.Is(end + 1, "that")))
        {
            end = cueEnd = end + 1;
        }

        if (entry.Class is "say" or "tell" or "think" && InDocument(sheet, end, limit) is var behind and > 0)
        {
            end = cueEnd = behind;
        }

        if (Direct(sheet, end, limit, entry) is { } direct)
        {
            return (direct.Frame, direct.Content, direct.Frame == Frame.Preposition ? direct.Content : sheet.Is(end, ":") ? end + 1 : cueEnd);
        }

        // Behind the one who is told, or behind a phrase of time and place, a clause or quotation still counts.
        var aside = AfterRecipient(sheet, end, limit, entry);
        if (aside > end && Direct(sheet, aside, limit, entry) is { } told && told.Frame is not (Frame.Object or Frame.Ing or Frame.As))
        {
            return told.Frame == Frame.To ? (Frame.ObjectTo, end, cueEnd) : (told.Frame, told.Content, cueEnd);
        }

        var after = AfterAsides(sheet, aside, limit);
        if (after > aside && Direct(sheet, after, limit, entry) is { Frame: Frame.That or Frame.Quote or Frame.Wh or Frame.Clause } late)
        {
            return (late.Frame, late.Content, cueEnd);
        }

        if (sheet.ChunkFirst(end) == end && end < limit && !IsTimeChunk(sheet, end))
        {
            var stop = NounPhrases.End(sheet, end, limit, deep: false);
            if (stop < limit && sheet.Tag(stop) == "TO" && sheet.Tag(stop + 1) is "VB" or "RB")
            {
                return (Frame.ObjectTo, end, cueEnd);
            }

            return (stop < limit && sheet.Is(stop, "as") ? Frame.As : Frame.Object, end, cueEnd);
        }

        return (Frame.None, end, cueEnd);
    }

    private static (Frame Frame, int Content)? Direct(Sheet sheet, int at, int limit, CueEntry entry)
    {
        if (at >= limit)
        {
            return null;
        }

        if (sheet.Is(at, ":"))
        {
            return (Frame.Quote, at + 1);
        }

        if (sheet.Is(at, ",") && at + 1 < limit && sheet.Opens(at + 1))
        {
            return (Frame.Quote, at + 1);
        }

        if (sheet.Opens(at))
        {
            return (Frame.Quote, at);
        }

        if (sheet.Is(at, "that") && at + 1 < limit && (sheet.Tag(at) == "IN" || sheet.ChunkFirst(at + 1) >= 0 || NounPhrases.StartsClause(sheet, at + 1, limit)))
        {
            return (Frame.That, at);
        }

        if (sheet.Is(at, ",") && sheet.Is(at + 1, "that"))
        {
            return (Frame.That, at + 1);
        }

        if (sheet.Words.Is("wh", sheet.Tokens[at].Lower))
        {
            return (Frame.Wh, at);
        }

        if (sheet.Tag(at) == "TO" && (sheet.Tag(at + 1) is "VB" || (sheet.Tag(at + 1) == "RB" && sheet.Tag(at + 2) == "VB")))
        {
            return (Frame.To, at);
        }

        if (sheet.Tag(at) is "IN" or "TO" or "RP" && entry.Prepositions.Contains(sheet.Tokens[at].Lower))
        {
            return (Frame.Preposition, at + 1);
        }

        return sheet.Tag(at) == "VBG" && sheet.ChunkFirst(at) < 0 ? (Frame.Ing, at)
            : StartsContentClause(sheet, at, limit) ? (Frame.Clause, at)
            : null;
    }

    private static bool StartsContentClause(Sheet sheet, int at, int limit)
    {
        if (sheet.Tag(at) == "IN" && sheet.Tokens[at].Lower is "in" or "if" or "after" or "because" or "for" or "by" or "despite" && Comma(sheet, at, limit) is var comma and > 0)
        {
            at = comma + 1;
        }

        return at < limit && NounPhrases.StartsClause(sheet, at, limit);
    }

    private static int Comma(Sheet sheet, int at, int limit) => CommaBehind(sheet, at, Math.Min(limit, at + 10));

    private static int CommaBehind(Sheet sheet, int at, int limit)
    {
        for (var i = at + 1; i < limit; i++)
        {
            if (sheet.Is(i, ","))
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>End of "in a statement", "in an interview" directly behind a verb; 0 where there is none.</summary>
    private static int InDocument(Sheet sheet, int at, int limit)
    {
        if (at + 1 >= limit || sheet.Tokens[at].Lower is not ("in" or "during" or "on" or "at" or "via" or "by") || sheet.ChunkFirst(at + 1) != at + 1)
        {
            return 0;
        }

        var end = sheet.ChunkEnd(at + 1);
        return sheet.Words.Is("utterance", sheet.Lemma(end - 1)) ? end : 0;
    }

    private static int AfterRecipient(Sheet sheet, int at, int limit, CueEntry entry)
    {
        if (entry.Class is "tell" or "urge" or "ask" && sheet.ChunkFirst(at) == at)
        {
            return NounPhrases.End(sheet, at, limit, deep: true) is var end && end < limit && sheet.Is(end, ",") && sheet.ChunkFirst(end + 1) < 0 ? end : end;
        }

        return entry.Class is "say" && sheet.Is(at, "to") && sheet.ChunkFirst(at + 1) == at + 1
            ? NounPhrases.End(sheet, at + 1, limit, deep: true)
            : at;
    }

    /// <summary>Skips phrases of time and place, and what stands between a pair of commas.</summary>
    private static int AfterAsides(Sheet sheet, int at, int limit)
    {
        var stop = Math.Min(limit, at + LongestAside);
        while (at < stop)
        {
            if (sheet.Tag(at) is "IN" or "TO" && !sheet.Is(at, "that") && sheet.ChunkFirst(at + 1) == at + 1)
            {
                at = NounPhrases.End(sheet, at + 1, limit, deep: true);
            }
            else if (IsTimeChunk(sheet, at))
            {
                at = sheet.ChunkEnd(at);
            }
            else if (sheet.Tag(at) == "RB")
            {
                at++;
            }
            else if (sheet.Is(at, ",") && sheet.Tag(at + 1) is "VBG" or "IN" && CommaBehind(sheet, at + 1, stop) is var close and > 0 && (sheet.Is(close + 1, "that") || sheet.Opens(close + 1)))
            {
                // "reported, citing a memo, that …".
                return close + 1;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static bool IsTimeChunk(Sheet sheet, int at) =>
        sheet.ChunkFirst(at) == at && sheet.Words.IsTime(sheet.Tokens[sheet.ChunkEnd(at) - 1].Lower);

    private static bool IsEnd(Sheet sheet, int at, int limit) => at >= limit || sheet.Tokens[at].Upos == Upos.PUNCT;
}
