namespace OnRecord.Attributions;

/// <summary>A range of tokens, half-open.</summary>
internal readonly record struct Range(int First, int End)
{
    public bool IsEmpty => First >= End;
}

/// <summary>Finds the noun phrase that speaks: before its verb, behind it, after "by", or in another clause of the sentence.</summary>
internal static class SourceFinder
{
    private const int LongestAside = 40;
    private const int LongestClause = 60;

    /// <summary>The subject that stands before a verb group; null where none does.</summary>
    public static Range? Before(Sheet sheet, int first, Sentence sentence) => Before(sheet, first, sentence, 0);

    private static Range? Before(Sheet sheet, int first, Sentence sentence, int depth)
    {
        var asked = (sentence.FirstToken, first, depth);
        return sheet.Subjects.TryGetValue(asked, out var known) ? known : sheet.Subjects[asked] = Find(sheet, first, sentence, depth);
    }

    private static Range? Find(Sheet sheet, int first, Sentence sentence, int depth)
    {
        var floor = sentence.FirstToken;
        var last = first - 1;
        for (var step = 0; step < 6 && last >= floor; step++)
        {
            var word = sheet.Tokens[last].Lower;
            if (sheet.Tag(last) is "RB" or "MD" || (sheet.IsVerb(last) && sheet.Lemma(last) is "be" or "have" or "do"))
            {
                last--;
            }
            else if (word is "who" or "which" or "that" && sheet.Tag(last) is "WP" or "WDT" or "IN")
            {
                return new Range(last, last + 1);
            }
            else if (word is "," or "—" or "–" or "--")
            {
                return BehindAside(sheet, last, floor);
            }
            else if (sheet.ChunkFirst(last) >= 0 && sheet.Words.IsTime(word) && sheet.ChunkFirst(last) - 1 > floor)
            {
                last = sheet.ChunkFirst(last) - 1;
                last -= sheet.Tag(last) == "IN" ? 1 : 0;
            }
            else if (sheet.ChunkFirst(last) >= 0 || word == ")")
            {
                return Phrase(sheet, last + 1, floor);
            }
            else
            {
                return depth < 3 ? Shared(sheet, last, sentence, depth) : null;
            }
        }

        return null;
    }

    /// <summary>The subject of the clause on which a conjoined verb, participle or infinitive hangs.</summary>
    public static Range? Shared(Sheet sheet, int from, Sentence sentence, int depth = 0)
    {
        for (var i = from; i >= sentence.FirstToken && i > from - LongestClause; i--)
        {
            if (sheet.QuotationAt(i) >= 0 && sheet.QuotationAt(i) != sheet.QuotationAt(from))
            {
                continue;
            }

            if (sheet.IsFinite(i) && sheet.ChunkFirst(i) < 0)
            {
                var group = CueVerb.Around(sheet, i, sentence);
                if (Before(sheet, group?.First ?? i, sentence, depth + 1) is { } subject && !sheet.Is(subject.First, "that"))
                {
                    return subject;
                }
            }
        }

        return null;
    }

    /// <summary>"Ono, a spokesman for the ministry, said": with the apposition; "Ono, speaking in Rome, said" and "Ono, who left, said": without what only adds.</summary>
    private static Range? BehindAside(Sheet sheet, int comma, int floor)
    {
        var mark = sheet.Tokens[comma].Lower;
        Range? found = null;
        for (var i = comma - 1; i > floor && i > comma - LongestAside; i--)
        {
            if (sheet.Tokens[i].Lower != mark || (sheet.ChunkEnd(i - 1) != i && !sheet.Is(i - 1, ")")))
            {
                continue;
            }

            var phrase = Phrase(sheet, i, floor);
            if (phrase is not { } start)
            {
                continue;
            }

            if (sheet.ChunkFirst(i + 1) == i + 1 && sheet.Tag(i + 1) is not ("WP" or "PRP") && !sheet.Words.IsTime(sheet.Tokens[sheet.ChunkEnd(i + 1) - 1].Lower))
            {
                if (HasFinite(sheet, i + 1, comma))
                {
                    break;
                }

                found = new Range(start.First, comma + 1);
                if (!IsListItem(sheet, start, mark, floor))
                {
                    return found;
                }
            }
            else if (sheet.Tag(i + 1) is "WP" or "WDT" or "WP$" or "VBG" or "VBN" or "IN" or "RB" or "TO" or "JJ" or "CC" || sheet.ChunkFirst(i + 1) >= 0)
            {
                return found ?? start;
            }
        }

        return found;
    }

