namespace OnRecord.Attributions;

/// <summary>The drafts of a text in the order of their cues, of which each is compared with those nearby alone: a text of any length is read in linear time.</summary>
internal sealed class Neighbours
{
    /// <summary>How many cues before and behind one are looked at.</summary>
    private const int Reach = 40;

    private readonly List<Draft> _drafts;

    public Neighbours(IEnumerable<Draft> drafts) => _drafts = [.. drafts.OrderBy(draft => draft.CueSpan)];

    /// <summary>All, in the order of their cues.</summary>
    public IReadOnlyList<Draft> All => _drafts;

    /// <summary>The others near a draft, which may be one of these or not.</summary>
    public IEnumerable<Draft> Of(Draft draft)
    {
        var at = Place(draft.CueSpan);
        for (var i = Math.Max(0, at - Reach); i < Math.Min(_drafts.Count, at + Reach); i++)
        {
            if (_drafts[i] != draft)
            {
                yield return _drafts[i];
            }
        }
    }

    /// <summary>Index of the first draft whose cue does not stand before a span.</summary>
    private int Place(TextSpan cue)
    {
        var (low, high) = (0, _drafts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _drafts[middle].CueSpan.CompareTo(cue) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
