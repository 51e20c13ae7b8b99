using NodaTime;

namespace OnRecord.Times;

/// <summary>A time as a dataset's coding rules want it, and the name of the rule that made it.</summary>
/// <param name="First">First day to code; null where the rules leave the event out.</param>
/// <param name="Last">Last day to code, inclusive.</param>
/// <param name="Precision">The dataset's own code for how exact the day is; null where the rules leave the event out.</param>
/// <param name="Rule">Name of the coding rule.</param>
public readonly record struct CodedDay(LocalDate? First, LocalDate? Last, int? Precision, string Rule);

/// <summary>
/// Codes a time in the manner of ACLED's codebook: one day, with <c>time_precision</c> 1 (the day), 2 (the week: its middle) or 3 (the
/// month: its middle, or its first or last day where the text says "early" or "the end of"). What is vaguer is left out.
/// </summary>
public static class AcledDates
{
    private const int DaysInWeek = 7;
    private const int DaysInMonth = 31;

    /// <summary>The names that <see cref="CodedDay.Rule"/> can have.</summary>
    public static IReadOnlyList<string> RuleNames { get; } = ["acled-day", "acled-middle-of-month", "acled-middle-of-week", "acled-month-end", "acled-month-start", "acled-too-vague"];

    /// <summary>Codes a time.</summary>
    public static CodedDay Code(TimeExpression time)
    {
        if (time.Earliest is not { } first || time.Latest is not { } last)
        {
            return new CodedDay(null, null, null, "acled-too-vague");
        }

        return (NodaTime.Period.DaysBetween(first, last) + 1, time.Mod) switch
        {
            (1, _) => On(first, 1, "acled-day"),
            ( <= DaysInWeek, _) when time.Granularity < Granularity.Month => On(Middle(first, last), 2, "acled-middle-of-week"),
            ( <= DaysInMonth, "START") => On(first, 3, "acled-month-start"),
            ( <= DaysInMonth, "END") => On(last, 3, "acled-month-end"),
            ( <= DaysInMonth, _) => On(Middle(first, last), 3, "acled-middle-of-month"),
            _ => new CodedDay(null, null, null, "acled-too-vague"),
        };
    }

    private static CodedDay On(LocalDate day, int precision, string rule) => new(day, day, precision, rule);

    private static LocalDate Middle(LocalDate first, LocalDate last) => first.PlusDays(NodaTime.Period.DaysBetween(first, last) / 2);
}

/// <summary>
/// Codes a time in the manner of UCDP's codebook: the first and last day that the text allows, with <c>date_prec</c> 1 (the day),
/// 2 (two to six days), 3 (a week), 4 (a month) or 5 (a year). What is longer or open at an end is left out.
/// </summary>
public static class UcdpDates
{
    private const int DaysInWeek = 7;
    private const int DaysInMonth = 31;
    private const int DaysInYear = 366;

    /// <summary>The names that <see cref="CodedDay.Rule"/> can have.</summary>
    public static IReadOnlyList<string> RuleNames { get; } = ["ucdp-day", "ucdp-days", "ucdp-month", "ucdp-too-vague", "ucdp-week", "ucdp-year"];

    /// <summary>Codes a time.</summary>
    public static CodedDay Code(TimeExpression time)
    {
        if (time.Earliest is not { } first || time.Latest is not { } last)
        {
            return new CodedDay(null, null, null, "ucdp-too-vague");
        }

        return (NodaTime.Period.DaysBetween(first, last) + 1) switch
        {
            1 => new CodedDay(first, last, 1, "ucdp-day"),
            < DaysInWeek => new CodedDay(first, last, 2, "ucdp-days"),
            DaysInWeek => new CodedDay(first, last, 3, "ucdp-week"),
            <= DaysInMonth => new CodedDay(first, last, 4, "ucdp-month"),
            <= DaysInYear => new CodedDay(first, last, 5, "ucdp-year"),
            _ => new CodedDay(null, null, null, "ucdp-too-vague"),
        };
    }
}
