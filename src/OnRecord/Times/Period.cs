using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace OnRecord.Times;

/// <summary>A unit of the calendar at its place: this day, that week, the third quarter of 2025.</summary>
/// <param name="Unit">Which unit.</param>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
/// <param name="Timex">Its TIMEX3 value.</param>
/// <param name="Edtf">The same in EDTF (ISO 8601-2).</param>
internal readonly record struct Period(Granularity Unit, LocalDate First, LocalDate Last, string Timex, string Edtf)
{
    private static readonly string[] Seasons = ["SP", "SU", "FA", "WI"];

    public static Period Day(LocalDate day) => new(Granularity.Day, day, day, Iso(day), Iso(day));

    /// <summary>The ISO week, Monday to Sunday, that holds a day.</summary>
    public static Period Week(LocalDate day)
    {
        var monday = Calendar.Monday(day);
        return new(Granularity.Week, monday, monday.PlusDays(6), WeekName(monday), Range(monday, monday.PlusDays(6)));
    }

    /// <summary>Saturday and Sunday of the ISO week that holds a day.</summary>
    public static Period Weekend(LocalDate day)
    {
        var saturday = Calendar.Monday(day).PlusDays(5);
        return new(Granularity.Weekend, saturday, saturday.PlusDays(1), WeekName(saturday) + "-WE", Range(saturday, saturday.PlusDays(1)));
    }

    public static Period Month(int year, int month)
    {
        var name = FormattableString.Invariant($"{year:D4}-{month:D2}");
        return new(Granularity.Month, new LocalDate(year, month, 1), Calendar.EndOfMonth(year, month), name, name);
    }

    public static Period Quarter(int year, int quarter) => Months(
        Granularity.Quarter, new LocalDate(year, (3 * quarter) - 2, 1), 3, Name(year, "Q", quarter), Name(year, "", 32 + quarter));

    public static Period Half(int year, int half) => Months(
        Granularity.Half, new LocalDate(year, (6 * half) - 5, 1), 6, Name(year, "H", half), Name(year, "", 39 + half));

    /// <summary>A meteorological season of the northern half of the earth; winter has the year in which it begins.</summary>
    /// <param name="year">The year in which it begins.</param>
    /// <param name="season">0 = spring … 3 = winter.</param>
    public static Period Season(int year, int season) => Months(
        Granularity.Season, new LocalDate(year, 3 + (3 * season), 1), 3, $"{year:D4}-{Seasons[season]}", Name(year, "", 21 + season));

    public static Period Year(int year)
    {
        var name = year.ToString("D4", CultureInfo.InvariantCulture);
        return new(Granularity.Year, new LocalDate(year, 1, 1), new LocalDate(year, 12, 31), name, name);
    }

    /// <summary>The ten years that share their first three digits.</summary>
    public static Period Decade(int year) => Years(Granularity.Decade, year / 10 * 10, 10);

    /// <summary>The hundred years that share their first two digits: newspapers' 20th century, 1900 to 1999.</summary>
    public static Period Century(int year) => Years(Granularity.Century, year / 100 * 100, 100);

    /// <summary>The period of a unit that holds a day; units below the day give the day.</summary>
    public static Period Of(Granularity unit, LocalDate day) => unit switch
    {
        Granularity.Weekend => Weekend(day),
        Granularity.Week => Week(day),
        Granularity.Month => Month(day.Year, day.Month),
        Granularity.Quarter => Quarter(day.Year, ((day.Month - 1) / 3) + 1),
        Granularity.Half => Half(day.Year, day.Month > 6 ? 2 : 1),
        Granularity.Season => SeasonOf(day),
        Granularity.Year => Year(day.Year),
        Granularity.Decade => Decade(day.Year),
        Granularity.Century => Century(day.Year),
        _ => Day(day),
    };

    /// <summary>The period of the same unit, <paramref name="count"/> later.</summary>
    public Period Plus(int count) => Of(Unit, Shift(First, Unit, count));

    /// <summary>A day moved by units of the calendar.</summary>
    public static LocalDate Shift(LocalDate day, Granularity unit, int count) => unit switch
    {
        Granularity.Week or Granularity.Weekend => day.PlusWeeks(count),
        Granularity.Month => day.PlusMonths(count),
        Granularity.Quarter or Granularity.Season => day.PlusMonths(checked(3 * count)),
        Granularity.Half => day.PlusMonths(checked(6 * count)),
        Granularity.Year => day.PlusYears(count),
        Granularity.Decade => day.PlusYears(checked(10 * count)),
        Granularity.Century => day.PlusYears(checked(100 * count)),
        _ => day.PlusDays(count),
    };

    /// <summary>Whether the period holds a day.</summary>
    public bool Holds(LocalDate day) => First <= day && day <= Last;

    /// <summary>A day as ISO 8601 writes it.</summary>
    public static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An interval as EDTF and ISO 8601 write it.</summary>
    public static string Range(LocalDate first, LocalDate last) => $"{Iso(first)}/{Iso(last)}";

    private static Period SeasonOf(LocalDate day) =>
        day.Month < 3 ? Season(day.Year - 1, 3) : Season(day.Year, (day.Month / 3) - 1);

    private static Period Months(Granularity unit, LocalDate first, int months, string timex, string edtf) =>
        new(unit, first, first.PlusMonths(months).PlusDays(-1), timex, edtf);

    private static Period Years(Granularity unit, int first, int years)
    {
        // The first decade and century lack a year 0 only in other calendars than ISO's.
        var digits = first.ToString("D4", CultureInfo.InvariantCulture)[..(years == 10 ? 3 : 2)].PadRight(4, 'X');
        return new(unit, new LocalDate(first, 1, 1), new LocalDate(first + years - 1, 12, 31), digits, digits);
    }

    private static string Name(int year, string letter, int number) => FormattableString.Invariant($"{year:D4}-{letter}{number}");

    private static string WeekName(LocalDate day) =>
        FormattableString.Invariant($"{WeekYearRules.Iso.GetWeekYear(day):D4}-W{WeekYearRules.Iso.GetWeekOfWeekYear(day):D2}");
}
