namespace OnRecord.Attributions;

/// <summary>Makes content whole where it is a quotation: from its opening mark, and through all its paragraphs.</summary>
internal static class QuotedContent
{
    /// <summary>Content that begins with a later sentence or paragraph of a quotation gets those before it, as far as no other cue has them.</summary>
    public static void AddOpening(Sheet sheet, Draft draft, Neighbours others)
    {
        if (draft.Content.Count == 0)
        {
            return;
        }

        var start = draft.Content[0].Start;
        var first = sheet.Analysis.TokenAt(start);
        var at = sheet.QuotationAt(first);
        if (at < 0)
        {
            return;
        }

        var quotation = sheet.Quotations[at];
        var part = quotation.Parts.LastOrDefault(part => part.Start <= start);
        if (part.Start < start && part.End > start && sheet.QuotationAt(draft.Cue.Head) != at && IsSentenceEnd(sheet, first)
            && !others.Of(draft).Any(other => sheet.QuotationAt(other.Cue.Head) != at && other.Content.Exists(new TextSpan(part.Start, start).Overlaps)))
        {
            draft.Content[0] = new TextSpan(part.Start, draft.Content[0].End);
        }

        var before = quotation.Parts.TakeWhile(part => part.End <= draft.Content[0].Start);
        draft.Content.InsertRange(0, before.Where(part => !others.Of(draft).Any(other => other.Content.Exists(content => content.Overlaps(part)))));
    }

    /// <summary>A range's span; where it leaves the window in the middle of a quotation that it began, the whole quotation.</summary>
    public static IEnumerable<TextSpan> Whole(Sheet sheet, Range range)
    {
        var span = sheet.Analysis.SpanOf(range.First, range.End);
        var at = sheet.QuotationAt(range.End - 1);
        if (at >= 0 && !sheet.Closes(range.End - 1) && IsSentenceEnd(sheet, range.End) && sheet.QuotationAt(range.First) == at && sheet.Quotations[at].Parts is var parts)
        {
            return parts.Select(part => new TextSpan(Math.Max(part.Start, span.Start), Math.Max(part.End, span.Start))).Where(part => !part.IsEmpty);
        }

        return Paragraphs(sheet, range);
    }

    /// <summary>A part a paragraph.</summary>
    private static IEnumerable<TextSpan> Paragraphs(Sheet sheet, Range range)
    {
        var first = range.First;
        for (var i = range.First + 1; i <= range.End; i++)
        {
            if (i == range.End || BlockOf(sheet, i) != BlockOf(sheet, i - 1))
            {
                yield return sheet.Analysis.SpanOf(first, i);
                first = i;
            }
        }
    }

    private static int BlockOf(Sheet sheet, int token) => sheet.Analysis.Sentences[sheet.Tokens[token].Sentence].Block;

    private static bool IsSentenceEnd(Sheet sheet, int token) => token >= sheet.Tokens.Length || sheet.Tokens[token].Sentence != sheet.Tokens[token - 1].Sentence;
}
