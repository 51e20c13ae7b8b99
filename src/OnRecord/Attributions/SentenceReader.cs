namespace OnRecord.Attributions;

/// <summary>Reads one sentence: its cues, and for each the source and the content.</summary>
internal static class SentenceReader
{
    public static IEnumerable<Draft> Read(Sheet sheet, int sentenceIndex)
    {
        var drafts = new List<Draft>();
        var sentence = sheet.Analysis.Sentences[sentenceIndex];
        if ((SpeakerColon.At(sheet, sentenceIndex) ?? QuoteSignature.At(sheet, sentenceIndex)) is { } speaker)
        {
            drafts.Add(speaker);
            return drafts;
        }

        var cues = CueFinder.Find(sheet, sentenceIndex).ToList();

        // Cues set apart by commas stand outside what they report, so they mark where other contents end.
        foreach (var cue in cues.Where(cue => (cue.Frame is Frame.Before or Frame.Inverted && cue.Voice != Voice.Passive) || cue.Voice == Voice.Phrase))
        {
            if (Apart(sheet, sentence, cue) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        foreach (var cue in cues.Where(cue => (cue.Frame is not (Frame.Before or Frame.Inverted) || cue.Voice == Voice.Passive) && cue.Voice != Voice.Phrase))
        {
            var limit = drafts.Where(draft => draft.FirstToken > cue.Head).Select(draft => draft.FirstToken).DefaultIfEmpty(sentence.EndToken).Min();
            if (Ahead(sheet, sentence, cue, limit) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        return drafts.OrderBy(draft => draft.CueSpan);
    }

    /// <summary>A cue that stands before its content.</summary>
    private static Draft? Ahead(Sheet sheet, Sentence sentence, Cue cue, int limit)
    {
        var draft = New(sheet, cue, Rules.Of(cue));
        if (cue.Class == "seem" || cue.Voice == Voice.Passive)
        {
            return Sourceless(sheet, sentence, cue, limit, draft);
        }

        if (cue.Complement >= limit)
        {
            return NextParagraph.Of(sheet, sentence, cue, draft) ? WithSource(sheet, SourceOf(sheet, sentence, cue), draft) : null;
        }

        var source = SourceOf(sheet, sentence, cue);
        var end = ContentFinder.End(sheet, cue.Complement, Math.Min(limit, TreeContents.Limit(sheet, cue, limit)), cue);
        if (end <= cue.Complement)
        {
            return null;
        }

        draft.Content.AddRange(ContentFinder.Spans(sheet, cue.Complement, end, sheet.QuotationAt(cue.Head)));
        draft.LastToken = end - 1;
        return WithSource(sheet, source, draft);
    }

    private static Draft WithSource(Sheet sheet, Range? source, Draft draft)
    {
        draft.Source = source is { } range ? sheet.Analysis.SpanOf(range.First, range.End) : null;
        draft.FirstToken = Math.Min(source?.First ?? draft.Cue.First, draft.Cue.First);
        return draft;
    }

    /// <summary>"Ono is expected to win", "seems tired", "was praised by critics for …": the subject is part of what is thought or said.</summary>
    private static Draft? Sourceless(Sheet sheet, Sentence sentence, Cue cue, int limit, Draft draft)
    {
        var subject = cue.Frame is Frame.Before or Frame.Inverted ? null : SourceFinder.Before(sheet, cue.First, sentence);
        if (subject is { } before && !sheet.Is(before.First, "it"))
        {
            draft.Content.Add(sheet.Analysis.SpanOf(before.First, before.End));
            draft.FirstToken = before.First;
        }

        var rest = cue.Complement;
        if (By(sheet, sentence, cue) is { } agent)
        {
            draft.Source = sheet.Analysis.SpanOf(agent.First, agent.End);
            draft.LastToken = agent.End - 1;
            rest = agent.First <= rest + 1 ? agent.End : rest;
        }

        var end = rest < limit ? ContentFinder.End(sheet, rest, Math.Min(limit, TreeContents.Limit(sheet, cue, limit)), cue) : rest;
        if (end > rest && sheet.Tokens[rest].Upos != Upos.PUNCT)
        {
            draft.Content.AddRange(ContentFinder.Spans(sheet, rest, end, sheet.QuotationAt(cue.Head)));
            draft.LastToken = Math.Max(draft.LastToken, end - 1);
        }

        return draft.Content.Count == 0 ? null : draft;
    }

    private static Range? SourceOf(Sheet sheet, Sentence sentence, Cue cue)
    {
        if (cue.Voice == Voice.Noun)
        {
            return Possessor(sheet, cue) ?? TreeSources.OfLightVerb(sheet, cue);
        }

        var near = cue.Voice switch
        {
            Voice.Participle => sheet.Is(cue.First - 1, ",") || sheet.ChunkFirst(cue.First - 1) < 0
                ? SourceFinder.Shared(sheet, cue.First - 1, sentence)
                : SourceFinder.Before(sheet, cue.First, sentence),
            Voice.Infinitive => SourceFinder.Shared(sheet, cue.First - 1, sentence),
            _ => SourceFinder.Before(sheet, cue.First, sentence),
        };
        return TreeSources.Choose(sheet, cue, near);
    }

    private static Range? Possessor(Sheet sheet, Cue cue)
    {
        var first = sheet.ChunkFirst(cue.Head);
        if (sheet.Tag(first) == "PRP$")
        {
            return new Range(first, first + 1);
        }

        for (var i = cue.Head - 1; i > first; i--)
        {
            if (sheet.Tag(i) == "POS")
            {
                return new Range(first, i + 1);
            }
        }

        return null;
    }

    private static Range? By(Sheet sheet, Sentence sentence, Cue cue)
    {
        for (var i = cue.End; i < sentence.EndToken && i < cue.End + 6; i++)
        {
            if (sheet.Is(i, "by"))
            {
                return SourceFinder.Behind(sheet, i + 1, sentence, whole: false);
            }
        }

        return null;
    }

    /// <summary>A cue set apart by commas: the content stands before it, and may go on behind it.</summary>
    private static Draft? Apart(Sheet sheet, Sentence sentence, Cue cue)
    {
        var draft = New(sheet, cue, cue.Voice == Voice.Phrase ? PhraseRule(cue) : Rules.Of(cue));
        Range? source = cue switch
        {
            { Class: "alone" } => null,
            { Class: "possessor" } => Possessor(sheet, cue),
            { Frame: Frame.Before } => SourceFinder.Before(sheet, cue.First, sentence),
            _ => SourceFinder.Behind(sheet, cue.End, sentence, whole: true),
        };
        if (cue.Class != "alone" && (source is not { } speaker || IsBareMeasure(sheet, speaker)))
        {
            return null;
        }

        var first = cue.Class == "possessor" ? source!.Value.First - 1 : Math.Min(cue.First, source?.First ?? cue.First);
        var end = Math.Max(cue.End, source?.End ?? cue.End);
        draft.Source = source is { } range ? sheet.Analysis.SpanOf(range.First, range.End) : null;
        draft.FirstToken = first;
        draft.LastToken = end - 1;
        Before(sheet, sentence, draft, first);
        After(sheet, sentence, draft, end, cue);
        return draft.Content.Count == 0 ? null : draft;
    }

    /// <summary>"According to age", "as per plan": a bare noun that is neither somebody nor something written.</summary>
    private static bool IsBareMeasure(Sheet sheet, Range source) =>
        source.End == source.First + 1 && sheet.Tag(source.First) == "NN"
        && !sheet.Words.Is("collective", sheet.Lemma(source.First)) && !sheet.Words.Is("document", sheet.Lemma(source.First)) && !sheet.Words.Is("utterance", sheet.Lemma(source.First));

    private static string PhraseRule(Cue cue) => cue.Class switch
    {
        "alone" => Rules.Adverb,
        "possessor" => Rules.Possessor,
        _ => Rules.SourceBehindPhrase,
    };

    private static void Before(Sheet sheet, Sentence sentence, Draft draft, int first)
    {
        var end = ContentFinder.TrimmedEnd(sheet, sentence.FirstToken, first);
        if (end <= sentence.FirstToken || end > first || (end == first && first == sentence.FirstToken))
        {
            return;
        }

        if (end - sentence.FirstToken == 1 && sheet.Tokens[sentence.FirstToken].Upos is Upos.CCONJ or Upos.PUNCT)
        {
            return;
        }

        draft.Content.AddRange(ContentFinder.Spans(sheet, sentence.FirstToken, end, sheet.QuotationAt(draft.Cue.Head)));
    }

    private static void After(Sheet sheet, Sentence sentence, Draft draft, int end, Cue cue)
    {
        var at = end;
        var atStart = draft.Content.Count == 0;
        if (cue.Class != "alone" && !atStart)
        {
            // Time and place of the saying stand between: ", he said on Monday, …".
            while (at < sentence.EndToken && at < end + 25 && !sheet.Is(at, ",") && !sheet.Is(at, ":") && sheet.QuotationAt(at) < 0)
            {
                at++;
            }
        }

        if (at < sentence.EndToken && sheet.Tokens[at].Lower is "," or ":" or "—" or "–" or "--")
        {
            at++;
        }

        if (at >= sentence.EndToken || sheet.Tokens[at].Lower is "." or ";" || (cue.Class != "alone" && Leaves(sheet, at)))
        {
            return;
        }

        // “…,” said Liv Haugen, head of the firm: what was said stood in quotation marks, so what follows without them is the writer's.
        if (cue.Frame == Frame.Inverted && !atStart && sheet.QuotationAt(at) < 0 && IsQuoted(sheet, draft.FirstToken - 1))
        {
            return;
        }

        var stop = ContentFinder.End(sheet, at, sentence.EndToken, cue);
        if (stop > at && !(stop == at + 1 && sheet.Tokens[at].Upos == Upos.PUNCT))
        {
            draft.Content.AddRange(ContentFinder.Spans(sheet, at, stop, sheet.QuotationAt(cue.Head)));
            draft.LastToken = stop - 1;
        }
    }

    private static bool IsQuoted(Sheet sheet, int last) => sheet.Closes(last) || (sheet.Is(last, ",") && sheet.Closes(last - 1));

    /// <summary>Whether what follows the cue is the writer's own: ", adding that", ", who", ", according to".</summary>
    private static bool Leaves(Sheet sheet, int at) =>
        sheet.Tag(at) is "VBG" or "VBN" || sheet.Tokens[at].Lower is "who" or "which" or "according" or "in" or "after" or "during" or "while" or "as" or "when" or "at";

    private static Draft New(Sheet sheet, Cue cue, string rule) => new()
    {
        Cue = cue,
        CueSpan = sheet.Analysis.SpanOf(cue.First, cue.End),
        Rule = rule,
        FirstToken = cue.First,
        LastToken = cue.End - 1,
    };
}
