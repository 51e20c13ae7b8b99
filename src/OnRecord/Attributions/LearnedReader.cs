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
        var cues = new List<(Range Cue, Draft? Draft)>();
        foreach (var cue in CueTagger.Cues(sheet, scores, LeastWithRule))
        {
            var draft = rules.Find(one => one.Cue.First < cue.End && one.Cue.End > cue.First);
            if (!kept.Contains(draft!) && (draft is not null || CueTagger.Probability(scores, cue) >= LeastAlone))
            {
                cues.Add((cue, draft));
            }
        }

        var roles = _roles.Find(sheet, cues);
        for (var i = 0; i < cues.Count; i++)
        {
            if (Draft(sheet, cues[i].Cue, cues[i].Draft, roles[i]) is { } draft)
            {
                kept.Add(draft);
            }
        }

        kept.AddRange(rules.Where(draft => IsPlain(draft) && !kept.Exists(one => one.CueSpan.Overlaps(draft.CueSpan))));
        var outer = kept.SelectMany(draft => draft.Content).ToList();
        kept.AddRange(rules.Where(draft => !kept.Exists(one => one.CueSpan.Overlaps(draft.CueSpan)) && outer.Exists(content => content.Contains(draft.CueSpan))));
        return [.. kept.OrderBy(draft => draft.CueSpan)];
    }

    private static bool IsPlain(Draft draft) => draft.Rule is Rules.Adverb or Rules.SourceBehindPhrase or Rules.Possessor;

    private static Draft? Draft(Sheet sheet, Range tokens, Draft? rule, Roles roles)
    {
        if (roles.Content.Count == 0)
        {
            return rule;
        }

        var source = roles.Source is { } found ? Tidy(sheet, found) : null;
        var cue = (rule?.Cue ?? New(sheet, tokens)) with { First = tokens.First, End = tokens.End };
        var draft = new Draft
        {
            Cue = cue,
            CueSpan = sheet.Analysis.SpanOf(tokens.First, tokens.End),
            Rule = rule?.Rule ?? Rules.Tagged,
            Source = source is { } who ? sheet.Analysis.SpanOf(who.First, who.End) : null,
            FirstToken = Math.Min(tokens.First, source?.First ?? tokens.First),
            LastToken = Math.Max(tokens.End, roles.Content[^1].End) - 1,
        };
        draft.Content.AddRange(roles.Content.Where(range => roles.Content.Count == 1 || !IsExpletive(sheet, range)).SelectMany(range => Whole(sheet, range)));
        return draft;
    }

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

    /// <summary>A range's span; where it leaves the window in the middle of a quotation that it began, the whole quotation.</summary>
    private static IEnumerable<TextSpan> Whole(Sheet sheet, Range range)
    {
        var span = sheet.Analysis.SpanOf(range.First, range.End);
        var at = sheet.QuotationAt(range.End - 1);
        if (at >= 0 && !sheet.Closes(range.End - 1) && IsSentenceEnd(sheet, range.End) && sheet.QuotationAt(range.First) == at && sheet.Quotations[at].Parts is var parts)
        {
            return parts.Select(part => new TextSpan(Math.Max(part.Start, span.Start), Math.Max(part.End, span.Start))).Where(part => !part.IsEmpty);
        }

        return [span];
    }

    private static bool IsSentenceEnd(Sheet sheet, int token) => token >= sheet.Tokens.Length || sheet.Tokens[token].Sentence != sheet.Tokens[token - 1].Sentence;
}
