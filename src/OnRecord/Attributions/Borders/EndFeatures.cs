using System.Collections.Immutable;
using static OnRecord.Pages.Html.Indicator;

namespace OnRecord.Attributions.Borders;

/// <summary>The numbers of a place where a content may end.</summary>
internal static class EndFeatures
{
    private static readonly string[][] Words =
    [
        ["and"], ["but", "yet"], ["or"], ["as"], ["while"], ["although", "though", "even", "despite", "whereas", "notwithstanding"], ["because", "since", "given"],
        ["after", "before", "when", "until", "once"], ["if", "unless", "whether"], ["who", "whom", "whose"], ["which"], ["that"], ["to"], ["by"], ["in", "on", "at"], ["during"], ["with", "without"],
        ["for"], ["from"], ["of"], ["than"], ["including", "such"], ["according"], ["so"], ["not"],
    ];

    private static readonly string[] Tags = ["VBG", "VBN", "VBD", "VBZ", "VBP", "MD", "PRP", "NNP", "DT", "RB", "IN", "CC", "VB", "JJ", "NN"];

    private static readonly string[] Relations = ["conj", "advcl", "acl", "acl:relcl", "obl", "obl:tmod", "nmod", "appos", "parataxis", "advmod", "ccomp", "xcomp", "cc", "mark", "root"];

    private static readonly string[] Classes = ["say", "tell", "ask", "judge", "think", "want", "show", "perceive", "call", "urge"];

    private static readonly Frame[] Frames = Enum.GetValues<Frame>();

