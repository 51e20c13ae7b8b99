using System.Collections.Immutable;

namespace OnRecord.Quantities;

/// <summary>The expressions of time in a text, for asking whether a span lies in one.</summary>
internal sealed class TimeSpans
{
    private readonly TextSpan[] _spans;

    /// <param name="times">Expressions of time, in any order.</param>
    public TimeSpans(ImmutableArray<TimeExpression> times)
    {
        _spans = [.. times.Select(time => time.Span).Order()];
    }

    /// <summary>Whether a span shares a character with an expression of time.</summary>
    public bool Overlap(TextSpan span)
    {
        int low = 0, high = _spans.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_spans[middle].Start < span.End)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        // Expressions may nest, though rarely: the two before the border are enough for one inside another.
        return (low > 0 && _spans[low - 1].Overlaps(span)) || (low > 1 && _spans[low - 2].Overlaps(span));
    }
}
