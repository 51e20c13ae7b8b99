namespace OnRecord.Language.Roles;

/// <summary>The row of each feature that has one: a table with open addressing, because most of what is asked for is not there, and that must cost little.</summary>
internal sealed class FeatureTable
{
    /// <summary>Places for each feature, about: so that what is not there is seen at the first or second place.</summary>
    private const int Space = 4;

    private readonly uint[] _features;
    private readonly int[] _rows;
    private readonly uint _mask;

    /// <param name="features">The features in the order of their rows.</param>
    /// <exception cref="InvalidDataException">A feature is there twice.</exception>
    public FeatureTable(IReadOnlyList<uint> features)
    {
        var size = 1;
        while (size < features.Count * Space)
        {
            size *= 2;
        }

        (_features, _rows, _mask) = (new uint[size], new int[size], (uint)size - 1);
        Array.Fill(_rows, -1);
        for (var row = 0; row < features.Count; row++)
        {
            var at = Find(features[row]);
            if (_rows[at] >= 0)
            {
                throw new InvalidDataException("a feature is there twice");
            }

            (_features[at], _rows[at]) = (features[row], row);
        }
    }

    /// <summary>The row of a feature; −1 where it has none.</summary>
    public int RowOf(uint feature) => _rows[Find(feature)];

    private uint Find(uint feature)
    {
        var at = feature & _mask;
        while (_rows[at] >= 0 && _features[at] != feature)
        {
            at = (at + 1) & _mask;
        }

        return at;
    }
}
