using System.Globalization;
using NodaTime;
using OnRecord.Data;

namespace OnRecord.Times;

/// <summary>Gives the day of a holiday in a year; null where it is not computed.</summary>
internal sealed record HolidayRule(Func<int, LocalDate?> In)
{
    /// <summary>Reads a rule of <c>time-holidays.tsv</c>.</summary>
    /// <exception cref="DataFileException">The rule is not one of those told in the head of the file.</exception>
    public static HolidayRule Read(LexiconRow row)
    {
        var parts = row["rule"].Split(' ');
        var numbers = parts.Skip(1).Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return (parts[0], numbers) switch
        {
            ("open", []) => new(_ => null),
            ("election", []) => new(year => Calendar.Nth(1, IsoDayOfWeek.Monday, year, 11).PlusDays(1)),
            ("easter", [var days]) => new(year => Calendar.Easter(year).PlusDays(days)),
            ("last", [var weekday, var month]) => new(year => Calendar.Last((IsoDayOfWeek)weekday, year, month)),
            ("nth", [var n, var weekday, var month]) => new(year => Calendar.Nth(n, (IsoDayOfWeek)weekday, year, month)),
            (var day, []) when AnnualDate(day) is { } date => new(year => new LocalDate(year, date.Month, date.Day)),
            _ => throw row.Error($"unknown rule '{row["rule"]}'"),
        };
    }

    private static (int Month, int Day)? AnnualDate(string text) =>
        text.Length == 5
        && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
        && int.TryParse(text.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            ? (month, day)
            : null;
}
