using OnRecord.Archive.Families;

namespace OnRecord.Archive.Stories;

/// <summary>A document that is like another.</summary>
/// <param name="Record">Number of its record.</param>
/// <param name="RecordId">Its id, by which those that are equally like are put in order: numbers depend on which came first.</param>
/// <param name="Likeness">Cosine of both documents' terms, in thousandths.</param>
internal readonly record struct Near(long Record, string RecordId, int Likeness) : IComparable<Near>
{
    /// <summary>The most like first.</summary>
    public int CompareTo(Near other) => other.Likeness != Likeness ? other.Likeness.CompareTo(Likeness) : string.CompareOrdinal(RecordId, other.RecordId);
}

/// <summary>
/// Stories as parts of a graph: each document names those that are most like it, and two of which one names the other are of one story where they name mostly the same
/// (shared near neighbours: Jarvis and Patrick, 1973; Xu et al., 2007).
/// </summary>
/// <remarks>A document between two stories names some of both, so it shares few with either and does not chain them together.</remarks>
internal static class NearLists
{
    /// <summary>Documents that one names.</summary>
    public const int Most = 6;

    /// <summary>Whether two documents of which one names the other are of one story: what they share, each counting as one that it names itself, is more than three fifths of the shorter list.</summary>
    public static bool AreOfOneStory(long one, IReadOnlyCollection<long> near, long other, IReadOnlyCollection<long> nearOther)
    {
        var own = near.Append(one).ToHashSet();
        var shared = nearOther.Append(other).Count(own.Contains);
        return 5 * shared > 3 * (1 + Math.Min(near.Count, nearOther.Count));
    }

    /// <summary>The story of each document, which is the smallest number in it.</summary>
    /// <param name="lists">Whom each names; names of others that are no key here join nothing.</param>
    public static Dictionary<long, long> Stories(IReadOnlyDictionary<long, List<long>> lists) => Components.Of(
        lists.Keys,
        lists.SelectMany(list => list.Value.Where(lists.ContainsKey).Select(other => (One: list.Key, Other: other))).Where(pair => AreOfOneStory(pair.One, lists[pair.One], pair.Other, lists[pair.Other])));
}
