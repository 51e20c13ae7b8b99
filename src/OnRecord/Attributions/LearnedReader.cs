using OnRecord.Data;

namespace OnRecord.Attributions;

/// <summary>
/// Judges what the rules found: a tagger says which of their cues are cues and which they missed, another one where source and content stand. Both see
/// the rules' opinion, so they keep to it where they have no better one.
/// </summary>
/// <remarks>
/// PolNeAR marks outer attributions only, so the taggers know nothing of those inside another's content: there the rules are kept. They are also kept for
/// what the form on the page shows (a speaker's colon, a signature) and for phrases that can mean nothing else ("according to", "reportedly").
/// </remarks>
internal sealed class LearnedReader(DataFolder data)
{
    /// <summary>Least probability of a cue that no rule has found.</summary>
    private const double LeastAlone = 0.5;

    /// <summary>Least probability of a cue that a rule has found.</summary>
    private const double LeastWithRule = 0.5;

    /// <summary>Cues on each side of one whose contents and sources may bear on its own: a window holds no more, and a long text stays linear.</summary>
    private const int Neighbours = 40;

    private readonly CueTagger _cues = new(data);
    private readonly RoleTagger _roles = new(data);

    /// <summary>The drafts that hold, in the order of their cues.</summary>
    public List<Draft> Read(Sheet sheet, List<Draft> rules)
    {
        if (sheet.Analysis.Views.IsEmpty || sheet.Tokens.IsEmpty)
        {
            return rules;
        }

        var scores = _cues.Score(sheet, rules);
        var kept = rules.Where(draft => draft.Rule is Rules.SpeakerColon or Rules.QuoteSignature).ToList();
        var (firm, taken, byToken) = (kept.ToHashSet(), new HashSet<Draft>(), FirstRules(sheet, rules));
        var cues = new List<(Range Cue, Draft? Draft)>();
        foreach (var found in CueTagger.Cues(sheet, scores, LeastWithRule))
        {
            var cue = found;
            var rule = byToken.AsSpan(cue.First, cue.End - cue.First).ToArray().Min();
            var draft = rule < rules.Count ? rules[rule] : null;
            if (draft is null ? IsPhrase(sheet, cue.First) : taken.Contains(draft))
            {
                continue;
            }

            if (draft is not null && IsPlain(draft))
            {
                // A phrase is one cue whatever part of it the tagger saw.
                cue = new Range(draft.Cue.First, draft.Cue.End);
            }
            else if (draft is not null && cue.End == draft.Cue.Head && sheet.Tokens[cue.First].Upos == Upos.PART)
            {
                // A cue without the word that makes it one: the "to" of "to praise".
                cue = new Range(Math.Min(cue.First, draft.Cue.Head), Math.Max(cue.End, draft.Cue.Head + 1));
            }

            if (draft is null ? CueTagger.Probability(scores, cue) >= LeastAlone : !firm.Contains(draft))
            {
                cues.Add((cue, draft));
                _ = draft is not null && taken.Add(draft);
            }
        }

        var roles = _roles.Find(sheet, cues);
        var openings = new Openings(sheet);
        kept.ForEach(openings.Take);
        for (var i = 0; i < cues.Count; i++)
        {
            if (Draft(sheet, cues[i].Cue, cues[i].Draft, roles[i]) is { } draft && !(cues[i].Draft is null && SaysAgain(sheet, draft, cues, roles, i)))
            {
                AddOpening(sheet, draft, openings);
                openings.Take(draft);
                kept.Add(draft);
            }
        }

        LeaveOutOthers(kept);
        AddRules(sheet, kept, rules, IsPlain);
        var outer = new Holders(kept.SelectMany(draft => draft.Content));
        AddRules(sheet, kept, rules, draft => outer.Hold(draft.CueSpan));
        return [.. kept.OrderBy(draft => draft.CueSpan)];
    }

