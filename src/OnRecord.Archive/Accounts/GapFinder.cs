using System.Collections.Immutable;

namespace OnRecord.Archive.Accounts;

/// <summary>Finds what a reader would expect to be told of a story's main happening and nobody states, and what reports say is not known.</summary>
internal static class GapFinder
{
    private const int Most = 20;

    /// <param name="tellings">All claims.</param>
    /// <param name="main">The claims of the happening that most voices tell; null where there is none.</param>
    /// <param name="series">The figures of the story.</param>
    public static ImmutableArray<Gap> Find(IReadOnlyCollection<Telling> tellings, IReadOnlyCollection<Telling>? main, IReadOnlyCollection<FigureSeries> series) =>
    [
        .. tellings.Where(telling => telling.Claim.Status == ClaimStatus.NotStated)
            .GroupBy(telling => telling.Claim.Statement, StringComparer.OrdinalIgnoreCase).Take(Most)
            .Select(same => new Gap(same.First().Claim.Statement, [.. same.Select(telling => telling.Told())])),
        .. main is null ? [] : Missing(main),
        .. new[] { ("die", "killed", "how many died"), ("kill", "killed", "how many were killed"), ("injure", "injured", "how many were injured") }
            .Where(harm => tellings.Any(telling => telling.Act == harm.Item1 && telling.Stance == Stance.Asserts && telling.Patient.Names.Count + telling.Agent.Names.Count == 0) && !series.Any(one => one.Thing.Contains(harm.Item2, StringComparison.Ordinal)))
            .Select(harm => new Gap(harm.Item3, [])).Take(1),
    ];

    private static IEnumerable<Gap> Missing(IReadOnlyCollection<Telling> main)
    {
        var what = main.First().Claim.Statement;
        if (main.All(telling => telling.Agent.IsOpen) && main.Any(telling => telling.Event is not null))
        {
            yield return new Gap($"who did it: “{what}”", []);
        }

        var records = main.Select(telling => telling.Report.Record).Distinct().ToList();
        if (!records.Exists(record => record.Times.Any(time => time.Type is TimexType.Date or TimexType.Time)))
        {
            yield return new Gap($"when it happened: “{what}”", []);
        }
    }
}
