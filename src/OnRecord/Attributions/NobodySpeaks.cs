namespace OnRecord.Attributions;

/// <summary>Takes out drafts by which nobody says anything, whatever a tagger makes of them.</summary>
internal static class NobodySpeaks
{
    /// <summary>
    /// What nobody judges, inside another's content, must be a clause or a quotation, or stand behind a verb of saying: "to focus on", "writing a speech", "as opposed to" are deeds and thoughts spoken of. Nouns
    /// without a possessor tell whose thought it is to nobody.
    /// </summary>
    public static void LeaveOutBare(List<Draft> inner) => inner.RemoveAll(draft => draft.Cue switch
    {
        { Voice: Voice.Noun } cue => draft.Source is null && cue.Frame is Frame.Preposition or Frame.To,
        { Voice: Voice.Passive } cue => draft.Source is null && cue.Class is "judge" or "perceive" or "manner",
        var cue => cue.Frame is Frame.Object or Frame.Preposition or Frame.Ing && cue.Class is "judge" or "think" or "want" or "perceive" or "show" or "manner",
    });

    public static void LeaveOut(Sheet sheet, List<Draft> drafts) => drafts.RemoveAll(draft => draft.Content.Count == 0 || IsMadeUp(sheet, draft));

    private static bool IsMadeUp(Sheet sheet, Draft draft)
    {
        if (draft.Rule is Rules.SpeakerColon or Rules.QuoteSignature || draft.IsPlain)
        {
            return false;
        }

        return HasNoCue(sheet, draft) || IsAct(sheet, draft) || IsMade(sheet, draft) || IsEmpty(sheet, draft) || (draft.Source is { } source && (IsNobody(sheet, source) || IsReader(sheet, draft, source))) || IsGesture(sheet, draft);
    }

    /// <summary>"will also", "has", "on": words of grammar say nothing. A mark may, behind a speaker's name: "Orlo: We will not pay."</summary>
    private static bool HasNoCue(Sheet sheet, Draft draft)
    {
        var (first, end) = (draft.Cue.First, draft.Cue.End);
        for (var i = first; i < end; i++)
        {
            var token = sheet.Tokens[i];
            if (token.Upos is Upos.VERB or Upos.NOUN or Upos.PROPN or Upos.ADJ && !(sheet.IsVerb(i) && sheet.Lemma(i) is "have" or "be" or "do" && end - first == 1))
            {
                return false;
            }
        }

        return !(draft.Source is { } source && sheet.Tokens[first].Upos == Upos.PUNCT && IsShort(sheet, source) && source.End <= draft.CueSpan.Start && draft.Content.TrueForAll(span => span.Start >= draft.CueSpan.End) && IsSentence(sheet, draft.Content[0]));
    }

    /// <summary>"The attack on Karsk": an act. And a verb that no lexicon knows, without anybody who speaks, about a thing: "outraged many users".</summary>
    private static bool IsAct(Sheet sheet, Draft draft)
    {
        var head = draft.Cue.Head;
        return (!sheet.IsVerb(head) && sheet.Words.Is("event", sheet.Lemma(head)))
            || (draft is { Rule: Rules.Tagged, Source: null } && sheet.IsVerb(head) && sheet.Words.Verb(sheet.Lemma(head)) is null && !draft.Content.Exists(content => IsSentence(sheet, content)));
    }

    /// <summary>
    /// "It seems to leak", "is meant to last", "known as a tie", "so-called", a thing that offers or refers to something, and who backs or seeks it: looks, purposes, names, uses and deeds are nobody's word.
    /// </summary>
    private static bool IsMade(Sheet sheet, Draft draft)
    {
        var (head, lemma) = (draft.Cue.Head, sheet.Lemma(draft.Cue.Head));
        if (draft.Rule == Rules.Seeming)
        {
            return true;
        }

        if (draft.Source is null)
        {
            var next = sheet.Tokens[Math.Min(head + 1, sheet.Tokens.Length - 1)].Lower;
            return draft.Cue.Class == "seem"
                || (draft.Cue.Voice == Voice.Passive && ((sheet.Words.Is("purpose", lemma) && next is "to" or "for") || (lemma is "know" && next is "as" or "for") || (lemma is "refer" && next is "to" or "as") || (lemma is "call" && sheet.Is(head - 1, "so"))));
        }

        return (sheet.Words.Is("side", lemma) || (sheet.Words.Is("use", lemma) && IsThing(sheet, draft.Source.Value))) && !draft.Content.Exists(content => IsSentence(sheet, content));
    }

    /// <summary>Neither a name nor a person, nor a text that could tell.</summary>
    private static bool IsThing(Sheet sheet, TextSpan source)
    {
        var first = sheet.Analysis.TokenAt(source.Start);
        var head = sheet.ChunkEnd(first) is var end && end > first ? end - 1 : first;
        return sheet.Tag(head) is "NN" or "NNS" or "WDT" or "DT" || sheet.Is(head, "it") ? !sheet.Words.Is("informant", sheet.Lemma(head)) && !sheet.Words.Is("collective", sheet.Lemma(head)) && !sheet.Words.Is("document", sheet.Lemma(head)) : false;
    }