    /// <summary>
    /// "The road is open, the engineer said, the Gazette reported": who hands on what was said is no part of it. And what another says in the next sentence, “so,” she said. “Thus,” he said, is the other's alone.
    /// </summary>
    private static void LeaveOutOthers(List<Draft> drafts)
    {
        var ordered = drafts.OrderBy(draft => draft.CueSpan).ToList();
        var places = ordered.Select((draft, place) => (draft, place)).ToDictionary(pair => pair.draft, pair => pair.place);
        foreach (var draft in drafts.Where(draft => draft.Content.Count > 1))
        {
            var first = Math.Max(0, places[draft] - Neighbours);
            var others = ordered.GetRange(first, Math.Min(ordered.Count, places[draft] + Neighbours + 1) - first);
            others.Remove(draft);
            var own = draft.Content.Where(piece => piece.Start < draft.CueSpan.End || !others.Exists(other => IsOuter(draft, other, piece) || IsOthers(draft, other, piece))).ToList();
            if (own.Count > 0 && own.Count < draft.Content.Count)
            {
                draft.Content.Clear();
                draft.Content.AddRange(own);
            }
        }
    }

    /// <summary>Adds the rules' drafts that are wanted and whose cue no other one has.</summary>
    private static void AddRules(Sheet sheet, List<Draft> kept, List<Draft> rules, Predicate<Draft> isWanted)
    {
        var cues = new Coverage(sheet.Text.Length);
        kept.ForEach(draft => cues.Add(draft.CueSpan));
        foreach (var draft in rules.Where(draft => !cues.Overlaps(draft.CueSpan) && isWanted(draft)))
        {
            cues.Add(draft.CueSpan);
            kept.Add(draft);
        }
    }

    /// <summary>For each token the first rule's draft whose cue holds it; the number of drafts where none does.</summary>
    private static int[] FirstRules(Sheet sheet, List<Draft> rules)
    {
        var first = new int[sheet.Tokens.Length];
        Array.Fill(first, rules.Count);
        for (var i = rules.Count - 1; i >= 0; i--)
        {
            first.AsSpan(rules[i].Cue.First, Math.Max(0, Math.Min(rules[i].Cue.End, first.Length) - rules[i].Cue.First)).Fill(i);
        }

        return first;
    }

    private static bool IsOuter(Draft inner, Draft outer, TextSpan piece) => piece.Contains(outer.CueSpan) && Holds(outer, inner.CueSpan);

    private static bool IsOthers(Draft draft, Draft other, TextSpan piece) => Holds(other, piece) && !Holds(other, draft.CueSpan) && !Holds(draft, other.CueSpan);

    private static bool Holds(Draft draft, TextSpan span) => draft.Content.Exists(content => content.Contains(span));

