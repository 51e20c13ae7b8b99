using OnRecord.Language.Syntax;

namespace OnRecord.Attributions;

/// <summary>Gives quotations that no cue claims to the speaker of the quotation or sentence beside them.</summary>
internal static class QuoteContinuation
{
    /// <summary>How many cues back the speaker is looked for; cues within quotations count, and speak for nobody else.</summary>
    private const int LongestBack = 12;

    /// <summary>A quotation of no more characters that is no sentence may be a name or a phrase.</summary>
    private const int LongestFragment = 15;

    public static void Join(Sheet sheet, List<Draft> drafts)
    {
        drafts.Sort((left, right) => left.CueSpan.CompareTo(right.CueSpan));
        var claimed = Claimed(sheet, drafts);
        var next = 0;
        for (var i = 0; i < sheet.Quotations.Length; i++)
        {
            var quotation = sheet.Quotations[i];
            if (claimed[i] || !StandsAlone(sheet, quotation))
            {
                continue;
            }

            while (next < drafts.Count && drafts[next].CueSpan.Start < quotation.Start)
            {
                next++;
            }

            if (Speaker(sheet, drafts, next, quotation) is { } draft)
            {
                draft.Content.AddRange(quotation.Parts);
                draft.LastToken = Math.Max(draft.LastToken, sheet.Analysis.TokenAt(quotation.End - 1));
            }
        }
    }

    /// <summary>The attribution before the quotation whose own words end right before it: in the same paragraph or the one before.</summary>
    private static Draft? Speaker(Sheet sheet, List<Draft> drafts, int next, Quotation quotation)
    {
        for (var i = next - 1; i >= 0 && i >= next - LongestBack; i--)
        {
            var draft = drafts[i];
            if (sheet.QuotationAt(draft.Cue.Head) >= 0 || draft.Cue.Class is "judge" or "want" or "show" or "seem" or "alone" || !IsSaying(sheet, draft))
            {
                continue;
            }

            var from = sheet.Tokens[Math.Min(LastToken(sheet, draft), sheet.Tokens.Length - 1)].Span.End;
            return from <= quotation.Start && IsBlank(sheet.Text, from, quotation.Start) ? draft : null;
        }

        return null;
    }

    /// <summary>Last token of the cue and its content; a cue may have found no content so far ("the minister told“").</summary>
    private static int LastToken(Sheet sheet, Draft draft) => draft.Content.Count == 0
        ? draft.LastToken
        : Math.Max(draft.LastToken, sheet.Analysis.TokenAt(Math.Max(0, draft.Content.Max(span => span.End) - 1)));

    private static bool IsSaying(Sheet sheet, Draft draft) => !IsDenied(sheet, draft) && draft.Rule != Rules.QuoteSignature && draft.Cue.Class is "say" or "tell" or "ask" or "manner" or "source-behind" or "colon";

    /// <summary>"He did not suggest a new dam" opens no quotation: who says the next one said something before.</summary>
    private static bool IsDenied(Sheet sheet, Draft draft) => sheet.Tokens[draft.Cue.First..draft.Cue.End].Any(VerbGroups.IsNegation);

    private static bool IsBlank(string text, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (!char.IsWhiteSpace(text[i]) && text[i] is not ('.' or ',' or '…'))
            {
                // A short tail of the cue's sentence ("on Monday.") stands between.
                return end - from < 60 && text.AsSpan(from, end - from).LastIndexOf('.') >= 0 && text.AsSpan(from, end - from).Count('.') == 1;
            }
        }

        return true;
    }

    /// <summary>Whether the quotation begins a sentence and is more than a phrase.</summary>
    private static bool StandsAlone(Sheet sheet, Quotation quotation)
    {
        var first = sheet.Analysis.TokenAt(quotation.Start);
        if (first >= sheet.Tokens.Length)
        {
            return false;
        }

        var sentence = sheet.Analysis.Sentences[sheet.Tokens[first].Sentence];
        var isSentence = quotation.Closed && sheet.Text[quotation.End - 2] is '.' or '?' or '!';
        return sentence.FirstToken == first && (isSentence || quotation.End - quotation.Start > LongestFragment);
    }

    private static bool[] Claimed(Sheet sheet, List<Draft> drafts)
    {
        var claimed = new bool[sheet.Quotations.Length];
        foreach (var span in drafts.SelectMany(draft => draft.Content))
        {
            var last = -1;
            for (var t = sheet.Analysis.TokenAt(span.Start); t < sheet.Tokens.Length && sheet.Tokens[t].Span.Start < span.End; t++)
            {
                if (sheet.QuotationAt(t) is var at and >= 0 && at != last)
                {
                    claimed[at] |= sheet.Quotations[at].Parts.Any(span.Contains);
                    last = at;
                }
            }
        }

        return claimed;
    }
}
