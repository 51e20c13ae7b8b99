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
                return sheet.QuotationAt(dash) < 0 && sheet.Closes(dash - 1) && IsName(sheet, dash + 1, end) ? Make(sheet, dash, end, sentenceIndex) : null;
            }
        }

        return null;
    }

    /// <summary>A name, with what follows its first comma: "Ono, a farmer".</summary>
    private static bool IsName(Sheet sheet, int first, int end)
    {
        var name = NounPhrases.End(sheet, first, end, deep: false);
        return sheet.Tag(first) is "NNP" or "NNPS" && name > first && (name == end || sheet.Is(name, ","));
    }

    private static Draft Make(Sheet sheet, int dash, int end, int sentenceIndex)
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
        draft.Content.AddRange(sheet.Quotations[sheet.QuotationAt(dash - 1)].Parts);
        return draft;
    }
}
