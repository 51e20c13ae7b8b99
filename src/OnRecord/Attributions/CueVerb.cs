namespace OnRecord.Attributions;

/// <summary>A verb with its auxiliaries, negation and adverbs, as the cue's span wants it.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Voice">Active, passive, participle or infinitive.</param>
internal readonly record struct CueVerb(int First, int End, Voice Voice)
{
    private const int Longest = 8;

    /// <summary>The group around a full verb; null where the verb is an auxiliary or stands as an adjective.</summary>
    public static CueVerb? Around(Sheet sheet, int head, Sentence sentence)
    {
        var tag = sheet.Tag(head);
        if (!sheet.IsVerb(head) || sheet.ChunkFirst(head) >= 0 || IsAuxiliary(sheet, head, sentence.EndToken))
        {
            return null;
        }

        bool be = false, have = false, to = false, modal = false, subject = false;
        var first = head;
        for (var i = head - 1; i >= sentence.FirstToken && i > head - Longest; i--)
        {
            if (sheet.Tag(i) is "RB" or "RBR")
            {
                continue;
            }

            if (sheet.Tag(i) == "MD" || (sheet.IsVerb(i) && sheet.Lemma(i) is "be" or "have" or "do" or "get"))
            {
                be |= sheet.Lemma(i) is "be" or "get";
                have |= sheet.Lemma(i) == "have";
                modal |= sheet.Tag(i) == "MD" || sheet.Lemma(i) == "do";
                first = i;
            }
            else if (sheet.Tag(i) == "TO")
            {
                to = true;
                first = i;
                break;
            }
            else if (!subject && i == head - 1 && sheet.Tag(i) is "PRP" && i > sentence.FirstToken && sheet.Tag(i - 1) is "MD" or "VBD" or "VBZ" or "VBP" && sheet.Lemma(i - 1) is "do" or "be" or "have")
            {
                // "Did he say …?": the subject stands inside the group; the cue is the verb alone.
                subject = true;
                break;
            }
            else
            {
                break;
            }
        }

        first = WithAdverbs(sheet, first, sentence);
        var voice = VoiceOf(tag, be, have, to, modal);
        if (voice == Voice.Passive && !be && (sheet.Trees.IsActive(head) || IsJoinedToActive(sheet, head)))
        {
            voice = Voice.Active;
        }

        return new CueVerb(first, EndOf(sheet, head, sentence), voice);
    }

    /// <summary>"called it a scandal and called for a vote": a past form tagged as a participle.</summary>
    private static bool IsJoinedToActive(Sheet sheet, int head) =>
        sheet.Trees.Is(head, "conj") && sheet.Tokens[head].Head is var first and >= 0 && sheet.Tag(first) is "VBD" && sheet.Trees.IsActive(first);

    private static Voice VoiceOf(string tag, bool be, bool have, bool to, bool modal) => tag switch
    {
        "VBN" or "VBD" when be => Voice.Passive,
        "VBN" when !have && !modal => Voice.Passive,
        "VBG" when !be => Voice.Participle,
        _ when to && !have => Voice.Infinitive,
        _ => Voice.Active,
    };

    /// <summary>Adverbs directly before the group belong to it, unless they open the sentence or stand behind a comma.</summary>
    private static int WithAdverbs(Sheet sheet, int first, Sentence sentence)
    {
        var at = first;
        while (at - 1 > sentence.FirstToken && sheet.Tag(at - 1) is "RB" or "RBR" && !sheet.Words.Is("linker", sheet.Tokens[at - 1].Lower))
        {
            at--;
        }

        return at;
    }

    private static int EndOf(Sheet sheet, int head, Sentence sentence)
    {
        var end = head + 1;
        if (end < sentence.EndToken && sheet.Tag(end) == "RP")
        {
            end++;
        }

        return end;
    }

    /// <summary>Whether a form of be, have or do helps another verb.</summary>
    private static bool IsAuxiliary(Sheet sheet, int head, int limit)
    {
        if (sheet.Lemma(head) is not ("be" or "have" or "do" or "get"))
        {
            return false;
        }

        var next = head + 1;
        while (next < limit && next < head + 4 && sheet.Tag(next) is "RB" or "PRP")
        {
            next++;
        }

        return next < limit && (sheet.Tag(next) is "VB" or "VBN" or "VBG");
    }
}
