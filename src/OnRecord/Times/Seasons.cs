namespace OnRecord.Times;

/// <summary>Half of the earth, by which a season has its months.</summary>
internal enum Hemisphere
{
    /// <summary>Summer is June to August.</summary>
    North,

    /// <summary>Summer is December to February.</summary>
    South,
}

/// <summary>Seasons of a half of the earth, and of one that is not told.</summary>
internal static class Seasons
{
    private const int Summer = 1;
    private const int Winter = 3;

    // EDTF's seasons 21 to 24 are those of no place, 25 to 28 those of the north, 29 to 32 those of the south.
    private const int NorthernEdtf = 25;
    private const int SouthernEdtf = 29;

    /// <summary>TIMEX3 value of a season of no known year.</summary>
    public static string Recurring(int season) => Period.Season(2000, season).Timex.Replace("2000", "XXXX", StringComparison.Ordinal);

    /// <summary>A season of a half of the earth, named by the year in which it begins.</summary>
    /// <param name="half">Which half.</param>
    /// <param name="year">The year.</param>
    /// <param name="season">0 = spring … 3 = winter.</param>
    public static Period Season(this Hemisphere half, int year, int season)
    {
        var northern = Period.Season(year, season);
        if (half == Hemisphere.North)
        {
            return northern with { Edtf = FormattableString.Invariant($"{year:D4}-{NorthernEdtf + season}") };
        }

        var first = northern.First.PlusMonths(season > Summer ? -6 : 6);
        return northern with { First = first, Last = first.PlusMonths(3).PlusDays(-1), Edtf = FormattableString.Invariant($"{year:D4}-{SouthernEdtf + season}") };
    }

    /// <summary>Whether a season begins in one year and ends in the next.</summary>
    public static bool OverNewYear(this Hemisphere half, int season) => season == (half == Hemisphere.North ? Winter : Summer);

    /// <summary>"Winter 2024" is said of the winter that begins in 2024 and of the one that ends in it.</summary>
    public static Resolved OfNamedYear(this Hemisphere half, Resolved resolved, int season) => half.OverNewYear(season) && resolved.Period is { } period
        ? resolved.Between(period.First.PlusYears(-1), period.Last)
        : resolved;

    /// <summary>A season where the dateline tells its half of the earth; else all days of both readings, the northern year in its value.</summary>
    public static Resolved Resolve(TimeContext context, Func<Hemisphere, Resolved> ofHalf)
    {
        if (context.Hemisphere is { } known)
        {
            return ofHalf(known);
        }

        var (north, south) = (ofHalf(Hemisphere.North), ofHalf(Hemisphere.South));
        if (north.Earliest is not { } first || north.Latest is not { } last || south.Earliest is not { } otherFirst || south.Latest is not { } otherLast)
        {
            return north with { Why = north.Why ?? Why.HemisphereNotStated };
        }

        // The half is open, so nothing is cut out of it or counted from it.
        return north.Between(NodaTime.LocalDate.Min(first, otherFirst), NodaTime.LocalDate.Max(last, otherLast)) with
        {
            Period = null,
            Why = Why.HemisphereNotStated,
            Edtf = north.Period is { } period && north.Timex == south.Timex ? Period.Season(period.First.Year, period.First.Month / 3 - 1).Edtf : null,
        };
    }
}
