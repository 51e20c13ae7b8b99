using NodaTime;

namespace OnRecord.Times;

/// <summary>Resolves what comes again every year: "in October", "on 6 January", "Christmas".</summary>
internal static class Recurring
{
    /// <summary>How many years each way a day is looked for; 29 February can stay away for eight.</summary>
    private const int Reach = 8;

    /// <summary>What lies so near, in days, is meant even against the tense.</summary>
    public const int Near = 45;

    /// <summary>The one that is meant, by tense or nearness.</summary>
    /// <param name="context">Where the wording stands.</param>
    /// <param name="unit">How fine it is.</param>
    /// <param name="unanchored">TIMEX3 value without a day of publication.</param>
    /// <param name="near">See <see cref="TimeContext.Choose"/>.</param>
    /// <param name="inYear">The period in a year; null where the year has none.</param>
    public static Resolved Resolve(TimeContext context, Granularity unit, string unanchored, int near, Func<int, Period?> inYear)
    {
        if (context.Published is not { } day)
        {
            return Resolved.Open(unanchored, unit, Why.NoPublicationDate);
        }

        var before = Nearest(day.Year + 1, -1, inYear, period => period.First <= day);
        var after = Nearest(day.Year - 1, 1, inYear, period => period.Last >= day);
        if (before is not { } back || after is not { } ahead)
        {
            return Resolved.Open(unanchored, unit, Why.NotInCalendar);
        }

        var (period, variant) = context.Choose(back, ahead, day, near);
        return Resolved.Of(period, TimeAnchor.Published, variant);
    }

    /// <summary>A day of a month, or null where the month has no such day.</summary>
    public static Period? Day(int year, int month, int day) =>
        day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? Period.Day(new LocalDate(year, month, day)) : null;

    private static Period? Nearest(int year, int step, Func<int, Period?> inYear, Func<Period, bool> fits)
    {
        for (var i = 0; i <= Reach + 1; i++)
        {
            if (inYear(year + (i * step)) is { } period && fits(period))
            {
                return period;
            }
        }

        return null;
    }
}