    /// <summary>"said in November last year that …": the year is no cue of its own where the verb beside it has the same source and the same content.</summary>
    private static bool SaysAgain(Sheet sheet, Draft draft, List<(Range Cue, Draft? Draft)> cues, Roles[] roles, int place)
    {
        for (var i = Math.Max(0, place - Neighbours); i < cues.Count && i <= place + Neighbours; i++)
        {
            if (i != place && cues[i].Draft is not null && roles[i].Source is { } source && draft.Source is { } own && sheet.Analysis.SpanOf(source.First, source.End).Overlaps(own)
                && roles[i].Content.Any(content => draft.Content.Exists(sheet.Analysis.SpanOf(content.First, content.End).Contains)))
            {
                return true;
            }
        }

        return false;
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

    /// <summary>A phrase that the rules know, and have turned down here: "set according to age".</summary>
    private static bool IsPhrase(Sheet sheet, int at) => sheet.Words.Phrases.Longest(sheet.Tokens.AsSpan(), at, out _) > 0 && !sheet.IsVerb(at) || sheet.Is(at, "according");

    private static bool IsPlain(Draft draft) => draft.Rule is Rules.Adverb or Rules.SourceBehindPhrase or Rules.Possessor;

    private static Draft? Draft(Sheet sheet, Range tokens, Draft? rule, Roles roles)
    {
        if (roles.Content.Count == 0 || (rule is not null && Keeps(sheet, rule, roles)))
        {
            return rule;
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
        };
        draft.Content.AddRange(roles.Content.Where(range => roles.Content.Count == 1 || !IsExpletive(sheet, range))
            .Select(range => BeforeNextCue(sheet, range, cue)).Select(range => Phrases.Completed(sheet, range, cue, source)).OfType<Range>().Select(range => WithoutJoint(sheet, range)).SelectMany(range => Whole(sheet, range)));
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
            : IsPlain(rule) && rule.Source is not null;

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

    /// <summary>Content that begins with a later sentence or paragraph of a quotation gets those before it, as far as no other cue has them.</summary>
    private static void AddOpening(Sheet sheet, Draft draft, Openings others)
    {
        if (draft.Content.Count == 0)
        {
            return;
        }

        var start = draft.Content[0].Start;
        var first = sheet.Analysis.TokenAt(start);
        var at = sheet.QuotationAt(first);
        if (at < 0)
        {
            return;
        }

        var quotation = sheet.Quotations[at];
        var part = quotation.Parts.LastOrDefault(part => part.Start <= start);
        if (part.Start < start && part.End > start && sheet.QuotationAt(draft.Cue.Head) != at && IsSentenceEnd(sheet, first)
            && !others.AreSpokenElsewhere(new TextSpan(part.Start, start)))
        {
            draft.Content[0] = new TextSpan(part.Start, draft.Content[0].End);
        }

        var before = quotation.Parts.TakeWhile(part => part.End <= draft.Content[0].Start);
        draft.Content.InsertRange(0, before.Where(part => !others.AreSpoken(part)));
    }

    /// <summary>A range's span; where it leaves the window in the middle of a quotation that it began, the whole quotation.</summary>
    private static IEnumerable<TextSpan> Whole(Sheet sheet, Range range)
    {
        var span = sheet.Analysis.SpanOf(range.First, range.End);
        var at = sheet.QuotationAt(range.End - 1);
        if (at >= 0 && !sheet.Closes(range.End - 1) && IsSentenceEnd(sheet, range.End) && sheet.QuotationAt(range.First) == at && sheet.Quotations[at].Parts is var parts)
        {
            return parts.Select(part => new TextSpan(Math.Max(part.Start, span.Start), Math.Max(part.End, span.Start))).Where(part => !part.IsEmpty);
        }

        return Paragraphs(sheet, range);
    }

    /// <summary>A part a paragraph.</summary>
    private static IEnumerable<TextSpan> Paragraphs(Sheet sheet, Range range)
    {
        var first = range.First;
        for (var i = range.First + 1; i <= range.End; i++)
        {
            if (i == range.End || BlockOf(sheet, i) != BlockOf(sheet, i - 1))
            {
                yield return sheet.Analysis.SpanOf(first, i);
                first = i;
            }
        }
    }

    private static int BlockOf(Sheet sheet, int token) => sheet.Analysis.Sentences[sheet.Tokens[token].Sentence].Block;

    private static bool IsSentenceEnd(Sheet sheet, int token) => token >= sheet.Tokens.Length || sheet.Tokens[token].Sentence != sheet.Tokens[token - 1].Sentence;

    /// <summary>What has a speaker already, so that no quotation's opening is given to two.</summary>
    private sealed class Openings(Sheet sheet)
    {
        private readonly Coverage _spoken = new(sheet.Text.Length);
        private readonly Coverage _elsewhere = new(sheet.Text.Length);

        /// <summary>Takes in what a draft holds.</summary>
        public void Take(Draft draft)
        {
            var own = sheet.QuotationAt(draft.Cue.Head);
            foreach (var content in draft.Content)
            {
                _spoken.Add(content);
                _elsewhere.Add(content, own < 0 ? null : sheet.Quotations[own]);
            }
        }

        /// <summary>Whether a cue has something of the span.</summary>
        public bool AreSpoken(TextSpan span) => _spoken.Overlaps(span);

        /// <summary>The same of cues outside the quotation in which the span stands.</summary>
        public bool AreSpokenElsewhere(TextSpan span) => _elsewhere.Overlaps(span);
    }
}