    private static bool IsListItem(Sheet sheet, Range phrase, string mark, int floor) =>
        phrase.First - 1 > floor && sheet.Tokens[phrase.First - 1].Lower == mark && sheet.ChunkEnd(phrase.First - 2) == phrase.First - 1;

    private static bool HasFinite(Sheet sheet, int from, int end)
    {
        var relative = false;
        for (var i = from; i < end; i++)
        {
            relative |= sheet.Tag(i) is "WP" or "WDT" or "WP$";
            if (!relative && sheet.IsFinite(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The noun phrase that ends before a token, with a defining relative clause: "people who oppose the plan".</summary>
    private static Range? Phrase(Sheet sheet, int end, int floor)
    {
        var start = NounPhrases.Start(sheet, end, floor);
        if (start == end)
        {
            return null;
        }

        var verb = start - 1;
        if (verb > floor && (sheet.IsVerb(verb) || (sheet.Tag(verb) is "IN" or "TO" or "RP" && sheet.IsVerb(verb - 1))))
        {
            for (var i = verb - 1; i > floor && i > verb - 12 && sheet.Tokens[i].Upos != Upos.PUNCT; i--)
            {
                if (sheet.Tokens[i].Lower is "who" or "which" or "that" && sheet.ChunkFirst(i - 1) >= 0 && sheet.Tag(i - 1) != "PRP")
                {
                    return new Range(NounPhrases.Start(sheet, i, floor), end);
                }
            }
        }

        return new Range(start, end);
    }

    /// <summary>The noun phrase behind an inverted verb or a preposition, with its appositions and relative clause.</summary>
    public static Range? Behind(Sheet sheet, int at, Sentence sentence, bool whole)
    {
        var limit = sentence.EndToken;
        var end = NounPhrases.End(sheet, at, limit, deep: whole);
        if (end == at)
        {
            return null;
        }

        while (whole && end + 1 < limit && sheet.Is(end, ",") && sheet.ChunkFirst(end + 1) == end + 1 && sheet.QuotationAt(end + 1) < 0)
        {
            var next = NounPhrases.End(sheet, end + 1, limit, deep: true);
            if (sheet.Tag(end + 1) is "PRP" || sheet.IsFinite(next) || IsSubjectOfNext(sheet, next, limit) || sheet.Words.IsTime(sheet.Tokens[sheet.ChunkEnd(end + 1) - 1].Lower))
            {
                break;
            }

            end = next;
        }

        if (whole && end + 1 < limit && (sheet.Is(end, "who") || (sheet.Is(end, ",") && sheet.Is(end + 1, "who"))))
        {
            end = RelativeEnd(sheet, end + 1, limit);
        }

        // "according to emails obtained by the Post, …", "a report released on Monday, …": the participle tells which, where a comma or the sentence ends it.
        if (whole && end + 1 < limit && sheet.Tag(end) is "VBN" or "VBD" && (sheet.Tag(end + 1) is "IN" or "TO" or "RB" || sheet.ChunkFirst(end + 1) == end + 1) && RelativeEnd(sheet, end, limit) is var last && (last >= limit || sheet.Is(last, ",") || sheet.IsStop(last)))
        {
            end = last;
        }

        return new Range(at, end);
    }

    /// <summary>"According to a study, restaurants, which are full, pay more": the noun behind the comma is the subject of what follows.</summary>
    private static bool IsSubjectOfNext(Sheet sheet, int comma, int limit) =>
        sheet.Is(comma, ",") && sheet.Tag(comma + 1) is "WDT" or "WP" && RelativeEnd(sheet, comma + 1, limit) is var end && sheet.Is(end, ",") && sheet.IsFinite(end + 1);

    private static int RelativeEnd(Sheet sheet, int at, int limit)
    {
        while (at < limit && !sheet.IsStop(at) && !sheet.Is(at, ",") && sheet.QuotationAt(at) < 0)
        {
            at++;
        }

        return at;
    }
}
