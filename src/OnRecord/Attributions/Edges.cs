namespace OnRecord.Attributions;

/// <summary>Mends where content begins and ends: who is told stands before what he is told, and a tagger that looks at one word at a time breaks off in a phrase.</summary>
internal static class Edges
{
    /// <summary>Most words by which a phrase is completed.</summary>
    private const int Longest = 3;

    /// <summary>How far back the mark is looked for before a relative clause of which only the pronoun was taken.</summary>
    private const int LongestStub = 4;

    public static void Mend(Sheet sheet, Draft draft)
    {
        if (draft.Rule is Rules.SpeakerColon or Rules.QuoteSignature)
        {
            return;
        }

        WithoutAddressee(sheet, draft);
        draft.Source = draft.Source is { } source ? SourceEdges.Mend(sheet, draft.Cue, source) : null;
        var isFirst = true;
        for (var i = 0; i < draft.Content.Count; i++)
        {
            var content = draft.Content[i];
            var (from, to) = sheet.TokensOf(content);
            var (first, end) = (from, to);
            if (content.Start >= draft.CueSpan.End && isFirst)
            {
                (first, isFirst) = (Begin(sheet, draft.Cue, first, end), false);
            }

            end = End(sheet, draft, first, end);
            var mended = sheet.Analysis.SpanOf(first, end);
            draft.Content[i] = new TextSpan(first == from ? content.Start : mended.Start, end == to ? content.End : mended.End);
        }

        TakeStrays(sheet, draft);
    }

    /// <summary>"She was asked whether …": who is asked or told is no part of what.</summary>
    private static void WithoutAddressee(Sheet sheet, Draft draft)
    {
        var head = draft.Cue.Head;
        if (draft.Cue.Voice != Voice.Passive || draft.Cue.Class is not ("ask" or "tell") || draft.Content.Count < 2 || !draft.Content.Exists(content => content.Start >= draft.CueSpan.End && IsClause(sheet, draft.Cue, sheet.Analysis.TokenAt(content.Start))))
        {
            return;
        }

        draft.Content.RemoveAll(content => content.End <= draft.CueSpan.Start && sheet.TokensOf(content) is var (first, end) && Enumerable.Range(first, end - first).Any(token => sheet.Tokens[token].Relation == "nsubj:pass" && sheet.Tokens[token].Head == head));
    }

    /// <summary>Behind the one who is told, and behind the place where it is told: "told [me] that", "writes in [a magazine] that", "warned [us] about".</summary>
    private static int Begin(Sheet sheet, Cue cue, int first, int end)
    {
        if (sheet.QuotationAt(first) != sheet.QuotationAt(cue.Head))
        {
            return first;
        }

        var next = sheet.ChunkFirst(first) == first ? sheet.ChunkEnd(first) : sheet.Tag(first) == "PRP" ? first + 1 : first;
        if (next <= first || next >= end)
        {
            return first;
        }

        var told = next - 1;
        var isObject = sheet.Tokens[told].Head == cue.Head && (sheet.Trees.Is(told, "obj") || sheet.Trees.Is(told, "iobj"));
        var isPlace = sheet.Tokens[cue.End - 1].Upos == Upos.ADP && sheet.Tokens[cue.End - 1].Head == told;
        if (isPlace || (isObject && cue.Class is "tell" or "ask" or "say" or "tagged"))
        {
            return IsClause(sheet, cue, next) || (isPlace && sheet.Opens(next)) ? next : first;
        }

        return isObject && cue.Class is "tell" or "say" && sheet.Tag(told) == "PRP" && sheet.Tokens[next].Lower is "about" or "of" ? next : first;
    }

    /// <summary>Whether a clause that the cue governs begins at a token.</summary>
    private static bool IsClause(Sheet sheet, Cue cue, int token) =>
        sheet.Tokens[token].Lower is "that" or "if" or "whether" or "why" or "how" or "what" or "who" or "when" or "where" && sheet.Trees.Branch(cue.Head, token) is var branch and >= 0 && sheet.Trees.Is(branch, "ccomp");

    private static int End(Sheet sheet, Draft draft, int first, int end)
    {
        end = WithoutStub(sheet, draft, first, end);
        for (var steps = 0; steps < Longest && end < sheet.Tokens.Length && end > first; steps++)
        {
            var (last, next) = (sheet.Tokens[end - 1], sheet.Tokens[end]);
            var isCut = last.Head >= end && last.Head < end + Longest && last.Relation is "compound" or "amod" or "det" or "nummod" or "nmod:poss" or "flat" && draft.Content.Count == 1;
            var isParticle = next.Head >= first && next.Head < end && next.Relation is "compound:prt" or "flat" or "fixed" or "goeswith";
            var to = isCut ? last.Head + 1 : isParticle ? end + 1 : end;
            if (to == end || sheet.Tokens[to - 1].Sentence != last.Sentence || sheet.QuotationAt(to - 1) != sheet.QuotationAt(end - 1) || !IsFree(sheet, draft, end, to))
            {
                return end;
            }

            end = to;
        }

        return end;
    }

    /// <summary>"…, with whom", "… - all of whom": of a relative clause only the pronoun.</summary>
    private static int WithoutStub(Sheet sheet, Draft draft, int first, int end)
    {
        if (end - first < 3 || sheet.Tag(end - 1) is not ("WP" or "WDT" or "WP$") || sheet.QuotationAt(end - 1) != sheet.QuotationAt(draft.Cue.Head))
        {
            return end;
        }

        for (var i = end - 2; i > first && i >= end - 1 - LongestStub; i--)
        {
            if (sheet.Tokens[i].Lower is "," or "-" or "—" or "–")
            {
                return i;
            }
        }

        return end - 1;
    }

    /// <summary>Parts of a word or two that hang on nothing in the content: "[two] days after the paper declared".</summary>
    private static void TakeStrays(Sheet sheet, Draft draft)
    {
        if (draft.Content.Count < 2)
        {
            return;
        }

        var kept = draft.Content.Where(content => !IsStray(sheet, draft, content)).ToList();
        if (kept.Count > 0 && kept.Count < draft.Content.Count)
        {
            draft.Content.Clear();
            draft.Content.AddRange(kept);
        }
    }

    private static bool IsStray(Sheet sheet, Draft draft, TextSpan content)
    {
        var (first, end) = sheet.TokensOf(content);
        var isLong = end - first > 1 || sheet.QuotationAt(first) >= 0 || sheet.Tokens[first].Upos is Upos.VERB or Upos.PROPN or Upos.NOUN or Upos.ADJ;
        return !isLong && (sheet.Tag(first) is "WP" or "WDT" or "WRB" or "CC" or "CD" or "IN") && sheet.Tokens[first].Head is var head && (head < 0 || !draft.Content.Exists(other => other != content && other.Contains(sheet.Tokens[head].Span)));
    }

    private static bool IsFree(Sheet sheet, Draft draft, int from, int to)
    {
        var span = sheet.Analysis.SpanOf(from, to);
        return !span.Overlaps(draft.CueSpan) && !(draft.Source is { } source && span.Overlaps(source));
    }
}
