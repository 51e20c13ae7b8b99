namespace OnRecord.Attributions;

/// <summary>A tagger that looks at one token at a time breaks off in the middle of a phrase: "who fought in", "said in a".</summary>
internal static class Phrases
{
    /// <summary>Most tokens by which a phrase is completed.</summary>
    private const int Longest = 5;

    /// <summary>
    /// A range that does not end with a word that only introduces what comes next: up to the word that this one depends on, or without it. Null where nothing else
    /// stands in the range.
    /// </summary>
    public static Range? Completed(Sheet sheet, Range range, Cue cue, Range? source)
    {
        var (first, end) = (range.First, range.End);
        if (IsIntroduction(sheet, end - 1) && sheet.Tokens[end - 1].Head is var head && head >= end)
        {
            if (end - first > 1 && head - end < Longest && sheet.Tokens[head].Sentence == sheet.Tokens[end - 1].Sentence
                && !Stands(cue.First, cue.End, end, head + 1) && !(source is { } who && Stands(who.First, who.End, end, head + 1)))
            {
                return new Range(first, head + 1);
            }

            do
            {
                end--;
            }
            while (end > first && IsIntroduction(sheet, end - 1) && sheet.Tokens[end - 1].Head >= end);
        }

        return first < end ? new Range(first, end) : null;
    }

    private static bool IsIntroduction(Sheet sheet, int token) => sheet.Tokens[token].Upos is Upos.ADP or Upos.DET or Upos.PART or Upos.AUX && sheet.QuotationAt(token) < 0;

    private static bool Stands(int first, int end, int from, int to) => first < to && end > from;
}
