using NodaTime;

namespace OnRecord.Times;

/// <summary>Pure arithmetic of the calendar: ISO weeks, the nth weekday of a month, Easter.</summary>
internal static class Calendar
{
    private const int FirstGregorianYear = 1583;

    /// <summary>The Monday of the ISO week that holds a day.</summary>
    public static LocalDate Monday(LocalDate day) => day.PlusDays(IsoDayOfWeek.Monday - day.DayOfWeek);

    /// <summary>The last day of a month.</summary>
    public static LocalDate EndOfMonth(int year, int month) =>
        new(year, month, CalendarSystem.Iso.GetDaysInMonth(year, month));

    /// <summary>The latest such weekday on or before a day.</summary>
    public static LocalDate OnOrBefore(LocalDate day, IsoDayOfWeek weekday) =>
        day.PlusDays(-((day.DayOfWeek - weekday + 7) % 7));

    /// <summary>The first such weekday on or after a day.</summary>
    public static LocalDate OnOrAfter(LocalDate day, IsoDayOfWeek weekday) =>
        day.PlusDays((weekday - day.DayOfWeek + 7) % 7);

    /// <summary>The nth such weekday of a month, from 1.</summary>
    public static LocalDate Nth(int n, IsoDayOfWeek weekday, int year, int month) =>
        OnOrAfter(new LocalDate(year, month, 1), weekday).PlusWeeks(n - 1);

    /// <summary>The last such weekday of a month.</summary>
    public static LocalDate Last(IsoDayOfWeek weekday, int year, int month) =>
        OnOrBefore(EndOfMonth(year, month), weekday);

    /// <summary>Easter Sunday of the western churches, by the Gregorian computus of Meeus, Jones and Butcher.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is before the Gregorian calendar.</exception>
    public static LocalDate Easter(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstGregorianYear);
        var golden = year % 19;
        var century = year / 100;
        var leapCenturies = century / 4;
        var moon = ((19 * golden) + century - leapCenturies - (((8 * century) + 13) / 25) + 15) % 30;
        var correction = moon - (moon / 28 * (1 - (29 / (moon + 1) * ((21 - golden) / 11))));
        var weekday = (year + (year / 4) + correction + 2 - century + leapCenturies) % 7;
        var offset = correction - weekday;
        var month = 3 + ((offset + 40) / 44);
        return new LocalDate(year, month, offset + 28 - (31 * (month / 4)));
    }
}
