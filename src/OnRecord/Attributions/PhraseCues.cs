namespace OnRecord.Attributions;

/// <summary>Cues of fixed words: "according to", "in the view of", "reportedly".</summary>
internal static class PhraseCues
{
    /// <summary>The cue that begins at a token; its class is the pattern of the lexicon: <c>source-behind</c>, <c>possessor</c> or <c>alone</c>.</summary>
    public static Cue? At(Sheet sheet, int at, Sentence sentence, int sentenceIndex)
    {
        var length = sheet.Words.Phrases.Longest(sheet.Tokens.AsSpan()[..sentence.EndToken], at, out var pattern);
        if (length == 0)
        {
            return Possessor(sheet, at, sentence, sentenceIndex);
        }

        var lemma = string.Join(' ', Enumerable.Range(at, length).Select(i => sheet.Tokens[i].Lower));
        return new Cue(at, at + length, at, lemma, pattern, Frame.None, at + length, Voice.Phrase, sentenceIndex);
    }

    /// <summary>"in her view", "in Ono's opinion", "in the words of": a noun of view with its possessor, after "in" or "to".</summary>
    private static Cue? Possessor(Sheet sheet, int at, Sentence sentence, int sentenceIndex)
    {
        if (!sheet.Is(at, "in") || at + 2 >= sentence.EndToken || sheet.ChunkFirst(at + 1) != at + 1)
        {
            return null;
        }

        var end = sheet.ChunkEnd(at + 1);
        if (!sheet.Words.Is("view", sheet.Lemma(end - 1)))
        {
            return null;
        }

        if (sheet.Tag(at + 1) == "PRP$" || sheet.Tag(end - 2) == "POS")
        {
            return new Cue(end - 1, end, end - 1, sheet.Lemma(end - 1), "possessor", Frame.None, end, Voice.Phrase, sentenceIndex);
        }

        return sheet.Is(end, "of") && sheet.ChunkFirst(end + 1) >= 0
            ? new Cue(at, end + 1, end - 1, sheet.Lemma(end - 1), "source-behind", Frame.None, end + 1, Voice.Phrase, sentenceIndex)
            : null;
    }
}
