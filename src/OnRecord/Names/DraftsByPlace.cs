namespace OnRecord.Names;

/// <summary>Names in the order of the text, found by the tokens that they stand on and not by going through all of them.</summary>
internal sealed class DraftsByPlace
{
    private readonly IReadOnlyList<NameDraft> _drafts;
    private readonly int[] _farthest;

    /// <param name="drafts">In the order of their first tokens.</param>
    public DraftsByPlace(IReadOnlyList<NameDraft> drafts)
    {
        _drafts = drafts;
        _farthest = new int[drafts.Count];
        for (var i = 0; i < drafts.Count; i++)
        {
            _farthest[i] = Math.Max(drafts[i].End, i > 0 ? _farthest[i - 1] : 0);
        }
    }

    /// <summary>The names that hold all of these tokens.</summary>
    public IEnumerable<NameDraft> Holding(int first, int end)
    {
        for (var i = Behind(first) - 1; i >= 0 && _farthest[i] >= end; i--)
        {
            if (_drafts[i].End >= end)
            {
                yield return _drafts[i];
            }
        }
    }

    /// <summary>The first of the names that stand on these tokens exactly; null where none does.</summary>
    public NameDraft? Same(int first, int end)
    {
        NameDraft? same = null;
        for (var i = Behind(first) - 1; i >= 0 && _drafts[i].First == first; i--)
        {
            same = _drafts[i].End == end ? _drafts[i] : same;
        }

        return same;
    }

    /// <summary>The place of the first name that begins behind a token.</summary>
    private int Behind(int token)
    {
        var (low, high) = (0, _drafts.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _drafts[middle].First <= token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
