namespace OnRecord.Archive.Families;

/// <summary>Families as parts of a graph: records that pairs join, directly or through others.</summary>
internal static class Components
{
    /// <summary>The family of each record, which is the smallest number in it (disjoint sets with halved paths).</summary>
    /// <param name="records">All records.</param>
    /// <param name="pairs">Pairs that share text; those with a record that is not among them do not count.</param>
    public static Dictionary<long, long> Of(IEnumerable<long> records, IEnumerable<(long One, long Other)> pairs)
    {
        var parents = records.ToDictionary(record => record);
        foreach (var (one, other) in pairs.Where(pair => parents.ContainsKey(pair.One) && parents.ContainsKey(pair.Other)))
        {
            var (first, second) = (Root(one), Root(other));
            parents[Math.Max(first, second)] = Math.Min(first, second);
        }

        return parents.Keys.ToDictionary(record => record, Root);

        long Root(long record)
        {
            while (parents[record] != record)
            {
                parents[record] = parents[parents[record]];
                record = parents[record];
            }

            return record;
        }
    }
}
