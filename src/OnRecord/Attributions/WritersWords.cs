namespace OnRecord.Attributions;

/// <summary>Ends reported content where the writer goes on in words of his own: what stands against it, and what another says.</summary>
internal static class WritersWords
{
    /// <summary>Cuts the contents of indirect speech; what stands in quotation marks is left as it is.</summary>
    public static void LeaveOut(Sheet sheet, List<Draft> drafts)
    {
        foreach (var draft in drafts)
        {
            for (var i = 0; i < draft.Content.Count; i++)
            {
                draft.Content[i] = Cut(sheet, draft, draft.Content[i]);
            }

            TakeScraps(sheet, draft);
        }
    }

    private static TextSpan Cut(Sheet sheet, Draft draft, TextSpan content)
    {
        var (cue, first) = (draft.Cue, sheet.Analysis.TokenAt(content.Start));
        if (content.Start < draft.CueSpan.End || first >= sheet.Tokens.Length || draft.Rule is Rules.SpeakerColon)
        {
            return content;
        }

        for (var i = first + 1; i < sheet.Tokens.Length && sheet.Tokens[i].Span.Start < content.End && sheet.Tokens[i].Sentence == sheet.Tokens[first].Sentence; i++)
        {
            if (sheet.QuotationAt(i) == sheet.QuotationAt(cue.Head) && sheet.QuotationAt(first) == sheet.QuotationAt(cue.Head) && Begins(sheet, i, content, cue))
            {
                var end = i;
                while (end > first + 1 && (sheet.Tokens[end - 1].Upos is Upos.PUNCT || sheet.Is(end - 1, "even")) && sheet.QuotationAt(end - 1) == sheet.QuotationAt(cue.Head))
                {
                    end--;
                }

                return sheet.Analysis.SpanOf(first, end) is var cut && cut.Start >= content.Start ? cut : content;
            }
        }

        return content;
    }

    /// <summary>Whether the writer takes over at a token.</summary>
    private static bool Begins(Sheet sheet, int at, TextSpan content, Cue cue)
    {
        var word = sheet.Tokens[at].Lower;
        if (word == ";")
        {
            return OtherSubject(sheet, at + 1, content) >= 0;
        }

        var isApart = sheet.Is(at - 1, ",") || sheet.Is(at - 1, "—") || sheet.Is(at - 1, "–");
        if (word is "although" or "though" or "whereas")
        {
            return (isApart || sheet.Is(at - 1, "even")) && OtherSubject(sheet, at + 1, content) >= 0;
        }

        // "…, according to a survey", "…, conceding the race": another's word, and what the speaker did.
        if (isApart && (word == "according" || (sheet.Tag(at) == "VBG" && ((sheet.Tokens[at].Head == cue.Head && sheet.Trees.Is(at, "advcl")) || sheet.Words.Verb(sheet.Lemma(at)) is { Class: "say" or "tell" }))))
        {
            return true;
        }

        // "…, but photographs showed", "…, but few believed": another knows better.
        return isApart && word is "but" or "yet" && OtherSubject(sheet, at + 1, content) is var subject and >= 0 && Tells(sheet, subject);
    }

    /// <summary>The verb of a clause that begins here with a subject of its own, and not with a pronoun for somebody spoken of; −1 where none does.</summary>
    private static int OtherSubject(Sheet sheet, int at, TextSpan content)
    {
        for (var i = at; i < at + NounPhrases.Reach && i < sheet.Tokens.Length && sheet.Tokens[i].Span.Start < content.End; i++)
        {
            if (sheet.Trees.Is(i, "nsubj") && sheet.Tokens[i].Head > i)
            {
                return sheet.Tag(i) is "PRP" or "WP" or "WDT" or "EX" ? -1 : sheet.Tokens[i].Head;
            }
        }

        return -1;
    }

    /// <summary>A verb by which somebody tells, thinks or shows.</summary>
    private static bool Tells(Sheet sheet, int verb) => sheet.Words.Verb(sheet.Lemma(verb)) is { Class: "say" or "tell" or "show" or "think" or "judge" or "perceive" };

    /// <summary>A few words out of the middle of another sentence, and marks without a word, are a tagger's slip.</summary>
    private static void TakeScraps(Sheet sheet, Draft draft)
    {
        var own = sheet.Tokens[draft.Cue.Head].Sentence;
        var kept = draft.Content.Where(span => HasWord(sheet.Text, span) && !IsScrap(sheet, span, own)).ToList();
        if (kept.Count > 0 && kept.Count < draft.Content.Count)
        {
            draft.Content.Clear();
            draft.Content.AddRange(kept);
            draft.LastToken = Math.Max(draft.Cue.End - 1, kept.Max(span => sheet.Analysis.TokenAt(span.End - 1)));
        }
    }

    private static bool HasWord(string text, TextSpan span) => text.AsSpan(span.Start, span.Length).IndexOfAnyInRange('0', 'z') >= 0 || span.Of(text).Any(char.IsLetterOrDigit);

    private static bool IsScrap(Sheet sheet, TextSpan span, int own)
    {
        var first = Math.Min(sheet.Analysis.TokenAt(span.Start), sheet.Tokens.Length - 1);
        var sentence = sheet.Analysis.Sentences[sheet.Tokens[first].Sentence];
        var begins = first;
        while (begins > sentence.FirstToken && sheet.Tokens[begins - 1].Upos == Upos.PUNCT)
        {
            begins--;
        }

        return sheet.Tokens[first].Sentence != own && begins > sentence.FirstToken;
    }
}
