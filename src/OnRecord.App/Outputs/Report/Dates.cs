using NodaTime;
using NodaTime.Text;

namespace OnRecord.App.Outputs.Report;

/// <summary>Days and intervals in words.</summary>
internal static class Dates
{
    public static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>An interval as short as it is honest: a day, a month, a year, or its two ends.</summary>
    public static string Interval(TimeExpression time) => (time.Earliest, time.Latest) switch
    {
        (null, null) => time.Timex ?? "open",
        (null, { } latest) => $"… {Day(latest)}",
        ({ } earliest, null) => $"{Day(earliest)} …",
        ({ } earliest, { } latest) when earliest == latest => Day(earliest),
        ({ } earliest, { } latest) when IsWholeYear(earliest, latest) => $"{earliest.Year:D4}",
        ({ } earliest, { } latest) when IsWholeMonth(earliest, latest) => $"{earliest.Year:D4}-{earliest.Month:D2}",
        ({ } earliest, { } latest) => $"{Day(earliest)} – {Day(latest)}",
    };

    private static bool IsWholeYear(LocalDate earliest, LocalDate latest) =>
        earliest is { Month: 1, Day: 1 } && latest == new LocalDate(earliest.Year, 12, 31);

    private static bool IsWholeMonth(LocalDate earliest, LocalDate latest) =>
        earliest.Day == 1 && latest == earliest.PlusMonths(1).PlusDays(-1);
}
