namespace OnRecord.Times.Rules;

/// <summary>Times that recur.</summary>
internal static class Sets
{
    public static readonly TimeRule[] All =
    [
        new("every", Every),
        new("recurring-word", Word),
        new("times-a-unit", TimesAUnit),
        new("rate-a-unit", Rate),
        new("weekdays-plural", Plural),
        new("weekday-parts", WeekdayParts),
        new("day-of-every-month", DayOfEvery),
    ];

    // "every Monday", "each year", "every two weeks", "every other day", "every morning", "every summer".
    private static Meaning? Every(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Any(ref next, "every", "each"))
        {
            return null;
        }

        var times = scan.Any(ref next, "other", "second") ? 2 : 1;
        if (scan.Weekday(ref next, out var weekday, out _))
        {
            at = next;
            return Set(times == 1 ? $"XXXX-WXX-{weekday}" : "P2W", Granularity.Day);
        }

        if (scan.Month(ref next, out var month, out _))
        {
            at = next;
            return Set($"XXXX-{month:D2}", Granularity.Month);
        }

        if (scan.Season(ref next, out var season))
        {
            at = next;
            return Set(Seasons.Recurring(season), Granularity.Season);
        }

        if (scan.Words.DayParts.Read(scan.Pieces, ref next, out var part))
        {
            at = next;
            return Set("XXXX-XX-XX" + part, Granularity.DayPart);
        }

        var amount = new Amount(times);
        if (times == 1 && scan.Amount(ref next, out var read))
        {
            amount = read;
        }

        if (!scan.Unit(ref next, out var unit))
        {
            return null;
        }

        at = next;
        return Set(new Length(amount, unit.Unit, unit.Count, false).Timex, unit.Unit ?? Granularity.Minute);
    }

    private static Meaning? Word(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Words.Sets.Read(scan.Pieces, ref next, out var period) || scan.IsCapital(at) && at > 0 || scan.Lower(next) == "-" && scan.Tight(next))
        {
            return null;
        }

        // "The party daily Granma" is a newspaper.
        if (scan.Lower(at) is "daily" or "weekly" or "monthly" && scan.IsCapital(next))
        {
            return null;
        }

        at = next;
        return Set(period, Granularity.Unspecified);
    }

    // "twice a week", "three times a month", "once every two years".
    private static Meaning? TimesAUnit(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Any(ref next, "once", "twice") && !(scan.Amount(ref next, out _) && scan.Any(ref next, "times")))
        {
            return null;
        }

        return scan.Lower(next) is "every" or "each" ? Every(scan, ref next) is { } every ? Ends(every, ref at, next) : null : AUnit(scan, ref at, next);
    }

    private static Meaning Ends(Meaning meaning, ref int at, int end)
    {
        at = end;
        return meaning;
    }

    // "$5 a day", "40 hours per week".
    private static Meaning? Rate(Scan scan, ref int at) =>
        scan.Lower(at) == "per" || Durations.IsRate(scan, at) ? AUnit(scan, ref at, at) : null;

    private static Meaning? AUnit(Scan scan, ref int at, int next)
    {
        if (!scan.Any(ref next, "a", "an", "per", "each") || !scan.Unit(ref next, out var unit) || unit.Many || unit.Unit is null or Granularity.Quarter or Granularity.Decade or Granularity.Century or Granularity.Weekend
            || scan.Lower(next) is "ago" or "earlier" or "later" or "before" or "after" or "-" or "and" && scan.Lower(next + 1) == "a" || scan.TokenOf(next)?.Upos is Upos.NOUN)
        {
            return null;
        }

        at = next;
        return Set(new Length(new Amount(1), unit.Unit, unit.Count, false).Timex, unit.Unit.Value);
    }

    // "on Mondays", "at weekends", "weekdays".
    private static Meaning? Plural(Scan scan, ref int at)
    {
        if (scan.Words.EveryWeekday.TryGetValue(scan.Lower(at), out var weekday) && scan.IsCapital(at))
        {
            at++;
            return Set($"XXXX-WXX-{weekday}", Granularity.Day);
        }

        if (scan.Lower(at) is "weekends" or "weekdays" && scan.Lower(at - 1) is "on" or "at" or "and" or "or")
        {
            at++;
            return Set(scan.Lower(at - 1) == "weekends" ? "XXXX-WXX-WE" : "XXXX-WXX-WD", Granularity.Weekend);
        }

        return null;
    }

    // "Friday nights", "on Sunday mornings".
    private static Meaning? WeekdayParts(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Weekday(ref next, out var weekday, out _) || !scan.Words.DayParts.Read(scan.Pieces, ref next, out var part) || !scan.Lower(next - 1).EndsWith('s') || scan.IsCapital(next - 1))
        {
            return null;
        }

        at = next;
        return Set($"XXXX-WXX-{weekday}{part}", Granularity.DayPart);
    }

    // "the first Tuesday of each month", "the 1st of every month", "the last day of every year".
    private static Meaning? DayOfEvery(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Any(ref next, "the") || !(scan.Any(ref next, "last") || scan.Ordinal(ref next, out _)))
        {
            return null;
        }

        _ = scan.Weekday(ref next, out _, out _) || scan.Any(ref next, "day");
        if (!scan.Any(ref next, "of") || !scan.Any(ref next, "each", "every") || !scan.Unit(ref next, out var unit) || unit.Many || unit.Unit is not (Granularity.Week or Granularity.Month or Granularity.Year))
        {
            return null;
        }

        at = next;
        return Set(new Length(new Amount(1), unit.Unit, unit.Count, false).Timex, Granularity.Day);
    }

    private static Meaning Set(string timex, Granularity unit) => new(TimexType.Set, _ => Resolved.Value(timex, unit));
}
