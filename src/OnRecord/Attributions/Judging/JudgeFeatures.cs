using System.Collections.Immutable;
using static OnRecord.Pages.Html.Indicator;

namespace OnRecord.Attributions.Judging;

/// <summary>The numbers from which the drafts of a text are judged.</summary>
internal sealed class JudgeFeatures(Sheet sheet, Speakers speakers, CueCounts counts)
{
    private static readonly string[] Classes = ["say", "tell", "ask", "judge", "think", "want", "show", "perceive", "call", "urge", "seem", "manner", "rule"];

    private static readonly Frame[] Frames = Enum.GetValues<Frame>();

    private static readonly SpeakerSort[] Sorts = Enum.GetValues<SpeakerSort>();

    /// <summary>What each number is, in their order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "cue", "cue-mean", "source-sure", "content-sure", "rule", "rule-source", "rule-content", .. Classes.Select(name => "class-" + name), .. Frames.Select(frame => "frame-" + frame),
        "voice", "cue-tokens", "cue-verb", "cue-noun", "cue-adjective", "cue-grammar", "cue-negated", "cue-modal", "cue-infinitive", "cue-participle", "cue-quoted", "in-lexicon",
        "source", "source-tokens", "source-name", "source-first-person", "source-second-person", "source-third-person", "source-it", "source-collective", "source-informant", "source-document",
        "source-relative", "source-before", "source-subject", "source-gap", "source-quoted",
        "content-parts", "content-tokens", "content-finite", "content-subject", "content-that", "content-to", "content-wh", "content-preposition", "content-quoted", "content-before", "content-gap",
        "content-under-cue", "content-clausal", "content-beyond", "content-left", "content-roots", "content-you", "content-writer", "sentence-tokens", "sentence-quoted", "question", "paragraph",
        "read", "inner", "word-odds", "shape-odds", "seen", .. Sorts.Select(name => "sort-" + name), "source-resolved", "source-joined", "source-left",
        .. JudgeSurroundings.Names,
        "text-quoted", "text-you", "text-writer", "text-commands", "text-past", "text-said", "text-persons", "text-items", "deed", "few",
    ];

    private static readonly (string Name, float Value)[] InnerNumbers =
        [("cue", -1), ("cue-mean", -1), ("source-sure", -1), ("content-sure", -1), ("rule", 1), ("rule-source", 1), ("rule-content", 1), ("read", 0), ("inner", 1)];

    private readonly TextTraits _traits = TextTraits.Of(sheet, speakers);

    /// <summary>The numbers of a draft that has its evidence.</summary>
    public float[] Of(Draft draft) => draft.Evidence is { IsInner: true } ? AsInner(Read(draft)) : Read(draft);

    /// <summary>The same numbers inside another's content, of which the taggers know nothing.</summary>
    public static float[] AsInner(float[] numbers)
    {
        float[] inner = [.. numbers];
        foreach (var (name, value) in InnerNumbers)
        {
            inner[Names.IndexOf(name)] = value;
        }

        return inner;
    }

    private float[] Read(Draft draft)
    {
        var row = new List<float>(Names.Length);
        var evidence = draft.Evidence!;
        row.AddRange([(float)evidence.Cue, (float)evidence.CueMean, (float)evidence.Source, (float)evidence.Content]);
        row.AddRange(OfRule(draft, evidence.Rule));
        var head = draft.Cue.Head;
        var entry = sheet.Words.Verb(sheet.Lemma(head)) ?? (sheet.IsVerb(head) ? null : sheet.Words.Noun(sheet.Lemma(head)));
        row.AddRange(Classes.Select(name => One((entry?.Class ?? draft.Cue.Class) == name)));
        row.AddRange(Frames.Select(frame => One(evidence.Rule?.Cue.Frame == frame)));
        row.AddRange(OfCue(sheet, draft, entry is not null));
        row.AddRange(OfSource(sheet, draft));
        row.AddRange(OfContent(sheet, draft));
        var sentence = sheet.Analysis.Sentences[sheet.Tokens[head].Sentence];
        row.AddRange(
        [
            sentence.EndToken - sentence.FirstToken, One(HasQuotation(sheet, sentence)), One(sheet.Is(sentence.EndToken - 1, "?")),
            Math.Min(20, sentence.Block),
        ]);
        var (word, shape, seen) = counts.LogOdds(sheet, head);
        row.AddRange([One(evidence.IsRead), One(evidence.IsInner), word, shape, seen]);
        row.AddRange(OfSpeaker(draft));
        row.AddRange(JudgeSurroundings.Of(sheet, draft));
        row.AddRange(_traits.Numbers);
        row.AddRange([One(sheet.Words.Is("deed", sheet.Lemma(head))), One(IsOfFew(sheet, draft))]);
        return [.. row];
    }

    /// <summary>"Few calls for", "no plans to", "who cares": said by hardly anybody.</summary>
    private static bool IsOfFew(Sheet sheet, Draft draft) =>
        sheet.Tokens[draft.Cue.First..draft.Cue.End].Any(token => token.Lower is "few" or "little" or "no" or "any" or "hardly")
        || (draft.Source is { } source && sheet.Tokens[Math.Min(sheet.Analysis.TokenAt(source.Start), sheet.Tokens.Length - 1)].Lower is "nobody" or "anyone" or "anybody" or "few" or "no" or "everyone" or "everybody" or "someone" or "whoever");

    private static float[] OfRule(Draft draft, Draft? rule) => rule is null
        ? [0, 0, 0]
        : [1, One(Overlap(rule.Source, draft.Source)), (float)Shared(rule.Content, draft.Content)];

    /// <summary>What sort of being or thing the source is, whether it is known, several, or a piece of a longer phrase.</summary>
    private float[] OfSpeaker(Draft draft)
    {
        var (first, end) = draft.Source is { } span ? sheet.TokensOf(span) : (0, 0);
        var head = end > 0 ? Head(sheet, first, end) : -1;
        var sort = head >= 0 ? speakers.SortOf(head) : SpeakerSort.None;
        return
        [
            .. Sorts.Select(one => One(one == sort)), One(head >= 0 && speakers.IsResolved(head)), One(head >= 0 && sheet.Trees.Dependent(head, "conj") is var other && other >= 0 && other < end),
            Left(sheet, [(first, end)], draft),
        ];
    }

    /// <summary>Words of the sentence that hang on a part and stand outside of it, of the cue and of the source: a phrase that was cut through.</summary>
    private static int Left(Sheet sheet, IReadOnlyList<(int First, int End)> parts, Draft draft)
    {
        var sentence = sheet.Analysis.Sentences[sheet.Tokens[draft.Cue.Head].Sentence];
        var left = 0;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var (token, head) = (sheet.Tokens[i], sheet.Tokens[i].Head);
            left += head >= 0 && token.Upos != Upos.PUNCT && parts.Any(part => head >= part.First && head < part.End) && !parts.Any(part => i >= part.First && i < part.End)
                && !token.Span.Overlaps(draft.CueSpan) && !(draft.Source is { } source && source.Overlaps(token.Span)) && !draft.Content.Exists(token.Span.Overlaps) ? 1 : 0;
        }

        return Math.Min(left, 9);
    }

    private static float[] OfCue(Sheet sheet, Draft draft, bool isKnown)
    {
        var cue = draft.Cue;
        var head = sheet.Tokens[cue.Head];
        var tokens = sheet.Tokens[cue.First..cue.End];
        return
        [
            (float)cue.Voice, cue.End - cue.First, One(head.Upos == Upos.VERB), One(head.Upos is Upos.NOUN or Upos.PROPN), One(head.Upos == Upos.ADJ),
            One(tokens.All(token => token.Upos is not (Upos.VERB or Upos.NOUN or Upos.ADJ or Upos.PROPN))),
            One(tokens.Any(token => token.Lower is "not" or "n't" or "n’t" or "never" or "no")), One(tokens.Any(token => token.Xpos == "MD")), One(tokens.Any(token => token.Xpos == "TO")),
            One(head.Xpos is "VBG" or "VBN"), One(sheet.QuotationAt(cue.Head) >= 0), One(isKnown),
        ];
    }

    private static float[] OfSource(Sheet sheet, Draft draft)
    {
        if (draft.Source is not { } span)
        {
            return [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        }

        var (first, end) = sheet.TokensOf(span);
        var head = Head(sheet, first, end);
        var (lemma, lower) = (sheet.Lemma(head), sheet.Tokens[head].Lower);
        var isOne = end - first == 1;
        var subject = sheet.Trees.Subject(draft.Cue.Head);
        return
        [
            1, end - first, One(sheet.Tag(head) is "NNP" or "NNPS"), One(isOne && lower is "i" or "we" or "my" or "our" or "us"), One(isOne && lower is "you" or "your" or "one"),
            One(isOne && lower is "he" or "she" or "they" or "his" or "her" or "their"), One(isOne && lower is "it" or "this" or "that" or "its"), One(sheet.Words.Is("collective", lemma) || sheet.Words.Is("collective", lower)),
            One(sheet.Words.Is("informant", lemma)), One(sheet.Words.Is("document", lemma) || sheet.Words.Is("utterance", lemma)), One(sheet.Tag(head) is "WP" or "WDT"), One(end <= draft.Cue.First),
            One(subject >= first && subject < end), Math.Min(40, end <= draft.Cue.First ? draft.Cue.First - end : Math.Max(0, first - draft.Cue.End)), One(sheet.QuotationAt(head) >= 0),
        ];
    }

    private static float[] OfContent(Sheet sheet, Draft draft)
    {
        var parts = draft.Content.Select(span => sheet.TokensOf(span)).ToList();
        var tokens = parts.SelectMany(part => Enumerable.Range(part.First, part.End - part.First)).ToList();
        var (first, end) = parts[0];
        var (cue, own) = (draft.Cue, sheet.Tokens[draft.Cue.Head].Sentence);
        var behind = parts.Where(part => part.First >= cue.End).Select(part => part.First - cue.End).DefaultIfEmpty(-1).Min();
        var clausal = tokens.Any(token => sheet.Tokens[token].Head == cue.Head && (sheet.Trees.Is(token, "ccomp") || sheet.Trees.Is(token, "xcomp") || sheet.Trees.Is(token, "parataxis")));
        var next = behind >= 0 ? cue.End + behind : first;
        return
        [
            parts.Count, Math.Min(100, tokens.Count), One(tokens.Any(sheet.IsFinite)), One(tokens.Any(token => sheet.Trees.Is(token, "nsubj"))), One(sheet.Is(next, "that")), One(sheet.Tag(next) == "TO"),
            One(sheet.Words.Is("wh", sheet.Tokens[next].Lower)), One(sheet.Tag(next) == "IN"), tokens.Count == 0 ? 0 : (float)tokens.Count(token => sheet.QuotationAt(token) >= 0) / tokens.Count,
            One(end <= cue.First), Math.Min(40, behind), One(tokens.Any(token => sheet.Tokens[token].Head == cue.Head)), One(clausal), One(tokens.Any(token => sheet.Tokens[token].Sentence != own)),
            Left(sheet, parts, draft), Math.Min(9, tokens.Count(token => sheet.Tokens[token].Upos != Upos.PUNCT && sheet.Tokens[token].Head is var above && above != cue.Head && !parts.Exists(part => above >= part.First && above < part.End))),
            One(tokens.Any(token => TextTraits.IsYou(sheet, token) && sheet.QuotationAt(token) < 0)), One(tokens.Any(token => TextTraits.IsWriter(sheet, token) && sheet.QuotationAt(token) < 0)),
        ];
    }

    private static bool HasQuotation(Sheet sheet, Sentence sentence)
    {
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (sheet.QuotationAt(i) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The token whose head stands outside of the phrase.</summary>
    private static int Head(Sheet sheet, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (sheet.Tokens[i].Upos != Upos.PUNCT && (sheet.Tokens[i].Head < first || sheet.Tokens[i].Head >= end))
            {
                return i;
            }
        }

        return end - 1;
    }

    private static bool Overlap(TextSpan? one, TextSpan? other) => one is { } left && other is { } right ? left.Overlaps(right) : one is null && other is null;

    private static double Shared(List<TextSpan> one, List<TextSpan> other)
    {
        var shared = one.Sum(left => other.Sum(right => Math.Max(0, Math.Min(left.End, right.End) - Math.Max(left.Start, right.Start))));
        return (double)shared / Math.Max(1, one.Sum(span => span.Length) + other.Sum(span => span.Length) - shared);
    }
}
