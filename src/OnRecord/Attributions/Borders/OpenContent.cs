namespace OnRecord.Attributions.Borders;

/// <summary>A place where a content may end.</summary>
/// <param name="End">One past the last token of the content.</param>
/// <param name="Next">First word behind it; the end of the sentence where none is.</param>
internal readonly record struct ContentEnd(int End, int Next);

/// <summary>The part of a content whose end may be chosen, and the places where it may end.</summary>
/// <param name="Index">Which part of the draft's content it is.</param>
/// <param name="First">Its first token.</param>
/// <param name="Now">Which of the places it ends at now.</param>
/// <param name="Ends">The places, in the order of the text.</param>
internal sealed record OpenContent(int Index, int First, int Now, IReadOnlyList<ContentEnd> Ends)
{
    /// <summary>Places looked at on either side of the present one.</summary>
    private const int Most = 10;

    /// <summary>The last part of a content behind its cue, where it stands in the cue's sentence and does not end within a quotation; null where there is none.</summary>
    public static OpenContent? Of(Sheet sheet, Draft draft)
    {
        var index = draft.Content.FindLastIndex(span => span.Start >= draft.CueSpan.End);
        if (index < 0 || index != draft.Content.Count - 1)
        {
            return null;
        }

        var (first, end) = sheet.TokensOf(draft.Content[index]);
        if (sheet.Tokens[first].Sentence != draft.Cue.Sentence)
        {
            return null;
        }

        var sentence = sheet.Analysis.Sentences[draft.Cue.Sentence];
        var trimmed = Trimmed(sheet, draft.Cue, first, end);
        if (trimmed > sentence.EndToken || !IsFree(sheet, draft.Cue, trimmed))
        {
            return null;
        }

        var limit = draft.Source is { } source && source.Start > draft.Content[index].Start ? sheet.Analysis.TokenAt(source.Start) : sentence.EndToken;
        var ends = Places(sheet, draft.Cue, first, trimmed, limit).ToList();
        var now = ends.FindIndex(one => one.End == trimmed);
        var from = Math.Max(0, now - Most);
        return ends.Count < 2 ? null : new OpenContent(index, first, now - from, ends.GetRange(from, Math.Min(ends.Count, now + Most + 1) - from));
    }

    /// <summary>Without the marks at its end; those of a quotation in it stay.</summary>
    public static int Trimmed(Sheet sheet, Cue cue, int first, int end)
    {
        while (end > first + 1 && IsMark(sheet, cue, end - 1))
        {
            end--;
        }

        return end;
    }

    private static bool IsMark(Sheet sheet, Cue cue, int token) =>
        sheet.Tokens[token].Upos == Upos.PUNCT && !sheet.Is(token, ")") && (sheet.QuotationAt(token) < 0 || sheet.QuotationAt(token) == sheet.QuotationAt(cue.Head)) && !sheet.Closes(token);

    /// <summary>Whether a content may end before a token: not within a quotation that the cue does not stand in.</summary>
    private static bool IsFree(Sheet sheet, Cue cue, int end) =>
        sheet.QuotationAt(end - 1) is var at && (at < 0 || at == sheet.QuotationAt(cue.Head) || sheet.Closes(end - 1));

    private static IEnumerable<ContentEnd> Places(Sheet sheet, Cue cue, int first, int now, int limit)
    {
        var last = -1;
        for (var i = first + 1; i <= limit; i++)
        {
            var end = Trimmed(sheet, cue, first, i);
            if (end == last || !(end == now || IsFree(sheet, cue, end)))
            {
                continue;
            }

            var next = i;
            while (next < limit && IsMark(sheet, cue, next))
            {
                next++;
            }

            if (end == now || next >= limit || next > end || BeginsPhrase(sheet, next, first))
            {
                last = end;
                yield return new ContentEnd(end, next);
            }
        }
    }

    /// <summary>Whether a phrase of its own begins at a token, that hangs on something before it.</summary>
    private static bool BeginsPhrase(Sheet sheet, int token, int first)
    {
        var top = Top(sheet, token);
        return sheet.Trees.First(top) == token && sheet.Tokens[top].Head is var head && head < token
            && (head < first || sheet.Tokens[top].Relation is not ("det" or "amod" or "compound" or "flat" or "fixed" or "case" or "aux" or "aux:pass" or "cop" or "nummod" or "nmod:poss" or "compound:prt" or "goeswith" or "punct" or "obj" or "nsubj"));
    }

    /// <summary>The word on which all that begins at a token hangs, as far as it stands behind the token.</summary>
    public static int Top(Sheet sheet, int token)
    {
        for (var climb = 0; climb < NounPhrases.Reach && sheet.Tokens[token].Head is var head && head > token; climb++)
        {
            token = head;
        }

        return token;
    }
}
