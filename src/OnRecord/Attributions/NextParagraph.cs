namespace OnRecord.Attributions;

/// <summary>Content that stands in the paragraph behind its cue: "Ono said:", then a quotation set apart.</summary>
internal static class NextParagraph
{
    /// <summary>Adds the next paragraph to a draft whose cue ends its own with a colon; false where it does not.</summary>
    public static bool Of(Sheet sheet, Sentence sentence, Cue cue, Draft draft)
    {
        var next = sentence.EndToken;
        if (cue.Class is not ("say" or "tell" or "ask") || cue.Complement != next || next >= sheet.Tokens.Length || !sheet.Is(next - 1, ":"))
        {
            return false;
        }

        var block = sheet.Analysis.Sentences[sheet.Tokens[next].Sentence].Block;
        if (block == sentence.Block || sheet.Analysis.Document.Blocks[block] is not { Role: BlockRole.Paragraph or BlockRole.Quote } paragraph)
        {
            return false;
        }

        if (sheet.Opens(next))
        {
            draft.Content.AddRange(sheet.Quotations[sheet.QuotationAt(next)].Parts);
        }
        else
        {
            draft.Content.Add(new TextSpan(sheet.Tokens[next].Span.Start, paragraph.Span.End));
        }

        draft.LastToken = sheet.Analysis.TokenAt(draft.Content[^1].End - 1);
        return true;
    }
}