    /// <summary>A content that tells nothing: "that", "why", "you".</summary>
    private static bool IsEmpty(Sheet sheet, Draft draft) => draft.Content.TrueForAll(content =>
    {
        var first = sheet.Analysis.TokenAt(content.Start);
        return first >= sheet.Tokens.Length || (sheet.Tokens[first].Span.End >= content.End && sheet.Tag(first) is "PRP" or "WRB" or "WDT" or "IN" or "TO" && sheet.QuotationAt(first) == sheet.QuotationAt(draft.Cue.Head));
    });

    /// <summary>A list goes on behind its colon with things; who speaks, with a clause or a quotation.</summary>
    private static bool IsSentence(Sheet sheet, TextSpan content)
    {
        var first = sheet.Analysis.TokenAt(content.Start);
        for (var i = first; i < sheet.Tokens.Length && sheet.Tokens[i].Span.Start < content.End; i++)
        {
            if (sheet.QuotationAt(i) >= 0 || (sheet.IsFinite(i) && sheet.Trees.Subject(i) >= 0))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsShort(Sheet sheet, TextSpan source)
    {
        var first = sheet.Analysis.TokenAt(source.Start);
        return sheet.Tag(first) is "NNP" or "NNPS" || sheet.ChunkFirst(first) == first;
    }

    /// <summary>"a", "the", "'s": articles, clitics and marks are nobody.</summary>
    private static bool IsNobody(Sheet sheet, TextSpan source)
    {
        for (var i = sheet.Analysis.TokenAt(source.Start); i < sheet.Tokens.Length && sheet.Tokens[i].Span.Start < source.End; i++)
        {
            if (!(sheet.Tokens[i].Lower is "a" or "an" or "the" or "'s" or "’s" or "there" || sheet.Tokens[i].Upos is Upos.PUNCT or Upos.ADP or Upos.CCONJ or Upos.PART or Upos.SYM))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// "You may remember Orlo from …", "as you know": the writer turns to the reader; and "you know", "I mean", set apart by commas, fill a pause.
    /// What "you" are said to have said is said: "You told us that …".
    /// </summary>
    private static bool IsReader(Sheet sheet, Draft draft, TextSpan source)
    {
        var lower = source.Of(sheet.Text).ToLowerInvariant();
        var head = draft.Cue.Head;
        var isSaying = sheet.Words.Verb(sheet.Lemma(head)) is { Class: "say" or "tell" or "ask" };
        if (lower is "you" or "one" or "ya")
        {
            var modal = sheet.Tokens[draft.Cue.First..draft.Cue.End].Any(token => token.Xpos == "MD");
            return !isSaying || modal || IsSetApart(sheet, draft);
        }

        return lower == "i" && sheet.Lemma(head) is "mean" or "see" && IsSetApart(sheet, draft);
    }

    /// <summary>Pronoun and verb stand alone between commas, marks or ends of a sentence.</summary>
    private static bool IsSetApart(Sheet sheet, Draft draft)
    {
        var first = Math.Min(draft.Cue.First, sheet.Analysis.TokenAt(draft.Source!.Value.Start));
        return IsMark(sheet, first - 1) && IsMark(sheet, draft.Cue.End) && draft.Cue.End - first <= 3;
    }

    private static bool IsMark(Sheet sheet, int token) => token < 0 || token >= sheet.Tokens.Length || sheet.Tokens[token].Upos == Upos.PUNCT;

    /// <summary>A quotation that ends with a stop of its own before the sentence of the cue begins, though the two were taken for one sentence.</summary>
    private static bool IsClosed(Sheet sheet, TextSpan content, Draft draft)
    {
        var last = sheet.Analysis.TokenAt(content.End - 1);
        return content.End <= draft.CueSpan.Start && sheet.Closes(last) && sheet.Is(last - 1, ".") && last + 1 < sheet.Tokens.Length && char.IsUpper(sheet.Tokens[last + 1].Form[0]);
    }

    /// <summary>“The vote is lost.” Her deputy nodded: who moves beside a quotation has not spoken it.</summary>
    private static bool IsGesture(Sheet sheet, Draft draft)
    {
        var own = sheet.Tokens[draft.Cue.Head].Sentence;
        return draft.Rule == Rules.Tagged && sheet.IsVerb(draft.Cue.Head) && sheet.Words.Verb(sheet.Lemma(draft.Cue.Head)) is not { Class: "say" or "tell" or "ask" or "call" }
            && draft.Content.TrueForAll(span => sheet.Tokens[Math.Min(sheet.Analysis.TokenAt(span.Start), sheet.Tokens.Length - 1)].Sentence != own || IsClosed(sheet, span, draft));
    }
}
