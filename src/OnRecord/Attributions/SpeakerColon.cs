namespace OnRecord.Attributions;

/// <summary>The speaker before a colon, as transcripts and pulled quotes have it: "ONO: We will go on."</summary>
internal static class SpeakerColon
{
    private const int LongestName = 8;

    public static Draft? At(Sheet sheet, int sentenceIndex)
    {
        var sentence = sheet.Analysis.Sentences[sentenceIndex];
        var block = sheet.Analysis.Document.Blocks[sentence.Block];
        if (sentenceIndex > 0 && sheet.Analysis.Sentences[sentenceIndex - 1].Block == sentence.Block)
        {
            return null;
        }

        // A transcript printed as one quotation repeats the opening mark before each speaker.
        var first = sheet.Tokens[sentence.FirstToken].Lower is "“" or "\"" or "``" or "''" ? sentence.FirstToken + 1 : sentence.FirstToken;
        var end = NounPhrases.End(sheet, first, Math.Min(sentence.EndToken, sentence.FirstToken + LongestName), deep: false);
        if (end == first || end + 1 >= sheet.Tokens.Length || !sheet.Is(end, ":") || sheet.Tokens[end + 1].Span.Start >= block.Span.End)
        {
            return null;
        }

        var isName = sheet.Tag(end - 1) is "NNP" or "NNPS" || sheet.Is(end - 1, ")");
        if (!isName || !(IsCapitals(sheet.Tokens[end - 1].Form) || sheet.Opens(end + 1)))
        {
            return null;
        }

        var last = sheet.Analysis.TokenAt(block.Span.End - 1);
        last = Math.Min(last, sheet.Tokens.Length - 1);
        var cue = new Cue(end, end + 1, end, ":", "colon", Frame.Quote, end + 1, Voice.Phrase, sentenceIndex);
        var draft = new Draft
        {
            Cue = cue,
            CueSpan = sheet.Tokens[end].Span,
            Rule = Rules.SpeakerColon,
            Source = sheet.Analysis.SpanOf(first, end),
            FirstToken = first,
            LastToken = last,
        };
        draft.Content.Add(new TextSpan(sheet.Tokens[end + 1].Span.Start, Math.Max(sheet.Tokens[end + 1].Span.End, sheet.Tokens[last].Span.End)));
        return draft;
    }

    private static bool IsCapitals(string form) => form.Length > 2 && !form.Any(char.IsLower);
}
