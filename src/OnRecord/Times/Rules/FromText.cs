namespace OnRecord.Times.Rules;

/// <summary>Times that point at another time in the text: the same day, that week, the following month.</summary>
internal static class FromText
{
    public static readonly TimeRule[] All =
    [
        new("same-unit", Same),
        new("following-or-previous-unit", Following),
    ];

    // "the same day", "that week", "that same year".
    private static Meaning? Same(Scan scan, ref int at)
    {
        var next = at;
        scan.Skip(ref next, "earlier", "later");
        if (!scan.All(ref next, "the", "same") && !scan.All(ref next, "that", "same") && !scan.Any(ref next, "that"))
        {
            return null;
        }

        return Unit(scan, ref at, next, 0);
    }

    // "the following month", "the previous year", "the next day", "the day before" is read with the counted times.
    private static Meaning? Following(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Any(ref next, "the"))
        {
            return null;
        }

        scan.Skip(ref next, "very");
        var after = scan.Any(ref next, "following", "next", "ensuing", "subsequent");
        return after || scan.Any(ref next, "previous", "preceding", "prior") ? Unit(scan, ref at, next, after ? 1 : -1) : null;
    }

    private static Meaning? Unit(Scan scan, ref int at, int next, int step)
    {
        if (scan.Words.DayParts.Read(scan.Pieces, ref next, out var code))
        {
            at = next;
            return TimesOfDay.InPart(Shifted(Granularity.Day, step), code);
        }

        if (scan.Weekday(ref next, out var weekday, out _) && step != 0)
        {
            at = next;
            return new Meaning(TimexType.Date, context => context.Earlier(Granularity.Day) is { } earlier
                ? Resolved.Of(Period.Day(step > 0
                    ? Calendar.OnOrAfter(earlier.Last.PlusDays(1), (NodaTime.IsoDayOfWeek)weekday)
                    : Calendar.OnOrBefore(earlier.First.PlusDays(-1), (NodaTime.IsoDayOfWeek)weekday)), TimeAnchor.Text)
                : Resolved.Open(null, Granularity.Day, Why.NoAnchorInText));
        }

        // "that second" and "the previous quarter of" point at no date.
        if (!scan.Unit(ref next, out var word) || word.Many || word.Count != 1 || word.Unit is not { } unit || unit < Granularity.Day)
        {
            return null;
        }

        at = next;
        return Shifted(unit, step);
    }

    private static Meaning Shifted(Granularity unit, int step) => new(TimexType.Date, context => context.Earlier(unit) is { } earlier
        ? Resolved.Of(Period.Of(unit, step > 0 ? earlier.Last : earlier.First).Plus(step), TimeAnchor.Text)
        : Resolved.Open(null, unit, Why.NoAnchorInText));
}
