namespace OnRecord.Attributions;

/// <summary>Mends where a source begins and ends: a tagger that looks at one word at a time breaks off in a phrase, and takes in the verb before the speaker.</summary>
internal static class SourceEdges
{
    /// <summary>So many words between a source and its cue are left over from a clause that was cut through.</summary>
    private const int LeastLeft = 3;

    public static TextSpan Mend(Sheet sheet, Cue cue, TextSpan source)
    {
        var (first, end) = sheet.TokensOf(source);
        var (from, to) = OwnSubject(sheet, cue, first, end);
        to = WithoutCut(sheet, cue, from, to);
        while (to - from > 1 && (IsStub(sheet, to) || (to < end && sheet.Is(to - 1, ",")) || sheet.Opens(to - 1)))
        {
            to--;
        }

        while (to - from > 1 && sheet.Tokens[from].Upos == Upos.CCONJ && sheet.Tokens[from].Lower is "and" or "but" or "or")
        {
            from++;
        }

        return from == first && to == end ? source : sheet.Analysis.SpanOf(from, to);
    }

    /// <summary>"The columnist Mira Holm, in an", "Holm of": the beginning of a phrase that is not there.</summary>
    private static bool IsStub(Sheet sheet, int end) =>
        sheet.Tag(end - 1) is "IN" or "TO" || (sheet.Tokens[end - 1].Upos is Upos.ADP or Upos.DET or Upos.CCONJ && sheet.Tokens[end - 1].Head >= end);

    /// <summary>"Groups that support him say they believe": the pronoun before the verb speaks, and not all that stands before it.</summary>
    private static (int First, int End) OwnSubject(Sheet sheet, Cue cue, int first, int end) =>
        end == cue.First && end - first > 2 && sheet.Tag(end - 1) == "PRP" && sheet.Trees.Subject(cue.Head) == end - 1 && sheet.IsVerb(end - 2) ? (end - 1, end) : (first, end);

    /// <summary>"Mr. Orlo, who took aim at Holm, long seen as a rival, said": of a relative clause that was cut through nothing is left.</summary>
    private static int WithoutCut(Sheet sheet, Cue cue, int first, int end)
    {
        var sentence = sheet.Analysis.Sentences[sheet.Tokens[first].Sentence];
        if ((end <= cue.First && Between(sheet, end, cue.First) >= LeastLeft) || (first >= cue.End && sheet.Is(end - 1, ",") && Between(sheet, end, sentence.EndToken) >= LeastLeft))
        {
            for (var i = end - 1; i > first; i--)
            {
                if (Clause(sheet, i, first) is var apart and >= 0 && sheet.Tokens[apart].Upos == Upos.PUNCT)
                {
                    return apart;
                }
            }
        }

        for (var i = end; i < sentence.EndToken && i < end + NounPhrases.Reach; i++)
        {
            if (sheet.Tokens[i].Head is var head && head > first && head < end && sheet.Tokens[i].Upos != Upos.PUNCT && (i < cue.First || i >= cue.End) && Clause(sheet, head, first) is var clause and >= 0)
            {
                return clause;
            }
        }

        return end;
    }

    /// <summary>Words other than adverbs and helping verbs.</summary>
    private static int Between(Sheet sheet, int first, int end)
    {
        var count = 0;
        for (var i = first; i < end; i++)
        {
            count += sheet.Tokens[i].Upos is Upos.PUNCT or Upos.ADV or Upos.AUX or Upos.PART ? 0 : 1;
        }

        return count;
    }

    /// <summary>Where the relative clause begins, of what stands behind the first token, that holds a word; −1 where none does.</summary>
    private static int Clause(Sheet sheet, int word, int first)
    {
        for (var climb = 0; climb < NounPhrases.Reach && word > first; climb++)
        {
            if (sheet.Tokens[word].Relation == "acl:relcl")
            {
                var begin = sheet.Trees.First(word);
                while (begin - 1 > first && sheet.Tokens[begin - 1].Upos == Upos.PUNCT && !sheet.Is(begin - 1, ")"))
                {
                    begin--;
                }

                return begin > first ? begin : -1;
            }

            word = sheet.Tokens[word].Head;
        }

        return -1;
    }
}
