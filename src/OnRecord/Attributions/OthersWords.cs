namespace OnRecord.Attributions;

/// <summary>Keeps what one says apart from what others say beside him.</summary>
internal static class OthersWords
{
    /// <summary>How many cues before and behind one may tell of the same saying.</summary>
    private const int Reach = 12;

    /// <summary>
    /// "The road is open, the engineer said, the Gazette reported": who hands on what was said is no part of it. And what another says in the next sentence, “so,” she said. “Thus,” he said, is the other's alone.
    /// </summary>
    public static void LeaveOut(Neighbours drafts)
    {
        foreach (var draft in drafts.All.Where(draft => draft.Content.Count > 1))
        {
            var own = draft.Content.Where(piece => piece.Start < draft.CueSpan.End || !drafts.Of(draft).Any(other => IsOuter(draft, other, piece) || IsOthers(draft, other, piece))).ToList();
            if (own.Count > 0 && own.Count < draft.Content.Count)
            {
                draft.Content.Clear();
                draft.Content.AddRange(own);
            }
        }
    }

    /// <summary>"said in November last year that …": the year is no cue of its own where the verb beside it has the same source and the same content.</summary>
    public static bool SaysAgain(Sheet sheet, Draft draft, List<(Range Cue, Draft? Draft)> cues, Roles[] roles, int place)
    {
        for (var i = Math.Max(0, place - Reach); i < Math.Min(cues.Count, place + Reach); i++)
        {
            if (i != place && cues[i].Draft is not null && roles[i].Source is { } source && draft.Source is { } own && sheet.Analysis.SpanOf(source.First, source.End).Overlaps(own)
                && roles[i].Content.Any(content => draft.Content.Exists(sheet.Analysis.SpanOf(content.First, content.End).Contains)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOuter(Draft inner, Draft outer, TextSpan piece) => piece.Contains(outer.CueSpan) && Holds(outer, inner.CueSpan);

    private static bool IsOthers(Draft draft, Draft other, TextSpan piece) => Holds(other, piece) && !Holds(other, draft.CueSpan) && !Holds(draft, other.CueSpan);

    private static bool Holds(Draft draft, TextSpan span) => draft.Content.Exists(content => content.Contains(span));
}
