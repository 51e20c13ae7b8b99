using NodaTime;

namespace OnRecord;

/// <summary>An expression of time (ISO-TimeML TIMEX3) and the days that it covers.</summary>
public sealed record TimeExpression
{
    /// <summary>Where it stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>TIMEX3 value, such as <c>2025-08-24</c>, <c>2024-FA</c>, <c>P3D</c> or <c>PAST_REF</c>; null where it cannot be known.</summary>
    public string? Timex { get; init; }

    /// <summary>TIMEX3 type.</summary>
    public required TimexType Type { get; init; }

    /// <summary>First day that it can mean, inclusive; null = open.</summary>
    public LocalDate? Earliest { get; init; }

    /// <summary>Last day that it can mean, inclusive; null = open.</summary>
    public LocalDate? Latest { get; init; }

    /// <summary>How fine the wording is.</summary>
    public required Granularity Granularity { get; init; }

    /// <summary>The same in EDTF (ISO 8601-2), or null.</summary>
    public string? Edtf { get; init; }

    /// <summary>TIMEX3 modifier (<c>START</c>, <c>MID</c>, <c>END</c>, <c>APPROX</c>, <c>MORE_THAN</c> …), or null.</summary>
    public string? Mod { get; init; }

    /// <summary>IANA name of the zone of a time of day, where the dateline's place tells it; else null.</summary>
    public string? Zone { get; init; }

    /// <summary>What it was resolved against.</summary>
    public required TimeAnchor Anchor { get; init; }

    /// <summary>Name of the rule that read it.</summary>
    public required string Rule { get; init; }
}

/// <summary>TIMEX3 types.</summary>
public enum TimexType
{
    /// <summary>A calendar date, or part or span of the calendar.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A time that recurs.</summary>
    Set,
}

/// <summary>How fine a wording of time is, finest first.</summary>
public enum Granularity
{
    /// <summary>Minute (or finer).</summary>
    Minute,

    /// <summary>Hour.</summary>
    Hour,

    /// <summary>Part of a day: morning, night.</summary>
    DayPart,

    /// <summary>Day.</summary>
    Day,

    /// <summary>Weekend.</summary>
    Weekend,

    /// <summary>Week.</summary>
    Week,

    /// <summary>Month, or a part of one.</summary>
    Month,

    /// <summary>Season.</summary>
    Season,

    /// <summary>Quarter.</summary>
    Quarter,

    /// <summary>Half of a year.</summary>
    Half,

    /// <summary>Year, or a part of one without borders ("early next year").</summary>
    Year,

    /// <summary>Decade.</summary>
    Decade,

    /// <summary>Century.</summary>
    Century,

    /// <summary>No calendar unit: "recently".</summary>
    Unspecified,
}

/// <summary>What a time expression was resolved against.</summary>
public enum TimeAnchor
{
    /// <summary>The day of publication.</summary>
    Published,

    /// <summary>Another expression in the text.</summary>
    Text,

    /// <summary>Nothing: it is absolute, or it could not be resolved.</summary>
    None,
}
