namespace OnRecord.Attributions.Chains;

/// <summary>"The agency, citing two officials, said …", "according to the Post, which cited a memo": whom a report cites stands behind what it reports.</summary>
internal static class CitedSources
{
    public static void Read(Sheet sheet, Sentence sentence, int verb, List<Draft> drafts)
    {
        var isRelative = verb > sentence.FirstToken && sheet.Tokens[verb - 1].Lower is "which" or "who";
        if ((sheet.Tag(verb) != "VBG" && !isRelative) || CitedAt(sheet, verb) is not { } at || at >= sentence.EndToken)
        {
            return;
        }

        var end = NounPhrases.End(sheet, at, sentence.EndToken, deep: true);
        if (end == at || !Informants.IsOne(sheet, at) || sheet.Is(end, "as") || Host(sheet, verb, isRelative, drafts) is not { } host)
        {
            return;
        }

        var first = isRelative ? verb - 1 : verb;
        var content = ChainLinks.Without(sheet, host.Content, first, end);
        if (content.Count == 0)
        {
            return;
        }

        host.Content.Clear();
        host.Content.AddRange(content);
        drafts.RemoveAll(draft => ChainLinks.At([draft], verb) is not null);
        var link = ChainLinks.New(sheet, new Range(verb, at), verb, new Range(at, end), Rules.LinkCited);
        link.Content.AddRange(content);
        link.Within = host;
        drafts.Add(link);
    }

    /// <summary>Where the cited one is named: behind "citing", "quoting", "pointing to".</summary>
    private static int? CitedAt(Sheet sheet, int verb) =>
        sheet.Words.Is("cites", sheet.Lemma(verb)) ? verb + 1
        : sheet.Words.Is("points", sheet.Lemma(verb)) && sheet.Is(verb + 1, "to") ? verb + 2
        : null;

    /// <summary>The report that cites: the one whose source the relative clause is about, or the nearest cue of saying outside of whose content the citing stands.</summary>
    private static Draft? Host(Sheet sheet, int verb, bool isRelative, List<Draft> drafts)
    {
        var at = sheet.Tokens[verb].Span;
        var hosts = drafts.Where(draft => draft.Source is not null && draft.Cue.Class is not ("seem" or "want" or "alone") && ChainLinks.At([draft], verb) is null);
        return isRelative
            ? hosts.Where(draft => draft.Source!.Value.End <= at.Start).MaxBy(draft => draft.Source!.Value.End)
            : hosts.Where(draft => sheet.QuotationAt(draft.Cue.Head) == sheet.QuotationAt(verb) && !IsInside(draft, at)).MinBy(draft => Math.Abs(draft.Cue.Head - verb));
    }

    /// <summary>Whether the citing is a part of what the draft reports: something of the same content stands on both sides of it, and the cue is not next to it.</summary>
    private static bool IsInside(Draft draft, TextSpan citing) =>
        draft.Content.Exists(content => content.Start < citing.Start && content.Contains(citing) && content.Start > draft.CueSpan.End);
}
