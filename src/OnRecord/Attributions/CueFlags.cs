namespace OnRecord.Attributions;

/// <summary>What the tagger of cues is told of a token beside what the parser's encoder sees: quotation marks, and what the rules make of the sentence.</summary>
internal static class CueFlags
{
    /// <summary>Values of each flag.</summary>
    public static readonly int[] Sizes = [QuoteFlag.Count, RuleFlag.Count];

    /// <summary>The flags of a sentence's tokens.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="drafts">What the rules found in it.</param>
    public static int[][] Of(Sheet sheet, Sentence sentence, IReadOnlyList<Draft> drafts)
    {
        var rules = new int[sentence.EndToken - sentence.FirstToken];
        foreach (var draft in drafts)
        {
            RuleFlag.Lay(sheet, draft, sentence.FirstToken, rules);
        }

        return [.. rules.Select((rule, i) => new[] { QuoteFlag.Of(sheet, sentence.FirstToken + i), rule })];
    }
}

/// <summary>What the tagger of sources and contents is told: quotation marks, the cue, where the token stands from it, and what the rules make of this cue.</summary>
internal static class RoleFlags
{
    /// <summary>Longest window in tokens.</summary>
    public const int LongestWindow = 160;

    /// <summary>Values of each flag: quotation; cue or not; sentence before, own, behind, each in the same block or another; rule.</summary>
    public static readonly int[] Sizes = [QuoteFlag.Count, 2, 5, RuleFlag.Count + 1];

    /// <summary>The tokens that are looked at for a cue: its sentence and those beside it, as far as there is room.</summary>
    public static Range Window(Sheet sheet, int cueFirst)
    {
        var sentences = sheet.Analysis.Sentences;
        var own = sheet.Tokens[cueFirst].Sentence;
        var (first, end) = (sentences[own].FirstToken, sentences[own].EndToken);
        if (end - first > LongestWindow)
        {
            // Nothing that reads like a sentence is so long: what stands beside the cue is looked at.
            first = Math.Clamp(cueFirst - LongestWindow / 2, first, end - LongestWindow);
            return new Range(first, first + LongestWindow);
        }

        if (own + 1 < sentences.Length && sentences[own + 1].EndToken - first <= LongestWindow)
        {
            end = sentences[own + 1].EndToken;
        }

        if (own > 0 && end - sentences[own - 1].FirstToken <= LongestWindow)
        {
            first = sentences[own - 1].FirstToken;
        }

        return new Range(first, end);
    }

    /// <summary>The flags of a window's tokens.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="window">The window.</param>
    /// <param name="cue">The cue's tokens.</param>
    /// <param name="draft">What the rules made of it; null where they saw no cue.</param>
    public static int[][] Of(Sheet sheet, Range window, Range cue, Draft? draft)
    {
        var rules = new int[window.End - window.First];
        if (draft is null)
        {
            Array.Fill(rules, RuleFlag.Count);
        }
        else
        {
            RuleFlag.Lay(sheet, draft, window.First, rules);
        }

        var own = sheet.Tokens[cue.First].Sentence;
        return
        [
            .. rules.Select((rule, i) =>
            {
                var token = window.First + i;
                return new[] { QuoteFlag.Of(sheet, token), token >= cue.First && token < cue.End ? 1 : 0, Place(sheet, sheet.Tokens[token].Sentence, own), rule };
            }),
        ];
    }

    private static int Place(Sheet sheet, int sentence, int own)
    {
        var sentences = sheet.Analysis.Sentences;
        return sentence == own ? 0 : (sentence < own ? 1 : 3) + (sentences[sentence].Block == sentences[own].Block ? 0 : 1);
    }
}

/// <summary>Where a token stands in a quotation.</summary>
internal static class QuoteFlag
{
    public const int Count = 4;

    public static int Of(Sheet sheet, int token) =>
        sheet.QuotationAt(token) < 0 ? 0 : sheet.Opens(token) ? 2 : sheet.Closes(token) ? 3 : 1;
}

/// <summary>What the rules say that a token is.</summary>
internal static class RuleFlag
{
    public const int Count = 4;
    private const int Content = 1;
    private const int Source = 2;
    private const int Cue = 3;

    /// <summary>Writes a draft over what stands there; a cue is never written over, and a source only by a cue.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="first">The token of the first flag.</param>
    /// <param name="flags">One for each token.</param>
    public static void Lay(Sheet sheet, Draft draft, int first, int[] flags)
    {
        Lay(sheet, [draft.CueSpan], Cue, first, flags);
        Lay(sheet, draft.Source is { } source ? [source] : [], Source, first, flags);
        Lay(sheet, draft.Content, Content, first, flags);
    }

    private static void Lay(Sheet sheet, IEnumerable<TextSpan> spans, int value, int first, int[] flags)
    {
        foreach (var span in spans)
        {
            for (var t = Math.Max(first, sheet.Analysis.TokenAt(span.Start)); t < first + flags.Length && sheet.Tokens[t].Span.Start < span.End; t++)
            {
                flags[t - first] = Math.Max(flags[t - first], value);
            }
        }
    }
}
