namespace OnRecord.Attributions.Chains;

/// <summary>"…, said Orlo, adding that …": a participle speaks for the source of the cue before it.</summary>
internal static class SharedSources
{
    public static void Give(Sheet sheet, List<Draft> drafts)
    {
        // "There have been reports that …": the verb says nothing of its own, the noun does.
        drafts.RemoveAll(draft => draft.Rule == Rules.Tagged && draft.Source is null && draft.Cue.Lemma is "have" or "be"
            && drafts.Exists(other => other != draft && draft.Content.Exists(content => content.Contains(other.CueSpan))));
        foreach (var draft in drafts.Where(draft => sheet.Tag(draft.Cue.Head) == "VBG" && (draft.Source is null || IsAdded(sheet, draft))))
        {
            var speaker = drafts.LastOrDefault(other => other.Source is not null && other.CueSpan.Start < draft.CueSpan.Start && other.Cue.Class is "say" or "tell"
                && !other.Content.Exists(content => content.Contains(draft.CueSpan)) && sheet.QuotationAt(other.Cue.Head) == sheet.QuotationAt(draft.Cue.Head)
                && (draft.Source is not { } own || other.Content.Exists(content => content.Contains(own))));
            draft.Source = speaker?.Source ?? draft.Source;
        }
    }

    /// <summary>"The sides are close, said an official, adding that …": who is spoken of before the speaker has added nothing.</summary>
    private static bool IsAdded(Sheet sheet, Draft draft) => draft.Cue.Class is "say" or "tell" && sheet.Is(draft.Cue.First - 1, ",") && draft.Source!.Value.End <= draft.CueSpan.Start;
}
