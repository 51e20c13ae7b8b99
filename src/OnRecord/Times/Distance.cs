using NodaTime;
using OnRecord.Times.Rules;

namespace OnRecord.Times;

/// <summary>The place in time that lies a length away from a day that is known.</summary>
internal static class Distance
{
    public static Resolved FromPublished(TimeContext context, Length length, int sign, bool hedged)
    {
        if (length.Amount.Value is null)
        {
            return Days.Reference(sign < 0 ? "PAST_REF" : "FUTURE_REF", context);
        }

        if (context.Published is not { } day)
        {
            return Resolved.Open(null, length.Unit ?? Granularity.Minute, Why.NoPublicationDate);
        }

        return length.Unit is { } unit && unit >= Granularity.Day
            ? Away(day, length, unit, sign, hedged, TimeAnchor.Published)
            : Hours(day, length, sign);
    }

    // Only the day of publication is known, not its hour: five hours ago was that day or the day before.
    private static Resolved Hours(LocalDate day, Length length, int sign)
    {
        var hours = (length.Amount.Value ?? 0) * (length.Unit == Granularity.Hour ? 1 : 1.0 / 60);
        var whole = (int)Math.Floor(Math.Min(hours, 100_000) / 24);
        var more = hours > 24 * whole ? whole + 1 : whole;
        var (near, far) = (day.PlusDays(sign * whole), day.PlusDays(sign * more));
        return near == far
            ? Resolved.Of(Period.Day(near), TimeAnchor.Published)
            : Resolved.Open(null, length.Unit ?? Granularity.Minute, Why.NoTimeOfPublication)
                .Between(LocalDate.Min(near, far), LocalDate.Max(near, far)) with
            { Anchor = TimeAnchor.Published };
    }

    /// <summary>The period of the unit so many units from a day; a unit more on either side where the number is hedged.</summary>
    private static Resolved Away(LocalDate day, Length length, Granularity unit, int sign, bool hedged, TimeAnchor anchor)
    {
        if (unit is Granularity.Decade or Granularity.Century)
        {
            var years = (int)Math.Round((length.Amount.Value ?? 0) * (unit == Granularity.Decade ? 10 : 100) * length.Count);
            var around = Period.Year(day.Year).Plus(sign * years);
            var slack = Math.Max(1, Math.Min(5, years / 10));
            return Resolved.Of(around, anchor).Between(around.First.PlusYears(-slack), around.Last.PlusYears(slack)) with { Granularity = unit };
        }

        Period period;
        if (length.Amount.Whole is { } whole)
        {
            period = Period.Of(unit, Period.Shift(day, unit, sign * whole * length.Count));
        }
        else
        {
            // "a year and a half ago" names no month, but counts in them; "half a year ago" does name one.
            var months = (int)Math.Round((length.Amount.Value ?? 0) * (unit == Granularity.Year ? 12 : 1));
            period = unit is Granularity.Year or Granularity.Month
                ? Period.Of(unit == Granularity.Year && months < 12 ? Granularity.Month : unit, day.PlusMonths(sign * months))
                : Period.Day(day.PlusDays(sign * (int)Math.Round((length.Amount.Value ?? 0) * (unit == Granularity.Week ? 7 : 1))));
        }

        var resolved = Resolved.Of(period, anchor);
        return hedged ? resolved.Between(period.Plus(-1).First, period.Plus(1).Last) : resolved;
    }

    public static Resolved FromText(TimeContext context, Length length, int sign, bool hedged)
    {
        if (length.Unit is not { } unit || unit < Granularity.Day)
        {
            // The day is not told, but how long after is.
            return Resolved.Open(length.Timex, length.Unit ?? Granularity.Minute, Why.NoDayForTime);
        }

        var finest = unit is Granularity.Decade or Granularity.Century ? Granularity.Year : unit;
        if (context.Earlier(finest) is not { } earlier)
        {
            return Resolved.Open(length.Timex, unit, Why.NoAnchorInText);
        }

        if (length.Amount.Value is null)
        {
            return Resolved.Open(length.Timex, unit, Why.VagueAmount).Between(sign > 0 ? earlier.First : null, sign > 0 ? null : earlier.Last) with { Anchor = TimeAnchor.Text };
        }

        // A week after a known day is a day, not a week.
        var fine = unit == Granularity.Week && earlier.Unit == Granularity.Day;
        return fine && length.Amount.Whole is { } weeks
            ? Resolved.Of(Period.Day(earlier.First.PlusWeeks(sign * weeks * length.Count)), TimeAnchor.Text)
            : Away(earlier.First, length, unit, sign, hedged, TimeAnchor.Text);
    }
}
