using System.Collections.Immutable;

namespace OnRecord.Quantities;

/// <summary>
/// Resolves "600 of them" and "three of which" to the noun phrase that the pronoun stands for: what an earlier figure counts, in the
/// same sentence or the one before; else the only plural before it. Where several could be meant, or none, it stays open.
/// </summary>
internal static class PronounCounted
{
    private const string Why = "pronounCounted";

    /// <summary>How many earlier figures, and how many tokens, are looked at.</summary>
    private const int MostFigures = 6;
    private const int MostTokens = 60;

    /// <summary>The figures with what they count; what is resolved leaves <paramref name="open"/>.</summary>
    public static ImmutableArray<Quantity> Resolve(Analysis analysis, ImmutableArray<Quantity> found, List<Unresolved> open)
    {
        var waiting = open.Where(row => row.Why == Why).Select(row => row.Span).ToHashSet();
        if (waiting.Count == 0)
        {
            return found;
        }

        var resolved = found.ToBuilder();
        for (var i = 0; i < resolved.Count; i++)
        {
            if (resolved[i].Counted is { } pronoun && waiting.Contains(pronoun) && Antecedent(analysis, resolved, i, pronoun) is { } noun)
            {
                resolved[i] = resolved[i] with { Counted = noun };
                waiting.Remove(pronoun);
            }
        }

        open.RemoveAll(row => row.Why == Why && !waiting.Contains(row.Span));
        return resolved.ToImmutable();
    }

    private static TextSpan? Antecedent(Analysis analysis, ImmutableArray<Quantity>.Builder found, int at, TextSpan pronoun)
    {
        var tokens = analysis.Tokens;
        var token = analysis.TokenAt(pronoun.Start);
        var sentence = tokens[token].Sentence;
        var relative = tokens[token].Lower is "which" or "whom";
        if (!relative && tokens[token].Lower is not ("them" or "these" or "those"))
        {
            return null;
        }

        for (var i = at - 1; i >= Math.Max(0, at - MostFigures); i--)
        {
            var own = tokens[analysis.TokenAt(found[i].Span.Start)].Sentence;
            if (own < sentence - (relative ? 0 : 1))
            {
                break;
            }

            if (found[i].Counted is { } counted && IsPlural(tokens[analysis.TokenAt(counted.End - 1)]))
            {
                return counted;
            }
        }

        return OnlyPlural(analysis, sentence, token) ?? (relative || sentence == 0 ? null : OnlyPlural(analysis, sentence - 1, token));
    }

    /// <summary>The one plural noun of a sentence before a token; null where it has none or several.</summary>
    private static TextSpan? OnlyPlural(Analysis analysis, int sentence, int before)
    {
        TextSpan? only = null;
        var (first, end) = (analysis.Sentences[sentence].FirstToken, Math.Min(before, analysis.Sentences[sentence].EndToken));
        for (var i = Math.Max(first, end - MostTokens); i < end; i++)
        {
            if (IsPlural(analysis.Tokens[i]))
            {
                if (only is not null)
                {
                    return null;
                }

                only = analysis.Tokens[i].Span;
            }
        }

        return only;
    }

    private static bool IsPlural(Token token) => token.Xpos is "NNS" or "NNPS" || token.Upos == Upos.NOUN && token.Lower is "people" or "troops" or "police";
}
