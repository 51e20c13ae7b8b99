using System.Collections.Immutable;

namespace OnRecord.Attributions;

/// <summary>Finds how far the content reaches.</summary>
internal static class ContentFinder
{
    /// <summary>End of a content that begins at a token and stands behind its cue.</summary>
    /// <param name="sheet">The text.</param>
    /// <param name="from">First token of the content.</param>
    /// <param name="limit">One past the last token that it may hold.</param>
    /// <param name="cue">Its cue.</param>
    public static int End(Sheet sheet, int from, int limit, Cue cue)
    {
        if (from == cue.Complement && TreeContents.ClauseEnd(sheet, cue, limit) is var clause and > 0)
        {
            return TrimmedEnd(sheet, from, clause);
        }

        var i = from;
        while (i < limit)
        {
            var quotation = sheet.QuotationAt(i);
            if (quotation >= 0 && quotation != sheet.QuotationAt(cue.Head))
            {
                while (i < limit && sheet.QuotationAt(i) == quotation)
                {
                    i++;
                }

                if (i < limit && EndsSentence(sheet, i - 1) && !IsInside(sheet, i, limit))
                {
                    return i;
                }

                continue;
            }

            if (i > from && Stops(sheet, i, limit, cue, from))
            {
                break;
            }

            i++;
        }

        return TrimmedEnd(sheet, from, i);
    }

    /// <summary>Takes blanks, commas and the stop of the sentence off the end; marks within quotations stay.</summary>
    public static int TrimmedEnd(Sheet sheet, int from, int end)
    {
        while (end > from + 1 && sheet.Tokens[end - 1].Lower is "." or "," or ";" or ":" or "—" or "–" or "--" && sheet.QuotationAt(end - 1) < 0)
        {
            end--;
        }

        return end;
    }

    private static bool EndsSentence(Sheet sheet, int last) =>
        sheet.Closes(last) && last > 0 && sheet.Tokens[last - 1].Lower is "." or "?" or "!";

    private static bool IsInside(Sheet sheet, int at, int limit) => at < limit && char.IsLower(sheet.Tokens[at].Form[0]);

    private static bool Stops(Sheet sheet, int i, int limit, Cue cue, int from)
    {
        var word = sheet.Tokens[i].Lower;
        if (word == ";")
        {
            return true;
        }

        if (word == ",")
        {
            // "According to a study, restaurants, which are full, pay more": without its verb the clause goes on behind what is told of its subject.
            return !(cue.Voice == Voice.Phrase && sheet.Tag(i + 1) is "WDT" or "WP" && !sheet.HasFinite(from, i)) && StopsAtComma(sheet, i + 1, limit, cue);
        }

        if (cue.Frame is Frame.Object or Frame.Preposition && sheet.Words.Is("adjunct", word) && i > from)
        {
            return true;
        }

        return sheet.Tag(i) == "CC" && BeginsOwnCue(sheet, i + 1, limit, cue);
    }

    private static bool StopsAtComma(Sheet sheet, int next, int limit, Cue cue)
    {
        if (next >= limit)
        {
            return true;
        }

        var word = sheet.Tokens[next].Lower;
        if (word is "which" or "while" or "although" or "though" or "whereas" or "according" or "but" or "who" || sheet.Tag(next) == "VBG" && sheet.Words.Verb(sheet.Lemma(next)) is not null)
        {
            return true;
        }

        if (cue.Frame is Frame.Object or Frame.Preposition && sheet.Tag(next) is "VBG" or "IN" or "RB")
        {
            return true;
        }

        return sheet.Tag(next) == "CC" && (BeginsOwnCue(sheet, next + 1, limit, cue) || SubjectThenCue(sheet, next + 1, limit));
    }

    /// <summary>", and the ministry said": another attribution begins.</summary>
    private static bool SubjectThenCue(Sheet sheet, int at, int limit)
    {
        var end = NounPhrases.End(sheet, at, limit, deep: true);
        while (end < limit && sheet.Tag(end) is "RB" or "MD")
        {
            end++;
        }

        return end > at && end < limit && sheet.IsVerb(end) && sheet.Words.Verb(sheet.Lemma(end)) is { Class: "say" or "tell" };
    }

    /// <summary>"… and said": a verb in the form of the cue's own verb, and a cue too.</summary>
    private static bool BeginsOwnCue(Sheet sheet, int at, int limit, Cue cue)
    {
        while (at < limit && sheet.Tag(at) == "RB")
        {
            at++;
        }

        return at < limit && sheet.IsFinite(at) && sheet.Tag(at) == sheet.Tag(cue.Head) && sheet.IsVerb(cue.Head) && sheet.ChunkFirst(at) < 0
            && (sheet.Words.Verb(sheet.Lemma(at)) is not null || cue.Frame is Frame.Object or Frame.Preposition or Frame.Quote);
    }

    /// <summary>The span of a range of tokens, widened to the whole of a quotation that it ends in or that reaches into it.</summary>
    /// <param name="sheet">The text.</param>
    /// <param name="from">First token.</param>
    /// <param name="end">One past the last token.</param>
    /// <param name="around">Quotation that holds the cue itself, which is not widened to; or −1.</param>
    public static ImmutableArray<TextSpan> Spans(Sheet sheet, int from, int end, int around)
    {
        var span = sheet.Analysis.SpanOf(from, end);
        var first = sheet.QuotationAt(from);
        var last = sheet.QuotationAt(end - 1);
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        spans.Add(span);
        foreach (var at in first == last ? new[] { first } : [first, last])
        {
            if (at >= 0 && at != around)
            {
                foreach (var part in sheet.Quotations[at].Parts)
                {
                    Add(spans, part);
                }
            }
        }

        spans.Sort();
        return spans.ToImmutable();
    }

    private static void Add(ImmutableArray<TextSpan>.Builder spans, TextSpan part)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].Overlaps(part))
            {
                spans[i] = spans[i].Cover(part);
                return;
            }
        }

        spans.Add(part);
    }
}
