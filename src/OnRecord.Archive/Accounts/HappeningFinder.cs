using OnRecord.Archive.FullText;
using OnRecord.Archive.Stories;

namespace OnRecord.Archive.Accounts;

/// <summary>Joins claims that tell the same happening: the same act, of the same ones, at a time that may be the same.</summary>
internal sealed class HappeningFinder(StoryWords words)
{
    /// <summary>Claims of a happening with which another is compared: the first, which differ least from what all tell.</summary>
    private const int MostCompared = 5;

    /// <summary>Claims by happening, those that stand alone among them, in the order in which they were told first.</summary>
    public List<List<Telling>> Find(IEnumerable<Telling> tellings)
    {
        var (all, byAct) = (new List<List<Telling>>(), new Dictionary<string, List<List<Telling>>>(StringComparer.Ordinal));
        foreach (var telling in tellings.Where(IsOfSomething))
        {
            var same = byAct.TryGetValue(telling.Act, out var known) ? known : byAct[telling.Act] = [];
            if (same.FirstOrDefault(happening => happening.Take(MostCompared).Any(other => AreSame(telling, other))) is { } found)
            {
                found.Add(telling);
            }
            else
            {
                List<Telling> first = [telling];
                same.Add(first);
                all.Add(first);
            }
        }

        return all;
    }

    /// <summary>Whether two claims with the same act tell the same happening.</summary>
    public bool AreSame(Telling one, Telling other)
    {
        if (one.Act != other.Act || (one.Sole is null && other.Sole is null && one.Patient.Excludes(other.Patient)))
        {
            return false;
        }

        // What is planned now has not been done before.
        if (IsOver(one, other) || IsOver(other, one))
        {
            return false;
        }

        var mayDiffer = words.IsOnce(one.Act) && IsKnownOne(one, other);
        if (!mayDiffer && (one.IsOfAnotherDay(other) || one.Place.ExcludesByName(other.Place)))
        {
            return false;
        }

        // "Took money" says too little: both must be the same, who and what.
        if (words.IsLight(one.Claim.Predicate.Lemma))
        {
            return one.Agent.Shares(other.Agent) && one.Patient.Shares(other.Patient);
        }

        if (one.Sole is { } sole && other.Sole is { } another)
        {
            return sole.Shares(another) || (AreOfOneSide(sole, another) && one.Place.Shares(other.Place)) || ((one.Agent.IsOpen || other.Agent.IsOpen) && one.Place.SharesName(other.Place) && !one.Days.IsEmpty && !other.Days.IsEmpty);
        }

        if (!one.Patient.IsOpen && !other.Patient.IsOpen)
        {
            return one.Patient.Shares(other.Patient) && (mayDiffer || !AreOthers(one.Agent, other.Agent) || AreRivals(one, other));
        }

        // "The ferry sank" and "a wave sank the ferry"; else the same one may have done it to others.
        var (alone, whole) = one.Patient.IsOpen ? (one, other) : (other, one);
        return alone.Agent.Shares(whole.Patient)
            || (alone.Agent.SharesName(whole.Agent) && ((!alone.Days.IsEmpty && !whole.Days.IsEmpty) || WordFolding.Words(alone.Claim.Statement).Any(word => whole.Patient.Heads.Contains(DocumentFrequencies.TermOf(word.Folded)))));
    }

    /// <summary>Whether each of two says of itself that it did the same harm to one thing, or two armed sides are said to have done it.</summary>
    public bool AreRivals(Telling one, Telling other) =>
        words.IsHarm(one.Act) && IsKnownOne(one, other) && ((one.IsOwnDeed && other.IsOwnDeed && one.Voice != other.Voice) || AreOfOtherSides(one.Agent, other.Agent));

    private static bool IsOver(Telling done, Telling planned) =>
        planned.Claim.Status == ClaimStatus.Planned && done.Claim.Status == ClaimStatus.Asserted && done.Days.Select(time => time.Latest).Max() is { } last && planned.Report.Day is { } day && last < day;

    /// <summary>Whether two may be the same, or one is not told: nothing but a name, a noun or a side in common says so.</summary>
    public bool MayBeOne(Participant one, Participant other) => one.IsOpen || other.IsOpen || (one.Shares(other) && !AreOthers(one, other)) || AreOfOneSide(one, other);

    /// <summary>Whether it is known that two are not the same: by their names, or by the sides for which they bear arms.</summary>
    public bool AreOthers(Participant one, Participant other) => one.ExcludesByName(other) || AreOfOtherSides(one, other);

    /// <summary>Whether nouns for both are of one side: soldiers are the army's.</summary>
    private bool AreOfOneSide(Participant one, Participant other) => SideOf(one) is { } side && side == SideOf(other);

    /// <summary>Whether nouns for both tell that they bear arms for others: soldiers are the army's, and no rebels.</summary>
    public bool AreOfOtherSides(Participant one, Participant other) => SideOf(one) is { } side && SideOf(other) is { } another && side != another;

    /// <summary>The side of a participant; null where its nouns tell none.</summary>
    public string? SideOf(Participant participant) => participant.Heads.Select(words.SideOf).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Whether it befalls the same one, by name or as the one thing that both reports speak of: "the helicopter".</summary>
    private static bool IsKnownOne(Telling one, Telling other)
    {
        var (own, theirs) = one.Patient.IsOpen || other.Patient.IsOpen ? (one.Sole ?? one.Agent, other.Sole ?? other.Agent) : (one.Patient, other.Patient);
        return own.SharesName(theirs) || (own.IsDefinite && theirs.IsDefinite && own.Shares(theirs));
    }

    private bool IsOfSomething(Telling telling) => telling.Agent.IsOpen && telling.Patient.IsOpen
        ? telling.Place.Names.Count > 0 && !words.IsLight(telling.Claim.Predicate.Lemma)
        : !words.IsLight(telling.Claim.Predicate.Lemma) || !(telling.Agent.IsOpen || telling.Patient.IsOpen);
}
