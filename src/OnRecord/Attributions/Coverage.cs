namespace OnRecord.Attributions;

/// <summary>The characters of a text that spans cover: whether a span shares one of them is asked of the characters, and not of every span found so far.</summary>
internal sealed class Coverage(int length)
{
    private const int Bits = 64;

    private readonly ulong[] _covered = new ulong[length / Bits + 1];

    /// <summary>Covers a span.</summary>
    public void Add(TextSpan span)
    {
        for (var word = span.Start / Bits; word * Bits < span.End; word++)
        {
            _covered[word] |= Mask(span, word);
        }
    }

    /// <summary>Covers a span but for the parts of a quotation.</summary>
    public void Add(TextSpan span, Quotation? without)
    {
        foreach (var part in without?.Parts ?? [])
        {
            if (part.Start > span.Start)
            {
                Add(new TextSpan(span.Start, Math.Min(span.End, part.Start)));
            }

            if (part.End >= span.End)
            {
                return;
            }

            span = new TextSpan(Math.Max(span.Start, part.End), span.End);
        }

        Add(span);
    }

    /// <summary>Whether a character of the span is covered.</summary>
    public bool Overlaps(TextSpan span)
    {
        for (var word = span.Start / Bits; word * Bits < span.End; word++)
        {
            if ((_covered[word] & Mask(span, word)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The bits of a word that a span holds.</summary>
    private static ulong Mask(TextSpan span, int word)
    {
        var (from, end) = (Math.Max(span.Start - word * Bits, 0), Math.Min(span.End - word * Bits, Bits));
        return from >= end ? 0 : (ulong.MaxValue << from) & (ulong.MaxValue >> (Bits - end));
    }
}

/// <summary>Spans asked whether one of them holds another span.</summary>
internal sealed class Holders
{
    private readonly TextSpan[] _spans;
    private readonly int[] _farthest;

    public Holders(IEnumerable<TextSpan> spans)
    {
        _spans = [.. spans.Order()];
        _farthest = new int[_spans.Length];
        for (var i = 0; i < _spans.Length; i++)
        {
            _farthest[i] = Math.Max(_spans[i].End, i > 0 ? _farthest[i - 1] : 0);
        }
    }

    /// <summary>Whether a span holds the whole of another.</summary>
    public bool Hold(TextSpan span)
    {
        var (low, high) = (0, _spans.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _spans[middle].Start <= span.Start ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && _farthest[low - 1] >= span.End;
    }
}
