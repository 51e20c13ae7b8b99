using System.Collections.Immutable;

namespace OnRecord.Attributions;

/// <summary>Tells direct, indirect and mixed speech apart by what share of the content stands in quotation marks.</summary>
internal static class SpeechKinds
{
    public static Speech Of(Sheet sheet, ImmutableArray<TextSpan> content)
    {
        int inside = 0, outside = 0;
        foreach (var span in content)
        {
            for (var t = sheet.Analysis.TokenAt(span.Start); t < sheet.Tokens.Length && sheet.Tokens[t].Span.Start < span.End; t++)
            {
                if (sheet.QuotationAt(t) >= 0)
                {
                    inside++;
                }
                else if (sheet.Tokens[t].Upos is not (Upos.PUNCT or Upos.CCONJ))
                {
                    outside++;
                }
            }
        }

        return inside == 0 ? Speech.Indirect : outside == 0 ? Speech.Direct : Speech.Mixed;
    }
}
