using NodaTime;

namespace OnRecord.Times;

/// <summary>What a wording means before it is known when it was written.</summary>
/// <param name="Type">TIMEX3 type.</param>
/// <param name="Resolve">Gives it its place in time.</param>
internal sealed record Meaning(TimexType Type, Func<TimeContext, Resolved> Resolve)
{
    /// <summary>A date that needs nothing else.</summary>
    public static Meaning Absolute(Period period) => new(TimexType.Date, _ => Resolved.Of(period, TimeAnchor.None));

    /// <summary>A date that is counted from the day of publication.</summary>
    /// <param name="unit">How fine it is.</param>
    /// <param name="unanchored">TIMEX3 value without a day of publication; null where there is none.</param>
    /// <param name="resolve">The period, given the day of publication.</param>
    public static Meaning FromPublished(Granularity unit, string? unanchored, Func<LocalDate, Period> resolve) =>
        new(TimexType.Date, context => context.Published is { } day
            ? Resolved.Of(resolve(day), TimeAnchor.Published)
            : Resolved.Open(unanchored, unit, Why.NoPublicationDate));
}

/// <summary>Codes of what stayed open.</summary>
internal static class Why
{
    public const string NoPublicationDate = "noPublicationDate";
    public const string AmbiguousWeekday = "ambiguousWeekday";
    public const string AmbiguousDayMonth = "ambiguousDayMonth";
    public const string NoAnchorInText = "noAnchorInText";
    public const string NoDayForTime = "noDayForTime";
    public const string FiscalYearStart = "fiscalYearStart";
    public const string HolidayNotComputed = "holidayNotComputed";
    public const string NotInCalendar = "notInCalendar";
    public const string VagueAmount = "vagueAmount";
    public const string HemisphereNotStated = "hemisphereNotStated";
    public const string NoTimeOfPublication = "noTimeOfPublication";
}

/// <summary>A wording in its place in time.</summary>
internal sealed record Resolved
{
    public string? Timex { get; init; }

    public LocalDate? Earliest { get; init; }

    public LocalDate? Latest { get; init; }

    public required Granularity Granularity { get; init; }

    public string? Edtf { get; init; }

    public TimeAnchor Anchor { get; init; } = TimeAnchor.None;

    /// <summary>How the direction was found, for the name of the rule: <c>past</c>, <c>future</c>, <c>nearest</c>, <c>open</c>.</summary>
    public string? Variant { get; init; }

    /// <summary>TIMEX3 modifier, or null.</summary>
    public string? Mod { get; init; }

    /// <summary>What stayed open; null where nothing did.</summary>
    public string? Why { get; init; }

    /// <summary>The unit of the calendar that it names; null for times, durations and what stayed open.</summary>
    public Period? Period { get; init; }

    public static Resolved Of(Period period, TimeAnchor anchor, string? variant = null) => new()
    {
        Timex = period.Timex,
        Earliest = period.First,
        Latest = period.Last,
        Granularity = period.Unit,
        Edtf = period.Edtf,
        Anchor = anchor,
        Variant = variant,
        Period = period,
    };

    /// <summary>Something that is not known.</summary>
    public static Resolved Open(string? timex, Granularity unit, string why) => new() { Timex = timex, Granularity = unit, Why = why };

    /// <summary>A length of time, a set or another value without a place in the calendar.</summary>
    public static Resolved Value(string timex, Granularity unit) => new() { Timex = timex, Granularity = unit };

    /// <summary>One of two days, and no other: both in the interval, both named by the EDTF set.</summary>
    public Resolved OneOf(LocalDate one, LocalDate other) => Between(one, other) with { Edtf = $"[{OnRecord.Times.Period.Iso(one)},{OnRecord.Times.Period.Iso(other)}]" };

    /// <summary>The same value with other first and last days.</summary>
    public Resolved Between(LocalDate? earliest, LocalDate? latest) => this with
    {
        Earliest = earliest,
        Latest = latest,
        Edtf = earliest is { } first && latest is { } last ? OnRecord.Times.Period.Range(first, last)
            : earliest is { } from ? OnRecord.Times.Period.Iso(from) + "/.."
            : latest is { } to ? "../" + OnRecord.Times.Period.Iso(to)
            : null,
    };
}
