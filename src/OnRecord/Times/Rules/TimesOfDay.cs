namespace OnRecord.Times.Rules;

/// <summary>Times of day, alone or on a day.</summary>
internal static class TimesOfDay
{
    private const string UnknownDay = "XXXX-XX-XX";

    public static readonly TimeRule[] All =
    [
        new("time-of-day", OfDay),
        new("time-on-day", OnDay),
        new("day-at-time", DayAtTime),
        new("day-part", DayPart),
        new("part-of-day", PartOfDay),
        new("day-part-alone", PartAlone),
    ];

    // Rules for days that may stand beside a time of day.
    private static readonly TimeRule[] DayRules = [.. Dates.All, .. Days.All, .. FromText.All];

    /// <summary>A part of the day on a day: <c>2025-08-24TNI</c>.</summary>
    public static Meaning InPart(Meaning day, string code) => new(TimexType.Time, context => On(day.Resolve(context), code, Granularity.DayPart));

    private static Meaning? OfDay(Scan scan, ref int at)
    {
        var taken = at;
        if (Durations.Taken(scan, ref taken) is not null || !Clock.Read(scan, ref at, out var clock))
        {
            return null;
        }

        return new Meaning(TimexType.Time, context => OnLastDay(context, "T" + clock.Time, clock.Unit));
    }

    // "8:30 p.m. on Tuesday", "noon Friday", "2 a.m. EDT, Thursday".
    private static Meaning? OnDay(Scan scan, ref int at)
    {
        var next = at;
        if (!Clock.Read(scan, ref next, out var clock))
        {
            return null;
        }

        scan.Skip(ref next, ",");
        scan.Skip(ref next, "on");
        if (RuleSet.Longest(DayRules, scan, ref next) is not { Rule.Name: not "day-of-month" } day)
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Time, context => On(day.Meaning.Resolve(context), "T" + clock.Time, clock.Unit));
    }

    // "Tuesday at 8:30 p.m.", "6 January, 14:00 GMT", "2025-01-06T14:00".
    private static Meaning? DayAtTime(Scan scan, ref int at)
    {
        var next = at;
        if (RuleSet.Longest(DayRules, scan, ref next) is not { } day)
        {
            return null;
        }

        if (!(scan.Lower(next) == "t" && scan.Tight(next) && next++ > 0))
        {
            scan.Skip(ref next, ",");
            scan.Skip(ref next, "at", "around", "about", "by");
            scan.Skip(ref next, "around", "about", "approximately", "exactly");
        }

        if (!Clock.Read(scan, ref next, out var clock))
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Time, context => On(day.Meaning.Resolve(context), "T" + clock.Time, clock.Unit));
    }

    // "Monday morning", "yesterday afternoon", "6 January night", "early Friday morning".
    private static Meaning? DayPart(Scan scan, ref int at)
    {
        var next = at;
        scan.Skip(ref next, "early", "late");
        if (RuleSet.Longest(DayRules, scan, ref next) is not { } day)
        {
            return null;
        }

        scan.Skip(ref next, "'");
        scan.Skip(ref next, "s");
        if (!scan.Words.DayParts.Read(scan.Pieces, ref next, out var code) || scan.Lower(next) == "-" && scan.Tight(next) || (scan.Lower(next - 1).EndsWith('s') && !scan.IsCapital(next - 1)))
        {
            return null;
        }

        at = next;
        return InPart(day.Meaning, code);
    }

    // "the morning of January 6", "the night of 3 May", "on the evening of the same day".
    private static Meaning? PartOfDay(Scan scan, ref int at)
    {
        var next = at;
        scan.Skip(ref next, "the");
        if (!scan.Words.DayParts.Read(scan.Pieces, ref next, out var code) || !scan.Any(ref next, "of", "on") || RuleSet.Longest(DayRules, scan, ref next) is not { } day)
        {
            return null;
        }

        at = next;
        return InPart(day.Meaning, code);
    }

    // "in the morning", "the afternoon": of the last day named.
    private static Meaning? PartAlone(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Any(ref next, "the") || scan.Lower(at - 1) is not ("in" or "during" or "through" or "throughout" or "into")
            || !scan.Words.DayParts.Read(scan.Pieces, ref next, out var code) || scan.Lower(next) == "of" || scan.TokenOf(next)?.Upos is Upos.NOUN or Upos.PROPN)
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Time, context => OnLastDay(context, code, Granularity.DayPart));
    }

    private static Resolved OnLastDay(TimeContext context, string time, Granularity unit) => context.Earlier(Granularity.Day) is { } day
        ? On(Resolved.Of(day, TimeAnchor.Text), time, unit)
        : Resolved.Open(UnknownDay + time, unit, Why.NoDayForTime);

    private static Resolved On(Resolved day, string time, Granularity unit) => day with
    {
        Timex = (day.Timex ?? UnknownDay) + time,
        Granularity = unit,
        Edtf = day.Period is not null && time.Contains(':', StringComparison.Ordinal) ? day.Edtf + WithSeconds(time) : day.Edtf,
    };

    // EDTF has no time of day without seconds.
    private static string WithSeconds(string time)
    {
        var zone = time.EndsWith('Z') ? "Z" : "";
        var clock = time[..(time.Length - zone.Length)];
        return (clock.Count(c => c == ':') == 1 ? clock + ":00" : clock) + zone;
    }
}
