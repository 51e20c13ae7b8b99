namespace OnRecord.Language.Parsing;

/// <summary>What is seen between a token and the next: the gap, and whether the rules let a sentence end there; a number that the network learns to weigh.</summary>
internal static class BoundarySignal
{
    /// <summary>How many signals there are.</summary>
    public const int Count = 8;

    private const int Gaps = 4;

    /// <summary>The signals of a block's tokens.</summary>
    public static int[] Of(string text, List<TextSpan> tokens, SentenceSplitter rules)
    {
        var signals = new int[tokens.Count];
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var gap = text.AsSpan(tokens[i].End, tokens[i + 1].Start - tokens[i].End);
            var kind = gap.Contains('\n') ? 3 : Math.Min(gap.Length, 2);
            signals[i] = kind + (rules.EndsAt(text, tokens, i) ? Gaps : 0);
        }

        return signals;
    }
}
