namespace OnRecord.Attributions.Chains;

/// <summary>"The Post quoted the mayor as saying …", "the mayor was quoted by the Post as saying …": who quotes hands on what the quoted one says.</summary>
internal static class QuotedSpeech
{
    /// <summary>Farthest that "as saying" may stand behind "quoted".</summary>
    private const int Reach = 20;

    public static void Read(Sheet sheet, Sentence sentence, int verb, List<Draft> drafts)
    {
        if (!sheet.Words.Is("cites", sheet.Lemma(verb)) || AsSaying(sheet, sentence, verb) is not (> 0 and var saying))
        {
            return;
        }

        var isPassive = sheet.Tag(verb) == "VBN" && CueVerb.Around(sheet, verb, sentence) is { Voice: Voice.Passive };
        if (isPassive)
        {
            Passive(sheet, sentence, verb, saying, drafts);
        }
        else if (sheet.ChunkFirst(verb + 1) == verb + 1)
        {
            Active(sheet, sentence, verb, saying, drafts);
        }
    }

    private static int AsSaying(Sheet sheet, Sentence sentence, int verb)
    {
        for (var i = verb + 1; i + 1 < sentence.EndToken && i < verb + Reach; i++)
        {
            if (sheet.Is(i, "as") && sheet.Tag(i + 1) == "VBG" && sheet.Words.Verb(sheet.Lemma(i + 1)) is { Class: "say" or "tell" })
            {
                return i + 1;
            }
        }

        return -1;
    }

    private static void Active(Sheet sheet, Sentence sentence, int verb, int saying, List<Draft> drafts)
    {
        var quoted = new Range(verb + 1, saying - 1);
        var outer = ChainLinks.At(drafts, verb);
        if (outer is null && SourceFinder.Before(sheet, verb, sentence) is { } source)
        {
            drafts.Add(outer = ChainLinks.New(sheet, new Range(verb, verb + 1), verb, source, Rules.LinkQuoted));
        }

        if (outer is null)
        {
            return;
        }

        var said = Said(sheet, sentence, saying, outer, out var isBehind);
        if (said.Count == 0)
        {
            return;
        }

        drafts.RemoveAll(draft => draft != outer && ChainLinks.At([draft], saying) is not null);
        var inner = ChainLinks.New(sheet, new Range(saying - 1, saying + 1), saying, quoted, Rules.LinkQuoted);
        inner.Content.AddRange(said);
        inner.Within = isBehind ? null : outer;
        outer.Content.Clear();
        outer.Content.AddRange(isBehind ? [sheet.Analysis.SpanOf(quoted.First, quoted.End).Cover(said[^1])] : said);
        drafts.Add(inner);
    }

    private static void Passive(Sheet sheet, Sentence sentence, int verb, int saying, List<Draft> drafts)
    {
        var group = CueVerb.Around(sheet, verb, sentence)!.Value;
        if (SourceFinder.Before(sheet, group.First, sentence) is not { } quoted)
        {
            return;
        }

        var agent = Agent(sheet, sentence, verb + 1, saying) ?? Agent(sheet, sentence, saying + 1, saying + 2);
        var old = ChainLinks.At(drafts, verb) ?? ChainLinks.At(drafts, saying);
        var behind = agent is { } by && by.First > saying ? by.End : saying + 1;
        var speaker = sheet.Tokens[quoted.First].Span.Start;
        var said = old is null ? [] : ChainLinks.Without(
            sheet, old.Content.Where(span => span.Start < speaker).Select(span => new TextSpan(span.Start, Math.Min(span.End, speaker))), quoted.First, behind);
        said = said.Count > 0 ? said : Behind(sheet, sentence, behind, saying);
        if (said.Count == 0)
        {
            return;
        }

        drafts.RemoveAll(draft => ChainLinks.At([draft], verb) is not null || ChainLinks.At([draft], saying) is not null);
        var inner = ChainLinks.New(sheet, new Range(agent is { } before && before.First < saying ? saying - 1 : group.First, saying + 1), saying, quoted, Rules.LinkQuoted);
        inner.Content.AddRange(said);
        if (agent is { } outlet)
        {
            var outer = ChainLinks.New(sheet, new Range(outlet.First - 1, outlet.First), outlet.First - 1, outlet, Rules.LinkQuoted);
            outer.Content.AddRange(said);
            inner.Within = outer;
            drafts.Add(outer);
        }

        drafts.Add(inner);
    }

    private static Range? Agent(Sheet sheet, Sentence sentence, int from, int end)
    {
        for (var i = from; i < end && i + 1 < sentence.EndToken; i++)
        {
            if (sheet.Is(i, "by"))
            {
                return SourceFinder.Behind(sheet, i + 1, sentence, whole: false);
            }
        }

        return null;
    }

    /// <summary>What is said: behind "saying", or before the sentence's cue where nothing stands behind it.</summary>
    private static List<TextSpan> Said(Sheet sheet, Sentence sentence, int saying, Draft outer, out bool isBehind)
    {
        var behind = Behind(sheet, sentence, saying + 1, saying);
        isBehind = behind.Count > 0;
        return isBehind ? behind : [.. outer.Content.Where(span => span.End <= outer.CueSpan.Start)];
    }

    private static List<TextSpan> Behind(Sheet sheet, Sentence sentence, int from, int saying)
    {
        var at = from;
        while (at < sentence.EndToken && sheet.Tokens[at].Lower is "," or ":")
        {
            at++;
        }

        if (at >= sentence.EndToken || sheet.IsStop(at))
        {
            return [];
        }

        var cue = new Cue(saying, saying + 1, saying, sheet.Lemma(saying), "say", Frame.Clause, at, Voice.Participle, sheet.Tokens[saying].Sentence);
        var end = ContentFinder.End(sheet, at, sentence.EndToken, cue);
        return end > at ? [.. ContentFinder.Spans(sheet, at, end, sheet.QuotationAt(saying))] : [];
    }
}
