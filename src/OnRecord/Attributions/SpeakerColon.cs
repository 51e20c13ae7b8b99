namespace OnRecord.Attributions;

/// <summary>The speaker before a colon, as transcripts and pulled quotes have it: "ONO: We will go on."</summary>
internal static class SpeakerColon
{
    private const int LongestName = 8;

    public static Draft? At(Sheet sheet, int sentenceIndex)
    {
        if (Speaker(sheet, sentenceIndex) is not var (first, end))
        {
            return null;
        }

        var block = sheet.Analysis.Document.Blocks[sheet.Analysis.Sentences[sentenceIndex].Block];
        var last = sheet.Analysis.TokenAt(block.Span.End - 1);
        last = Math.Min(BeforeNext(sheet, sentenceIndex) ?? last, sheet.Tokens.Length - 1);
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

    /// <summary>The speaker with whom a sentence begins: at the beginning of a block, or behind another's speech where a quotation follows the colon.</summary>
    private static Range? Speaker(Sheet sheet, int sentenceIndex)
    {
        var sentence = sheet.Analysis.Sentences[sentenceIndex];
        var block = sheet.Analysis.Document.Blocks[sentence.Block];
        var isFirst = sentenceIndex == 0 || sheet.Analysis.Sentences[sentenceIndex - 1].Block != sentence.Block;

        // A transcript printed as one quotation repeats the opening mark before each speaker.
        var first = sheet.Tokens[sentence.FirstToken].Lower is "“" or "\"" or "``" or "''" ? sentence.FirstToken + 1 : sentence.FirstToken;
        var end = NounPhrases.End(sheet, first, Math.Min(sentence.EndToken, sentence.FirstToken + LongestName), deep: false);
        if (end == first || end + 1 >= sheet.Tokens.Length || !sheet.Is(end, ":") || sheet.Tokens[end + 1].Span.Start >= block.Span.End)
        {
            return null;
        }

        var isName = sheet.Tag(end - 1) is "NNP" or "NNPS" || sheet.Is(end - 1, ")");
        return isName && ((isFirst && IsCapitals(sheet.Tokens[end - 1].Form)) || (sheet.Opens(end + 1) && (isFirst || first == sentence.FirstToken))) ? new Range(first, end) : null;
    }

    /// <summary>The token before the next speaker of the block; null where no other follows.</summary>
    private static int? BeforeNext(Sheet sheet, int sentenceIndex)
    {
        var sentences = sheet.Analysis.Sentences;
        for (var i = sentenceIndex + 1; i < sentences.Length && sentences[i].Block == sentences[sentenceIndex].Block; i++)
        {
            if (Speaker(sheet, i) is not null)
            {
                return sentences[i].FirstToken - 1;
            }
        }

        return null;
    }

    private static bool IsCapitals(string form) => form.Length > 2 && !form.Any(char.IsLower);
}
