namespace OnRecord.Attributions;

/// <summary>Print closes a quotation of several paragraphs only in the last one: who speaks the first of them speaks all.</summary>
internal static class QuotedParagraphs
{
    public static void Complete(Sheet sheet, List<Draft> drafts)
    {
        var near = new Neighbours(drafts);
        foreach (var draft in drafts.Where(draft => draft.Content.Count > 0))
        {
            var last = draft.Content[^1];
            var token = sheet.Analysis.TokenAt(last.End - 1);
            if (sheet.QuotationAt(token) is not (>= 0 and var at) || sheet.Quotations[at] is not { Parts.Length: > 1 } quotation || sheet.QuotationAt(draft.Cue.Head) == at)
            {
                continue;
            }

            var part = quotation.Parts.FirstOrDefault(part => part.End == last.End);
            var rest = quotation.Parts.Where(next => part.End > 0 && next.Start >= part.End).ToList();
            if (rest.Count > 0 && !near.Of(draft).Any(other => sheet.QuotationAt(other.Cue.Head) != at && other.Content.Exists(content => rest.Exists(content.Overlaps))))
            {
                draft.Content.AddRange(rest);
                draft.LastToken = Math.Max(draft.LastToken, sheet.Analysis.TokenAt(quotation.End - 1));
            }
        }
    }
}
