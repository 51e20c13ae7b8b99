namespace OnRecord.Attributions;

/// <summary>Finds the cues of a sentence: verbs, nouns, adjectives and phrases of the lexicons, in the frames that make them cues.</summary>
internal static class CueFinder
{
    /// <summary>The cues of a sentence in the order of the text.</summary>
    public static IEnumerable<Cue> Find(Sheet sheet, int sentenceIndex)
    {
        var sentence = sheet.Analysis.Sentences[sentenceIndex];
        var behind = sentence.FirstToken;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (i < behind)
            {
                continue;
            }

            if (PhraseCues.At(sheet, i, sentence, sentenceIndex) is { } phrase)
            {
                behind = phrase.End;
                yield return phrase;
            }
            else if (VerbAt(sheet, i, sentence, sentenceIndex) is { } verb && sheet.Words.Verb(verb.Lemma) is { } entry && Takes(sheet, entry, verb))
            {
                behind = Math.Max(i + 1, verb.End);
                yield return verb;
            }
            else if (NounCues.At(sheet, i, sentence, sentenceIndex) is { } noun)
            {
                yield return noun;
            }
        }
    }

    private static bool Takes(Sheet sheet, CueEntry entry, Cue cue) =>
        cue.Voice == Voice.Passive ? entry.Takes(Frame.Passive)
        : cue.Frame == Frame.Preposition || entry.Takes(cue.Frame);

    /// <summary>"Seemed tired" and "looked like a farmer", but not "appeared over the hill".</summary>
    private static bool SeemsSomething(Sheet sheet, Cue cue) =>
        sheet.Trees.Dependent(cue.Head, "xcomp") > cue.Head || sheet.Tag(cue.Complement) is "JJ" or "JJR" or "VBN" || sheet.Tokens[Math.Min(cue.Complement, sheet.Tokens.Length - 1)].Lower is "like" or "as";

    /// <summary>The verb cue with its head at a token, whatever its frame; null where the verb is in no lexicon.</summary>
    public static Cue? VerbAt(Sheet sheet, int head, Sentence sentence, int sentenceIndex)
    {
        return sheet.IsVerb(head) && sheet.Words.Verb(sheet.Lemma(head)) is { } entry ? VerbAt(sheet, head, sentence, sentenceIndex, entry) : null;
    }

    /// <summary>The verb cue that a token would be if the lexicon had this entry for it.</summary>
    public static Cue? VerbAt(Sheet sheet, int head, Sentence sentence, int sentenceIndex, CueEntry entry)
    {
        if (CueVerb.Around(sheet, head, sentence) is not { } group)
        {
            return null;
        }

        var (frame, content, end) = Complements.Behind(sheet, group.End, sentence, entry);
        var placed = PlacedBehind(sheet, group, frame, content, sentence, entry) ?? frame;
        if (placed is Frame.Before or Frame.Inverted)
        {
            content = end = frame == Frame.Quote && sheet.Is(group.End, ":") ? group.End : Math.Max(group.End, frame is Frame.Preposition ? group.End : Math.Min(end, content));
        }

        return new Cue(group.First, end, head, sheet.Lemma(head), entry.Class, placed, content, group.Voice, sentenceIndex);
    }

    /// <summary>Whether the content stands before the cue: "…, she said" or "…, said Ono".</summary>
    private static Frame? PlacedBehind(Sheet sheet, CueVerb group, Frame frame, int content, Sentence sentence, CueEntry entry)
    {
        var before = group.First - 1;
        if (before < sentence.FirstToken || group.Voice is Voice.Infinitive)
        {
            return null;
        }

        var closes = sheet.Closes(before) || (sheet.Is(before, ",") && sheet.Closes(before - 1));
        if (entry.Takes(Frame.Inverted) && (closes || (sheet.Is(before, ",") && group.Voice == Voice.Active)) && frame is Frame.Object or Frame.None or Frame.Clause or Frame.As or Frame.ObjectTo
            && sheet.ChunkFirst(group.End) == group.End && (closes || IsNameOrEnd(sheet, group.End, sentence)))
        {
            return Frame.Inverted;
        }

        if (!entry.Takes(Frame.Before) || group.Voice is Voice.Participle || frame is Frame.That or Frame.Clause or Frame.Wh or Frame.To or Frame.ObjectTo)
        {
            return null;
        }

        var opens = content < sheet.Tokens.Length && sheet.Opens(content) && content <= group.End + 1;
        if (SourceFinder.Before(sheet, group.First, sentence) is not { } source || (frame == Frame.Quote && !sheet.Is(content - 1, ",")))
        {
            return null;
        }

        var comma = source.First - 1;
        var quoted = sheet.Closes(comma) || (sheet.Is(comma, ",") && sheet.Closes(comma - 1));
        if (frame is Frame.Object && !quoted)
        {
            return null;
        }

        var apart = comma > sentence.FirstToken && (quoted || sheet.Tokens[comma].Lower is "," or "—" or "–" or "--" or "?" or "!");
        return apart && (!opens || quoted) && (LongEnough(sheet, comma, sentence) || IsBetweenCommas(sheet, group.End, sentence)) ? Frame.Before : null;
    }

    /// <summary>"In Rome, Ono said" has a phrase before the comma and no content: content has a verb, or is quoted, or the cue ends the sentence.</summary>
    private static bool LongEnough(Sheet sheet, int comma, Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < comma; i++)
        {
            if (sheet.IsFinite(i) || sheet.QuotationAt(i) >= 0)
            {
                return !sheet.Words.Is("subordinator", sheet.Tokens[sentence.FirstToken].Lower) || sheet.QuotationAt(i) >= 0 || HasVerbAfterComma(sheet, sentence.FirstToken, comma);
            }
        }

        return comma - sentence.FirstToken <= 3 && sheet.ChunkFirst(sentence.FirstToken) >= 0;
    }

    /// <summary>"To win, Ono said, one must try": what stands between two commas is put into content that goes on.</summary>
    private static bool IsBetweenCommas(Sheet sheet, int end, Sentence sentence) =>
        sheet.Is(end, ",") && end + 1 < sentence.EndToken && sheet.Tag(end + 1) is not ("VBG" or "VBN" or "CC" or "WP" or "WDT");

    private static bool HasVerbAfterComma(Sheet sheet, int from, int end)
    {
        var comma = false;
        for (var i = from; i < end; i++)
        {
            comma |= sheet.Is(i, ",");
            if (comma && sheet.IsFinite(i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNameOrEnd(Sheet sheet, int at, Sentence sentence)
    {
        var end = NounPhrases.End(sheet, at, sentence.EndToken, deep: true);
        return end >= sentence.EndToken || sheet.Tokens[end].Lower is "." or "," || sheet.Is(end, "who");
    }
}
