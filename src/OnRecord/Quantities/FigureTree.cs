using System.Collections.Immutable;

namespace OnRecord.Quantities;

/// <summary>Where a figure hangs in the tree of its sentence.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Node">The token that stands for it in the clause: the noun that it counts, else its own topmost token.</param>
internal readonly record struct FigureTree(int First, int End, int Node)
{
    /// <summary>How many steps a figure may hang below the noun that it counts.</summary>
    private const int MostSteps = 4;

    /// <summary>Finds a figure's place.</summary>
    public static FigureTree Of(Analysis analysis, Quantity quantity)
    {
        var first = analysis.TokenAt(quantity.Span.Start);
        var end = first;
        while (end < analysis.Tokens.Length && analysis.Tokens[end].Span.Start < quantity.Span.End)
        {
            end++;
        }

        if (end == first)
        {
            return new FigureTree(first, first, -1);
        }

        var node = Top(analysis.Tokens, first, end);
        for (var step = 0; step < MostSteps && IsPartOfNoun(analysis.Tokens, node); step++)
        {
            node = analysis.Tokens[node].Head;
        }

        return new FigureTree(first, end, node);
    }

    /// <summary>The tokens above the node, nearest first.</summary>
    public IEnumerable<int> Above(ImmutableArray<Token> tokens)
    {
        for (var (at, step) = (Node, 0); at >= 0 && tokens[at].Head is var head and >= 0 && step <= MostSteps; at = head, step++)
        {
            yield return head;
        }
    }

    private static int Top(ImmutableArray<Token> tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Head < first || tokens[i].Head >= end)
            {
                // A hedge ("about") may hang above on its own; digits, units and nouns stand for the figure.
                if (tokens[i].Upos is Upos.NUM or Upos.NOUN or Upos.SYM or Upos.PROPN or Upos.ADJ)
                {
                    return i;
                }
            }
        }

        return first;
    }

    private static bool IsPartOfNoun(ImmutableArray<Token> tokens, int at) =>
        tokens[at].Head >= 0 && (tokens[at].Relation.StartsWith("nummod", StringComparison.Ordinal) || tokens[at].Relation is "advmod" && tokens[at].Upos == Upos.NUM)
        && tokens[tokens[at].Head].Upos is Upos.NOUN or Upos.PROPN or Upos.SYM or Upos.NUM;
}
