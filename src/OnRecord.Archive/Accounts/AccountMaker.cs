namespace OnRecord.Archive.Accounts;

/// <summary>Makes an account of a story's reports: a pure function of them.</summary>
internal static class AccountMaker
{
    /// <summary>Most happenings of an account: those that most voices tell.</summary>
    private const int MostHappenings = 60;

    /// <summary>Most claims that are shown of a happening.</summary>
    private const int MostClaims = 60;

    /// <summary>Most contradictions of an account.</summary>
    public const int MostContradictions = 60;

    /// <param name="reports">The reports, copies among them.</param>
    /// <param name="left">Reports of the story that are not among them.</param>
    public static Account Of(IEnumerable<Report> reports, int left = 0)
    {
        var words = StoryWords.English;
        var ordered = reports.OrderBy(report => report.Day is null).ThenBy(report => report.Day).ThenBy(report => report.Record.Id, StringComparer.Ordinal).ToList();
        var tellings = TellingReader.Read(ordered, words);
        var finder = new HappeningFinder(words);
        var found = finder.Find(tellings)
            .Where(happening => happening.Count > 1 && happening.Select(telling => (telling.Report, telling.Voice)).Distinct().Count() > 1)
            .Select(claims => (Claims: claims, Told: Told(claims)))
            .OrderByDescending(happening => happening.Told.Voices).ThenByDescending(happening => happening.Told.Pages).ThenBy(happening => happening.Told.Id, StringComparer.Ordinal)
            .ToList();
        var contradictions = new ContradictionFinder(words, finder);
        var (series, figures) = FigureFinder.Find(new FigureReader(words).Read(tellings));
        var ascriptions = AscriptionFinder.Find(found.Select(happening => happening.Claims), tellings, words);
        return new Account(
            [.. found.Take(MostHappenings).Select(happening => happening.Told)],
            [.. found.SelectMany(happening => contradictions.Find(happening.Told.Id, happening.Claims)).Concat(AscriptionFinder.Contradictions(tellings, words)).Concat(figures).Take(MostContradictions)],
            series,
            GapFinder.Find(tellings, found.Count > 0 ? found[0].Claims : null, series),
            ascriptions,
            tellings.Select(telling => telling.Voice).Distinct(StringComparer.Ordinal).Count(),
            ordered.Count,
            left);
    }

    private static Happening Told(List<Telling> claims) => new(
        StableId.Of("h", claims[0].Report.Record.Id, claims[0].Claim.Id),
        claims.Select(telling => telling.Event).OfType<CodedEvent>().CountBy(coded => coded.Type).OrderByDescending(type => type.Value).ThenBy(type => type.Key).Select(type => ContractNames<EventType>.Of(type.Key)).FirstOrDefault(),
        claims[0].Act,
        claims.Where(telling => telling.Stance == Stance.Asserts).Select(telling => telling.Voice).Distinct(StringComparer.Ordinal).Count(),
        claims.GroupBy(telling => telling.Report.Record.Id).Sum(report => 1 + report.Max(telling => telling.Copies)),
        [.. claims.Take(MostClaims).Select(telling => telling.Told())]);
}
