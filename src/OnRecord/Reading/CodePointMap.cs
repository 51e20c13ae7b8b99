namespace OnRecord;

/// <summary>Turns UTF-16 offsets of one text into code point offsets and back.</summary>
/// <remarks>
/// A record counts code points, as Python strings and the W3C TextPositionSelector do. Only surrogate pairs make the two
/// differ, so the map keeps just their places: a text without them costs nothing. A lone surrogate counts as one.
/// </remarks>
internal sealed class CodePointMap
{
    /// <summary>UTF-16 offsets of the second halves of all surrogate pairs.</summary>
    private readonly int[] _lowHalves;

    public CodePointMap(string text)
    {
        Text = text;
        List<int>? lowHalves = null;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                (lowHalves ??= []).Add(i);
                i++;
            }
        }

        _lowHalves = lowHalves?.ToArray() ?? [];
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Code points of the whole text.</summary>
    public int Count => Text.Length - _lowHalves.Length;

    /// <summary>Code points before a UTF-16 offset; an offset inside a pair counts the pair.</summary>
    public int ToCodePoints(int utf16)
    {
        var before = Array.BinarySearch(_lowHalves, utf16);
        return utf16 - (before >= 0 ? before : ~before);
    }

    /// <summary>The UTF-16 offset before which there are this many code points.</summary>
    public int ToUtf16(int codePoints)
    {
        // The k-th low half stands at code point offset _lowHalves[k] − k, the one behind its pair.
        int low = 0, high = _lowHalves.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_lowHalves[middle] - middle <= codePoints)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return codePoints + low;
    }
}
