namespace OnRecord.Attributions;

/// <summary>Takes out drafts by which only the writer speaks, or turns to the reader: what he says in his own name is the text, and no attribution.</summary>
/// <remarks>Inside of quotation marks, behind a speaker's colon and in a block of quotation "I" and "you" are another's words, and stay.</remarks>
internal static class WriterSpeaks
{
    /// <param name="sheet">The sheet.</param>
    /// <param name="spoken">What stands behind speakers' colons.</param>
    /// <param name="drafts">The drafts.</param>
    public static void LeaveOut(Sheet sheet, Holders spoken, List<Draft> drafts) => drafts.RemoveAll(draft => !spoken.Hold(draft.CueSpan) && IsOwn(sheet, draft));

    private static bool IsOwn(Sheet sheet, Draft draft)
    {
        if (draft.Rule is Rules.SpeakerColon or Rules.QuoteSignature || IsAnothers(sheet, draft.Cue.Head))
        {
            return false;
        }

        if (IsConnective(sheet, draft.Cue.Head) || (sheet.Is(draft.Cue.Head, "assured") && sheet.Is(draft.Cue.Head - 1, "rest")))
        {
            return true;
        }

        return draft.Source is { } source
            ? sheet.Analysis.TokenAt(source.Start) is var first && !IsAnothers(sheet, first) && (IsWriter(sheet, source, first) || IsThisText(sheet, source, first))
            : IsTurnedToReader(sheet, draft) || IsSubject(sheet, draft.Cue.Head);
    }

    private static bool IsAnothers(Sheet sheet, int token) =>
        sheet.QuotationAt(token) >= 0 || sheet.Analysis.Document.Blocks[sheet.Analysis.Sentences[sheet.Tokens[token].Sentence].Block].Role == BlockRole.Quote;

    /// <summary>"I", "we", "you", "one": nobody of whom the text tells.</summary>
    private static bool IsWriter(Sheet sheet, TextSpan source, int first) =>
        sheet.Tokens[first].Span.End == source.End && sheet.Tokens[first].Lower is "i" or "we" or "you" or "me" or "us" or "ya";

    /// <summary>"Our testing", "our team", "this guide": the text, by another name.</summary>
    private static bool IsThisText(Sheet sheet, TextSpan source, int first)
    {
        var last = first;
        while (last + 1 < sheet.Tokens.Length && sheet.Tokens[last + 1].Span.End <= source.End && sheet.ChunkFirst(last + 1) == sheet.ChunkFirst(first))
        {
            last++;
        }

        return sheet.Tokens[first].Lower switch
        {
            "our" or "my" => sheet.Words.Is("own-text", sheet.Lemma(last)) || sheet.Words.Is("own-staff", sheet.Lemma(last)),
            "this" => sheet.Words.Is("own-text", sheet.Lemma(last)),
            _ => false,
        };
    }

    /// <summary>"Consider these …", "Learn how to …": a command, or one joined to another.</summary>
    private static bool IsTurnedToReader(Sheet sheet, Draft draft)
    {
        var head = draft.Cue.Head;
        if (sheet.Tag(head) is not ("VB" or "VBP") || sheet.Tokens[draft.Cue.First..draft.Cue.End].Any(token => token.Xpos is "TO" or "MD") || sheet.Trees.Subject(head) >= 0)
        {
            return false;
        }

        var first = sheet.Trees.Is(head, "conj") ? sheet.Tokens[head].Head : head;
        return sheet.Tag(first) is "VB" or "VBP" && sheet.Tokens[first].Relation == "root" && sheet.Trees.Subject(first) < 0 && sheet.Trees.Dependent(first, "aux") is var helper && (helper < 0 || sheet.Lemma(helper) == "do");
    }

    /// <summary>"Knowing how to sail helps": a deed is the subject, and nobody's word.</summary>
    private static bool IsSubject(Sheet sheet, int head) =>
        sheet.Tag(head) == "VBG" && (sheet.Trees.Is(head, "csubj") || sheet.Trees.Is(head, "nsubj") || sheet.Analysis.Sentences[sheet.Tokens[head].Sentence].FirstToken == head);

    /// <summary>"That said, …", "All that said, …"; "rest assured" is the like.</summary>
    private static bool IsConnective(Sheet sheet, int head)
    {
        var first = sheet.Analysis.Sentences[sheet.Tokens[head].Sentence].FirstToken;
        return sheet.Is(head, "said") && sheet.Is(head - 1, "that") && (head - 1 == first || (head - 2 <= first + 1 && sheet.Is(head - 2, "all")));
    }
}
