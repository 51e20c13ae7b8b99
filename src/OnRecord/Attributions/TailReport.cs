namespace OnRecord.Attributions;

/// <summary>"…, TSN reports.": a name and a verb that end a sentence, where tagger and parser take the two for a noun phrase.</summary>
internal static class TailReport
{
    /// <summary>The draft of a cue that ends its sentence behind a comma and a name; null where it does not.</summary>
    public static Draft? At(Sheet sheet, Range tokens, Cue cue)
    {
        var sentence = sheet.Analysis.Sentences[cue.Sentence];
        var behind = tokens.End < sentence.EndToken ? tokens.End : sentence.EndToken - 1;
        var first = tokens.First;
        while (first > sentence.FirstToken && (sheet.Tag(first - 1) is "NNP" or "NNPS" || sheet.Is(first - 1, "the")) && tokens.First - first < NounPhrases.Reach)
        {
            first--;
        }

        var comma = first - 1;
        if (first == tokens.First || !sheet.IsStop(behind) || !sheet.Is(comma, ",") || comma - sentence.FirstToken < 3 || sheet.Words.Verb(sheet.Lemma(cue.Head)) is not { Class: "say" or "tell" } || sheet.QuotationAt(first) >= 0)
        {
            return null;
        }

        var draft = new Draft
        {
            Cue = cue,
            CueSpan = sheet.Analysis.SpanOf(tokens.First, tokens.End),
            Rule = Rules.Tagged,
            Source = sheet.Analysis.SpanOf(first, tokens.First),
            FirstToken = first,
            LastToken = tokens.End - 1,
        };
        draft.Content.Add(sheet.Analysis.SpanOf(sentence.FirstToken, comma));
        return draft;
    }
}
