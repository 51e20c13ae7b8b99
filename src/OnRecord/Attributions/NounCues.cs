namespace OnRecord.Attributions;

/// <summary>Nouns that say or think: "the claim that …", "Ono's warning of …", "concern about …".</summary>
internal static class NounCues
{
    public static Cue? At(Sheet sheet, int at, Sentence sentence, int sentenceIndex)
    {
        if (sheet.Tag(at) is not ("NN" or "NNS") || sheet.ChunkEnd(at) != at + 1 || sheet.Words.Noun(sheet.Lemma(at)) is not { } entry)
        {
            return null;
        }

        var end = at + 1;
        var (frame, content) = FrameBehind(sheet, end, sentence.EndToken, entry);
        if (frame == Frame.None || (frame != Frame.Preposition && !entry.Takes(frame)))
        {
            return null;
        }

        return new Cue(at, frame == Frame.Preposition ? content : end, at, sheet.Lemma(at), entry.Class, frame, content, Voice.Noun, sentenceIndex);
    }

    private static (Frame Frame, int Content) FrameBehind(Sheet sheet, int at, int limit, CueEntry entry)
    {
        if (at + 1 >= limit)
        {
            return (sheet.Is(at, ":") ? Frame.Quote : Frame.None, at + 1);
        }

        if (sheet.Is(at, "that") && (sheet.Tag(at) == "IN" || sheet.ChunkFirst(at + 1) >= 0))
        {
            return (Frame.That, at);
        }

        if (sheet.Tag(at) == "TO" && sheet.Tag(at + 1) == "VB")
        {
            return (Frame.To, at);
        }

        if (sheet.Opens(at) || (sheet.Is(at, ":") && sheet.Opens(at + 1)))
        {
            return (Frame.Quote, sheet.Opens(at) ? at : at + 1);
        }

        if (sheet.Lemma(at) == "be" && (sheet.Is(at + 1, "that") || sheet.Tag(at + 1) == "TO"))
        {
            return (sheet.Is(at + 1, "that") ? Frame.That : Frame.To, at + 1);
        }

        return sheet.Tag(at) is "IN" or "TO" && entry.Prepositions.Contains(sheet.Tokens[at].Lower) ? (Frame.Preposition, at + 1) : (Frame.None, at);
    }
}