    /// <summary>What each number is, in their order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "offset", "now", "later", "rule-end", "rule-offset", "tokens", "left", "sure-last", "sure-next", "sure-three", "sure-phrase", "sure-between", "sure-between-least", "ends-sentence",
        "comma", "dash", "semicolon", "colon", "bracket", "mark-between",
        .. Words.Select(words => "next-" + words[0]), "second-and", .. Tags.Select(tag => "tag-" + tag), .. Relations.Select(relation => "relation-" + relation),
        "hangs-on-cue", "hangs-before", "hangs-on-root", "hangs-inside", "hangs-far", "hangs-near", "clean", "top-finite", "top-subject", "top-pronoun", "top-tag-of-cue", "top-tag-of-root", "top-says", "top-time", "top-quoted",
        "phrase-tokens", "phrase-to-end", "phrase-finite", "phrase-comma", "depth",
        "content-finite", "content-that", "content-to", "content-wh", "content-commas", "content-open", "content-quoted", "closes",
        "cue-in-phrase", "voice", "negated", "cue-quoted", "clause", .. Classes.Select(name => "class-" + name), .. Frames.Select(frame => "frame-" + frame),
    ];

    /// <summary>The numbers of each place.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="draft">The draft, with its evidence.</param>
    /// <param name="content">Its content's last part.</param>
    /// <param name="cues">Which tokens stand in a cue.</param>
    public static List<float[]> Of(Sheet sheet, Draft draft, OpenContent content, bool[] cues)
    {
        var now = content.Ends[content.Now].End;
        var root = Root(sheet, draft.Cue, content.First, now);
        var rule = RuleEnd(sheet, draft.Evidence!, draft.Cue, content.First);
        return [.. content.Ends.Select(place => Of(sheet, draft, content.First, place, now, root, rule, cues))];
    }

    private static float[] Of(Sheet sheet, Draft draft, int first, ContentEnd place, int now, int root, int rule, bool[] cues)
    {
        var (end, next) = place;
        var (cue, evidence) = (draft.Cue, draft.Evidence!);
        var sentence = sheet.Analysis.Sentences[cue.Sentence];
        var isLast = next >= sentence.EndToken;
        var top = isLast ? -1 : OpenContent.Top(sheet, next);
        var phrase = isLast ? next : Math.Min(sentence.EndToken, sheet.Trees.End(top));
        var row = new List<float>(Names.Length);
        row.AddRange(
        [
            Math.Clamp(end - now, -30, 30), One(end == now), One(end > now), One(end == rule), rule < 0 ? -40 : Math.Clamp(end - rule, -30, 30), Math.Min(60, end - first), Math.Min(60, sentence.EndToken - next),
            evidence.Tokens.At(end - 1), isLast ? -1 : evidence.Tokens.At(next), isLast ? -1 : evidence.Tokens.Mean(next, next + 3), isLast ? -1 : evidence.Tokens.Mean(next, phrase),
            evidence.Tokens.Mean(Math.Min(end, now), Math.Max(end, now)), evidence.Tokens.Least(Math.Min(end, now), Math.Max(end, now)), One(isLast),
        ]);
        row.AddRange([One(Stands(sheet, end, next, ",")), One(Stands(sheet, end, next, "—", "–", "-", "--", "―")), One(Stands(sheet, end, next, ";")), One(Stands(sheet, end, next, ":")), One(Stands(sheet, end, next, "(", ")", "[", "]")), One(next > end)]);
        row.AddRange(Words.Select(words => One(!isLast && words.Contains(sheet.Tokens[next].Lower))));
        row.Add(One(!isLast && next + 1 < sentence.EndToken && sheet.Tag(next) == "RB" && sheet.Tag(next + 1) == "CC"));
        row.AddRange(Tags.Select(tag => One(!isLast && sheet.Tag(next) == tag)));
        row.AddRange(Relations.Select(relation => One(top >= 0 && sheet.Tokens[top].Relation == relation)));
        row.AddRange(OfTop(sheet, cue, first, end, next, top, root));
        row.AddRange(OfPhrase(sheet, sentence, next, phrase, top, cue));
        row.AddRange(OfContent(sheet, cue, first, end));
        row.AddRange([One(!isLast && cues.AsSpan(next, phrase - next).Contains(true)), (float)cue.Voice, One(sheet.Tokens[cue.First..cue.End].Any(token => token.Lower is "not" or "n't" or "n’t" or "never")), One(sheet.QuotationAt(cue.Head) >= 0), One(root >= 0 && (sheet.Trees.Is(root, "ccomp") || sheet.Trees.Is(root, "xcomp")))]);
        row.AddRange(Classes.Select(name => One(cue.Class == name)));
        row.AddRange(Frames.Select(frame => One(evidence.Rule?.Cue.Frame == frame)));
        return [.. row];
    }

    /// <summary>What the phrase behind the place hangs on, and what sort of word it is about.</summary>
    private static float[] OfTop(Sheet sheet, Cue cue, int first, int end, int next, int top, int root)
    {
        if (top < 0)
        {
            return [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
        }

        var head = sheet.Tokens[top].Head;
        var subject = sheet.Trees.Subject(top);
        return
        [
            One(head == cue.Head), One(head < first && head != cue.Head), One(head >= 0 && head == root), One(head >= first && head < end && head != root), head < 0 ? 40 : Math.Min(40, end - head), One(head == end - 1),
            One(sheet.Trees.First(top) >= next), One(sheet.IsFinite(top) || (sheet.Trees.Dependent(top, "aux") is var helper && helper >= 0 && sheet.IsFinite(helper)) || sheet.Trees.Dependent(top, "cop") >= 0), One(subject >= 0),
            One(subject >= 0 && sheet.Tag(subject) == "PRP"), One(sheet.Tag(top) == sheet.Tag(cue.Head)), One(root >= 0 && sheet.Tag(top) == sheet.Tag(root)),
            One(sheet.IsVerb(top) && sheet.Words.Verb(sheet.Lemma(top)) is { Class: "say" or "tell" or "ask" }), One(sheet.Words.IsTime(sheet.Tokens[top].Lower)), One(sheet.QuotationAt(next) >= 0),
        ];
    }

    private static float[] OfPhrase(Sheet sheet, Sentence sentence, int next, int phrase, int top, Cue cue)
    {
        if (top < 0)
        {
            return [0, 0, 0, 0, 0];
        }

        var comma = false;
        for (var i = next; i < phrase; i++)
        {
            comma |= sheet.Is(i, ",");
        }

        var depth = 0;
        for (var at = top; depth < 8 && at >= 0 && at != cue.Head; at = sheet.Tokens[at].Head)
        {
            depth++;
        }

        return [Math.Min(40, phrase - next), One(phrase >= sentence.EndToken - 1), One(sheet.HasFinite(next, phrase)), One(comma), depth];
    }

    private static float[] OfContent(Sheet sheet, Cue cue, int first, int end)
    {
        var (commas, quoted, open) = (0, 0, false);
        for (var i = first; i < end; i++)
        {
            commas += sheet.Is(i, ",") ? 1 : 0;
            quoted += sheet.QuotationAt(i) >= 0 ? 1 : 0;
            open = sheet.Is(i, "(") || (open && !sheet.Is(i, ")"));
        }

        return
        [
            One(sheet.HasFinite(first, end)), One(sheet.Is(first, "that")), One(sheet.Tag(first) == "TO"), One(sheet.Words.Is("wh", sheet.Tokens[first].Lower)), Math.Min(9, commas), One(open),
            sheet.QuotationAt(cue.Head) >= 0 ? 0 : (float)quoted / Math.Max(1, end - first), One(sheet.Closes(end - 1)),
        ];
    }

    /// <summary>The word of the content that hangs on the cue, or else on what stands outside.</summary>
    private static int Root(Sheet sheet, Cue cue, int first, int end)
    {
        var other = -1;
        for (var i = first; i < end; i++)
        {
            var head = sheet.Tokens[i].Head;
            if (head == cue.Head && sheet.Tokens[i].Upos != Upos.PUNCT)
            {
                return i;
            }

            other = other < 0 && (head < first || head >= end) ? i : other;
        }

        return other;
    }

    private static int RuleEnd(Sheet sheet, Judging.Evidence evidence, Cue cue, int first)
    {
        var span = evidence.Rule?.Content.FindLast(content => content.Start >= evidence.Rule.CueSpan.End) ?? default;
        var (from, end) = span.IsEmpty ? (0, 0) : sheet.TokensOf(span);
        return end <= first ? -1 : OpenContent.Trimmed(sheet, cue, Math.Min(from, first), end);
    }

    private static bool Stands(Sheet sheet, int end, int next, params ReadOnlySpan<string> marks)
    {
        for (var i = end; i < next && i < sheet.Tokens.Length; i++)
        {
            foreach (var mark in marks)
            {
                if (sheet.Is(i, mark))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
