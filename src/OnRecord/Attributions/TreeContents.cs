namespace OnRecord.Attributions;

/// <summary>Tells where the tree ends a content.</summary>
internal static class TreeContents
{
    /// <summary>One past the last token that a content behind its cue may hold; <paramref name="limit"/> where the tree does not say.</summary>
    public static int Limit(Sheet sheet, Cue cue, int limit)
    {
        var head = cue.Head;
        if (sheet.Trees.Branch(head, cue.Complement) < 0 || cue.Frame == Frame.Quote)
        {
            return limit;
        }

        var end = Math.Min(limit, sheet.Trees.End(head));
        foreach (var dependent in sheet.Trees.Of(head))
        {
            if (dependent > cue.Complement && sheet.Trees.First(dependent) > cue.Complement && Leaves(sheet, dependent, cue))
            {
                end = Math.Min(end, sheet.Trees.First(dependent));
            }
        }

        return end > cue.Complement ? end : limit;
    }

    /// <summary>Where a clause behind its cue ends, which the tree knows better than commas do; 0 where it does not say.</summary>
    public static int ClauseEnd(Sheet sheet, Cue cue, int limit)
    {
        if (cue.Frame is not (Frame.That or Frame.Clause or Frame.Wh or Frame.To) || cue.Voice == Voice.Noun)
        {
            return 0;
        }

        var branch = sheet.Trees.Branch(cue.Head, cue.Complement);
        return branch >= 0 && (sheet.Trees.Is(branch, "ccomp") || sheet.Trees.Is(branch, "xcomp"))
            ? BeforeOwnCue(sheet, cue, Math.Min(limit, sheet.Trees.End(branch)))
            : 0;
    }

    /// <summary>"… and added that": a verb of saying in the form of the cue's own, behind "and", is no part of what is said.</summary>
    private static int BeforeOwnCue(Sheet sheet, Cue cue, int end)
    {
        for (var i = cue.Complement + 1; i + 2 < end; i++)
        {
            if (sheet.Tag(i) == "CC" && sheet.IsFinite(i + 1) && sheet.Tag(i + 1) == sheet.Tag(cue.Head) && sheet.Words.Verb(sheet.Lemma(i + 1)) is { Class: "say" or "tell" }
                && sheet.QuotationAt(i) == sheet.QuotationAt(cue.Head) && (sheet.Is(i + 2, "that") || sheet.Opens(i + 2) || sheet.ChunkFirst(i + 2) == i + 2))
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>Whether a dependent of the cue begins what the source does not say: a second verb, the marks around it, a clause of time.</summary>
    private static bool Leaves(Sheet sheet, int dependent, Cue cue) =>
        (sheet.Trees.Is(dependent, "conj") || sheet.Trees.Is(dependent, "cc") || sheet.Trees.Is(dependent, "parataxis"))
        || (sheet.Trees.Is(dependent, "advcl") && cue.Voice != Voice.Passive && cue.Frame is Frame.That or Frame.Clause or Frame.Wh or Frame.To);
}
