using OnRecord.Attributions.Judging;

namespace OnRecord.Attributions;

/// <summary>Makes a draft of a cue and of what the tagger takes for its source and content, keeping the rules' reading where it is the surer one.</summary>
internal static class RoleReader
{
    /// <summary>The draft; null where the tagger sees no content and the rules nothing at all.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="tokens">The cue's tokens.</param>
    /// <param name="rule">What the rules made of it.</param>
    /// <param name="roles">What the tagger says.</param>
    /// <param name="evidence">How sure it is.</param>
    public static Draft? Draft(Sheet sheet, Range tokens, Draft? rule, Roles roles, Evidence evidence)
    {
        if (roles.Content.Count == 0 || (rule is not null && Keeps(sheet, rule, roles)))
        {
            return rule is null ? null : Judged(rule, evidence);
        }

        if (rule is null && TailReport.At(sheet, tokens, New(sheet, tokens)) is { } tail)
        {
            return tail;
        }

        var source = roles.Source is { } found ? Tidy(sheet, found) : null;
        if (rule is null && source is { } only && only.End - only.First == 1 && sheet.Tokens[only.First].Relation == "expl")
        {
            // "There have been reports that …": nobody.
            return null;
        }

        if (rule is { Source: null, Cue.Voice: Voice.Passive } && source is { } it && IsExpletive(sheet, it))
        {
            source = null;
        }

        var cue = (rule?.Cue ?? New(sheet, tokens)) with { First = tokens.First, End = tokens.End };
        source = source is { } near ? TreeSources.BehindGap(sheet, cue, near) ?? WithoutAdjunct(sheet, cue, near) : null;
        var draft = new Draft
        {
            Cue = cue,
            CueSpan = sheet.Analysis.SpanOf(tokens.First, tokens.End),
            Rule = rule?.Rule ?? Rules.Tagged,
            Source = source is { } who ? sheet.Analysis.SpanOf(who.First, who.End) : null,
            FirstToken = Math.Min(tokens.First, source?.First ?? tokens.First),
            LastToken = Math.Max(tokens.End, roles.Content[^1].End) - 1,
            Evidence = evidence,
        };
        draft.Content.AddRange(roles.Content.Where(range => roles.Content.Count == 1 || !IsExpletive(sheet, range))
            .Select(range => BeforeNextCue(sheet, range, cue)).Select(range => Phrases.Completed(sheet, range, cue, source)).OfType<Range>().Select(range => WithoutJoint(sheet, range)).SelectMany(range => QuotedContent.Whole(sheet, range)));
        return draft;
    }

    /// <summary>
    /// Whether the rules' reading stands as it is: in the passive the subject is content, and the tagger took it for the source; the one who "was quoted as saying by" a
    /// paper is the speaker, and the tagger took the paper; behind a phrase stands a source, and the tagger saw none.
    /// </summary>
    private static bool Keeps(Sheet sheet, Draft rule, Roles roles) =>
        roles.Source is { } source
            ? rule.Cue.Voice == Voice.Passive && (rule.Source is { } speaker
                ? source.First >= rule.Cue.End && speaker.End <= rule.CueSpan.Start
                : source.End <= rule.Cue.First && rule.Content.Exists(span => span.Overlaps(sheet.Analysis.SpanOf(source.First, source.End))))
            : rule.IsPlain && rule.Source is not null;

    /// <summary>Without marks before it, the comma behind it where it holds no other, and a pronoun of a relative clause that is not in it.</summary>
    private static Range? Tidy(Sheet sheet, Range source)
    {
        var (first, end) = (source.First, source.End);
        while (first < end && sheet.Tokens[first].Upos == Upos.PUNCT && sheet.QuotationAt(first) < 0)
        {
            first++;
        }

        if (end - first > 1 && sheet.Tag(end - 1) is "WDT" or "WP")
        {
            end--;
        }

        if (end - first > 1 && sheet.Is(end - 1, ",") && !Enumerable.Range(first, end - 1 - first).Any(token => sheet.Is(token, ",")))
        {
            end--;
        }

        return first < end ? new Range(first, end) : null;
    }

