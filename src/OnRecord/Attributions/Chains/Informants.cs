namespace OnRecord.Attributions.Chains;

/// <summary>Tells who or what a report can be had from: a name, a person or body by its office, a document, an outlet; and not a reason ("citing high costs").</summary>
internal static class Informants
{
    /// <summary>Whether the noun phrase that begins at a token is one.</summary>
    public static bool IsOne(Sheet sheet, int first)
    {
        if (sheet.ChunkFirst(first) != first || sheet.QuotationAt(first) >= 0)
        {
            return false;
        }

        var (lemma, lower) = Head(sheet, first);
        return IsNamed(sheet, first) || new[] { "informant", "collective", "document", "utterance", "outlet-head", "outlet" }.Any(kind => sheet.Words.Is(kind, lemma) || sheet.Words.Is(kind, lower));
    }

    /// <summary>Whether the noun phrase that begins at a token is a name.</summary>
    public static bool IsNamed(Sheet sheet, int first) => sheet.ChunkEnd(first) is var end and > 0 && sheet.Tag(end - 1) is "NNP" or "NNPS";

    /// <summary>Whether a noun phrase is a news outlet, by its last noun or its whole name.</summary>
    public static bool IsOutlet(Sheet sheet, Range phrase)
    {
        var (lemma, _) = Head(sheet, phrase.First);
        var bare = sheet.Is(phrase.First, "the") && phrase.First + 1 < phrase.End ? phrase.First + 1 : phrase.First;
        return sheet.Words.Is("outlet-head", lemma) || sheet.Words.Is("outlet", sheet.Analysis.SpanOf(bare, phrase.End).Of(sheet.Text).ToLowerInvariant())
            || (lemma == "agency" && Enumerable.Range(phrase.First, phrase.End - phrase.First).Any(token => sheet.Is(token, "news")));
    }

    private static (string Lemma, string Lower) Head(Sheet sheet, int first)
    {
        var end = sheet.ChunkEnd(first);
        return end > first ? (sheet.Lemma(end - 1), sheet.Tokens[end - 1].Lower) : ("", "");
    }
}
