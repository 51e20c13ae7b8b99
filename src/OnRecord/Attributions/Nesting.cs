using System.Collections.Immutable;

namespace OnRecord.Attributions;

/// <summary>Says which attribution stands inside the content of which.</summary>
internal static class Nesting
{
    /// <summary>How many attributions around one are looked at: keeps a long text linear.</summary>
    private const int Neighbours = 40;

    /// <param name="attributions">In the order of their cues.</param>
    /// <param name="beside">For each the index of the one that hands it on though its content does not hold it; −1 where there is none.</param>
    public static ImmutableArray<Attribution> Set(List<Attribution> attributions, IReadOnlyList<int> beside)
    {
        var outer = new int[attributions.Count];
        for (var i = 0; i < attributions.Count; i++)
        {
            outer[i] = beside[i] >= 0 ? beside[i] : Smallest(attributions, beside, i);
        }

        return [.. attributions.Select((attribution, i) => outer[i] < 0 || IsCycle(outer, i) ? attribution : attribution with { Within = attributions[outer[i]].Id })];
    }

    /// <summary>Index of the attribution with the shortest content that holds the cue of another; −1 where none does.</summary>
    private static int Smallest(List<Attribution> attributions, IReadOnlyList<int> beside, int inner)
    {
        var cue = attributions[inner].Cue.Span;
        var best = -1;
        var shortest = int.MaxValue;
        for (var i = Math.Max(0, inner - Neighbours); i < Math.Min(attributions.Count, inner + Neighbours); i++)
        {
            if (i == inner || attributions[i].Content.Any(span => span.Contains(cue)) is false)
            {
                continue;
            }

            // Two that hold each other's cue: the one whose content stands before its cue is the outer.
            var mutual = attributions[inner].Content.Any(span => span.Contains(attributions[i].Cue.Span));
            if (mutual && attributions[i].Cue.Span.Start < cue.Start)
            {
                continue;
            }

            var length = attributions[i].Content.Sum(span => span.Length);
            // Of two with the same content the one behind the other is nearer.
            if (length < shortest || (length == shortest && best >= 0 && beside[i] == best))
            {
                (best, shortest) = (i, length);
            }
        }

        return best;
    }

    private static bool IsCycle(int[] outer, int from)
    {
        var at = outer[from];
        for (var steps = 0; at >= 0 && steps <= Neighbours; steps++)
        {
            if (at == from)
            {
                return true;
            }

            at = outer[at];
        }

        return at >= 0;
    }
}