    /// <summary>"Prosecutors in April charged …": what hangs on the cue, behind the source, is not of it.</summary>
    private static Range WithoutAdjunct(Sheet sheet, Cue cue, Range source)
    {
        for (var i = source.First + 1; i < source.End && source.End <= cue.First; i++)
        {
            if (sheet.Tokens[i].Head == cue.Head && (sheet.Trees.Is(i, "obl") || sheet.Trees.Is(i, "advmod")) && sheet.Trees.First(i) is var first && first > source.First && first <= i)
            {
                return new Range(source.First, sheet.Is(first - 1, ",") && first - 1 > source.First ? first - 1 : first);
            }
        }

        return source;
    }

    /// <summary>The "it" of "it is expected that …".</summary>
    private static bool IsExpletive(Sheet sheet, Range range) => range.End - range.First == 1 && sheet.Is(range.First, "it");

    /// <summary>A cue in no lexicon, or in a frame that the rules do not know.</summary>
    private static Cue New(Sheet sheet, Range tokens)
    {
        var head = tokens.First;
        for (var i = tokens.First; i < tokens.End; i++)
        {
            // The token whose head stands outside of the cue.
            if (sheet.Tokens[i].Head < tokens.First || sheet.Tokens[i].Head >= tokens.End)
            {
                head = i;
                break;
            }
        }

        var lemma = sheet.Lemma(head);
        return new Cue(tokens.First, tokens.End, head, lemma, sheet.Words.Verb(lemma)?.Class ?? "tagged", Frame.None, tokens.End, Voice.Active, sheet.Tokens[head].Sentence);
    }

    /// <summary>Without the marks and joining words that lead on to what comes next: "what it would cost, or", "it was an error, though".</summary>
    private static Range WithoutJoint(Sheet sheet, Range content)
    {
        var end = content.End;
        while (end - content.First > 1 && sheet.QuotationAt(end - 1) < 0 && (sheet.Tokens[end - 1].Form is "," or ";" or ":" || (sheet.Tag(end - 1) == "CC" && end < sheet.Tokens.Length) || sheet.Is(end - 1, "because") || (sheet.Tokens[end - 1].Upos == Upos.SCONJ && sheet.Tokens[end - 1].Head >= end)))
        {
            end--;
        }

        return new Range(content.First, end);
    }

    /// <summary>"said that it had sent arms, but did not specify which": what the speaker did next is no part of what was said.</summary>
    private static Range BeforeNextCue(Sheet sheet, Range content, Cue cue)
    {
        foreach (var next in sheet.Trees.Of(cue.Head))
        {
            if (next > content.First && next < content.End && content.First >= cue.End && LeadsAway(sheet, next)
                && sheet.Trees.First(next) is var first && first > content.First && sheet.QuotationAt(first) == sheet.QuotationAt(cue.Head))
            {
                return new Range(content.First, first);
            }
        }

        return content;
    }

    /// <summary>Another verb of saying beside the cue, or a clause of the cue's own that says what stands against it: ", although he had signed it".</summary>
    private static bool LeadsAway(Sheet sheet, int verb) => sheet.Trees.Is(verb, "conj")
        ? sheet.Words.Verb(sheet.Lemma(verb)) is { Class: "say" or "tell" } || sheet.Is(sheet.Trees.First(verb), "but")
        : sheet.Trees.Is(verb, "advcl") && sheet.Tokens[sheet.Trees.First(verb)].Lower is "although" or "though" or "but" or "whereas";

    /// <summary>The rules' reading, to be judged as it is.</summary>
    private static Draft Judged(Draft rule, Evidence evidence)
    {
        var draft = new Draft { Cue = rule.Cue, CueSpan = rule.CueSpan, Rule = rule.Rule, Source = rule.Source, FirstToken = rule.FirstToken, LastToken = rule.LastToken, Evidence = evidence };
        draft.Content.AddRange(rule.Content);
        return draft;
    }
}
