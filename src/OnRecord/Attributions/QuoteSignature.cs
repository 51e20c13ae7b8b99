namespace OnRecord.Attributions;

/// <summary>The name below a quotation, as pulled quotes and letters have it: “We will go on.” — Ono</summary>
internal static class QuoteSignature
{
    private const int LongestName = 14;

    /// <summary>The attribution of a dash that stands in a sentence behind a quotation and before a name that ends the paragraph; null where there is none.</summary>
    public static Draft? At(Sheet sheet, int sentenceIndex)
    {
        var sentence = sheet.Analysis.Sentences[sentenceIndex];
        var end = sentence.EndToken;
        while (end > sentence.FirstToken && sheet.Is(end - 1, "."))
        {
            end--;
        }

        var last = sheet.Analysis.Document.Blocks[sentence.Block].Span.End;
        if (end - 1 <= sentence.FirstToken || (sentence.EndToken < sheet.Tokens.Length && sheet.Tokens[sentence.EndToken].Span.Start < last))
        {
            return null;
        }

        for (var dash = end - 2; dash >= sentence.FirstToken && dash > end - LongestName; dash--)
        {
            if (sheet.Tokens[dash].Lower is "—" or "–" or "―" or "--" or "-")
            {
                return IsName(sheet, dash + 1, end) && Quoted(sheet, dash, sheet.Analysis.Document.Blocks[sentence.Block].Span) is { } quoted ? Make(sheet, dash, end, sentenceIndex, quoted) : null;
            }
        }

        return null;
    }

    /// <summary>What is quoted before the dash. A paragraph from mark to mark is one quotation, though marks within it, or one turned the wrong way, leave its pairs open.</summary>
    private static IReadOnlyList<TextSpan>? Quoted(Sheet sheet, int dash, TextSpan block)
    {
        if (sheet.QuotationAt(dash) < 0 && sheet.Closes(dash - 1))
        {
            return sheet.Quotations[sheet.QuotationAt(dash - 1)].Parts;
        }

        var first = sheet.Analysis.TokenAt(block.Start);
        return first < dash - 2 && IsMark(sheet, first) && IsMark(sheet, dash - 1) ? [sheet.Analysis.SpanOf(first, dash)] : null;
    }

    private static bool IsMark(Sheet sheet, int token) => sheet.Tokens[token].Lower is "“" or "”" or "\"" or "''" or "``" or "„" or "«" or "»";

    /// <summary>A name, with what follows its first comma: "Ono, a farmer".</summary>
    private static bool IsName(Sheet sheet, int first, int end)
    {
        var name = NounPhrases.End(sheet, first, end, deep: false);
        return sheet.Tag(first) is "NNP" or "NNPS" && name > first && (name == end || sheet.Is(name, ","));
    }

    private static Draft Make(Sheet sheet, int dash, int end, int sentenceIndex, IReadOnlyList<TextSpan> quoted)
    {
        var draft = new Draft
        {
            Cue = new Cue(dash, dash + 1, dash, sheet.Tokens[dash].Form, "colon", Frame.Before, dash + 1, Voice.Phrase, sentenceIndex),
            CueSpan = sheet.Tokens[dash].Span,
            Rule = Rules.QuoteSignature,
            Source = sheet.Analysis.SpanOf(dash + 1, end),
            FirstToken = dash,
            LastToken = end - 1,
        };
        draft.Content.AddRange(quoted);
        return draft;
    }
}
