using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace OnRecord.Archive.Accounts;

/// <summary>Finds what of one happening cannot all be right: by typed fields, never by how like two sentences are.</summary>
internal sealed class ContradictionFinder(StoryWords words, HappeningFinder happenings)
{
    /// <summary>Claims of one happening that are compared with one another.</summary>
    private const int MostCompared = 60;

    /// <summary>A pair of claims that exclude each other.</summary>
    private sealed record Clash(ContradictionKind Kind, string Reason, Telling One, Telling Other);

    /// <summary>The contradictions of a happening: of each kind and reason one, with all who are on its sides.</summary>
    public IEnumerable<Contradiction> Find(string id, IReadOnlyList<Telling> happening)
    {
        var told = happening.Take(MostCompared).ToList();
        var clashes = told.SelectMany((one, place) => told.Skip(place + 1).Select(other => Compare(one, other))).OfType<Clash>();
        return clashes.GroupBy(clash => (clash.Kind, clash.Reason)).Select(group => Of(group.Key.Kind, group.Key.Reason, id, group.Select(clash => clash.One), group.Select(clash => clash.Other)));
    }

    /// <summary>A contradiction with its sides, each claim once.</summary>
    public static Contradiction Of(ContradictionKind kind, string reason, string? happening, IEnumerable<Telling> one, IEnumerable<Telling> other) =>
        Of(kind, reason, happening, [.. one.Distinct().Select(telling => telling.Told())], [.. other.Distinct().Select(telling => telling.Told())]);

    /// <summary>The same, of what was said.</summary>
    public static Contradiction Of(ContradictionKind kind, string reason, string? happening, ImmutableArray<Testimony> one, ImmutableArray<Testimony> other) =>
        new(StableId.Of("x", kind.ToString(), one[0].Record, one[0].Claim, other[0].Record, other[0].Claim), ContractNames<ContradictionKind>.Of(kind), reason, happening, one, other);

    private Clash? Compare(Telling one, Telling other)
    {
        if (one.Voice == other.Voice)
        {
            var (ascribed, own) = one.Through is not null ? (one, other) : (other, one);
            return ascribed.Through is not null && own.Through is null && AreOpposed(ascribed, own)
                ? new Clash(ContradictionKind.Ascribed, "one says that the other says so, who says otherwise", ascribed, own)
                : null;
        }

        if (one.Stance != other.Stance)
        {
            var (asserts, denies) = one.Stance == Stance.Asserts ? (one, other) : (other, one);
            return asserts.Stance == Stance.Asserts && denies.Stance == Stance.Denies && IsDenied(asserts, denies)
                ? new Clash(ContradictionKind.Denial, "one says that it is so, the other that it is not", asserts, denies)
                : null;
        }

        if (one.Stance != Stance.Asserts)
        {
            return null;
        }

        if (words.IsOnce(one.Act) && one.Day is { } day && other.Day is { } another && one.IsOfAnotherDay(other))
        {
            return new Clash(ContradictionKind.Day, $"it happens once: {In(day)} and {In(another)}", one, other);
        }

        if (HasOtherActor(one, other))
        {
            return new Clash(ContradictionKind.Actor, $"others did it: {Called(one.Agent)} and {Called(other.Agent)}", one, other);
        }

        return words.IsOnce(one.Act) && HasOtherPlace(one, other)
            ? new Clash(ContradictionKind.Place, $"it was elsewhere: {Called(one.Place)} and {Called(other.Place)}", one, other)
            : null;
    }

    private bool AreOpposed(Telling one, Telling other) => (one.Stance, other.Stance) switch
    {
        (Stance.Asserts, Stance.Denies) => IsDenied(one, other),
        (Stance.Denies, Stance.Asserts) => IsDenied(other, one),
        _ => false,
    };

    /// <summary>Whether what one denies is what the other asserts, and not that somebody else did it, or elsewhere, or then.</summary>
    private bool IsDenied(Telling asserts, Telling denies) =>
        !asserts.IsOfAnotherDay(denies) && !asserts.Place.ExcludesByName(denies.Place) && happenings.MayBeOne(asserts.Agent, denies.Agent)
        && (asserts.Patient.IsOpen == denies.Patient.IsOpen || (asserts.Sole is not null && denies.Sole is not null));

    /// <summary>Each says that it did it; or, of what happens once, both name who did it, of one sort, or of two armed sides.</summary>
    private bool HasOtherActor(Telling one, Telling other)
    {
        if (happenings.AreRivals(one, other))
        {
            return true;
        }

        if (!words.IsOnce(one.Act) || !one.Patient.SharesName(other.Patient))
        {
            return false;
        }

        return one.Agent.Names.Count > 0 && other.Agent.Names.Count > 0
            ? one.Agent.ExcludesByName(other.Agent) && TypeOf(one) is { } type && type == TypeOf(other)
            : happenings.AreOfOtherSides(one.Agent, other.Agent);
    }

    /// <summary>Both name a place of the same sort, of which neither report names the other's: a town in a province is no other place.</summary>
    private static bool HasOtherPlace(Telling one, Telling other) =>
        one.Place.ExcludesByName(other.Place)
        && !IsCountry(one) && !IsCountry(other)
        && !one.Report.Names.Has(other.Place.Names) && !other.Report.Names.Has(one.Place.Names);

    private static EntityType? TypeOf(Telling telling) =>
        telling.Claim.Roles.Where(role => role.Role == RoleKind.Agent).Select(role => telling.Report.Names.Find(role.Entity)).FirstOrDefault(entity => entity is { Named: true })?.Type;

    private static bool IsCountry(Telling telling) =>
        telling.Claim.Roles.Where(role => role.Role == RoleKind.Place).Any(role => telling.Report.Names.Find(role.Entity)?.Type == EntityType.Country);

    private static string Called(Participant participant) =>
        participant.Names.Count > 0 ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(participant.Names.Order(StringComparer.Ordinal).First()) : participant.Noun ?? "";

    private static string In(LocalDate day) => day.ToString("d MMMM uuuu", CultureInfo.InvariantCulture);
}
