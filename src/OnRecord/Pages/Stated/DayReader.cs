using System.Globalization;
using NodaTime;

namespace OnRecord.Pages.Stated;

/// <summary>Reads the calendar day of a date, in the zone in which it was written: of one that a machine wrote, and of those in a line that people read.</summary>
internal static class DayReader
{
    private const int FirstYear = 1900;

    /// <summary>Eight figures of an earlier year are a number rather than a day.</summary>
    private const int FirstPackedYear = 1980;

    /// <summary>A page of a later year does not exist yet: it is a placeholder (2099-01-01), or no date. There is no clock here; a release reads some ten years ahead.</summary>
    private const int LastYear = 2036;

    private const int LongestDate = 80;
    private const int LongestLine = 400;

    /// <summary>Most characters from the first figure of a date to its last.</summary>
    private const int LongestSpan = 40;

    private static readonly string[] Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(name => name.Length > 0)];

    /// <summary>The day; null where there is none or where it could be two (<c>03/04/2025</c>).</summary>
    /// <param name="text">The date as written.</param>
    /// <param name="months">Names of months in other languages than English, or null.</param>
    public static LocalDate? Read(string? text, MonthNames? months = null)
    {
        if (text is null || text.Length > LongestDate)
        {
            return null;
        }

        var parts = Parts(text, months);
        return parts switch
        {
            [] => null,
            [{ Length: 14 or 12 or 8, IsNumber: true } packed, ..] => Packed(packed),
            [{ Length: 10 or 13, IsNumber: true } epoch] => Epoch(epoch),
            [{ Length: 4, IsNumber: true } year, { IsNumber: true } month, { IsNumber: true } day, ..] => Day(year.Value, month.Value, day.Value),
            [{ Length: 4, IsNumber: true } year, { IsSign: true }, { IsNumber: true } month, { IsSign: true }, { IsNumber: true } day, ..] => Day(year.Value, month.Value, day.Value),
            _ => Dates(parts, text).Select(date => (LocalDate?)date.Day).FirstOrDefault(),
        };
    }

    /// <summary>Every day that a line names, with its place; figures alone are none, since only a field says that they are a time.</summary>
    public static IEnumerable<(LocalDate Day, TextSpan Span)> All(string line, MonthNames? months) => line.Length > LongestLine ? [] : Dates(Parts(line, months), line);

    /// <summary>Figures with dots between them have the day first: <c>03.04.2025</c>.</summary>
    private static bool Dotted(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && dot + 1 < text.Length && char.IsAsciiDigit(text[dot - 1]) && char.IsAsciiDigit(text[dot + 1]);
    }

    private static List<Part> Parts(ReadOnlySpan<char> text, MonthNames? months)
    {
        var parts = new List<Part>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(text[i]))
            {
                while (i < text.Length && char.IsAsciiDigit(text[i]))
                {
                    i++;
                }

                parts.Add(new Part(start, i - start, i - start > 14 ? -1 : long.Parse(text[start..i], CultureInfo.InvariantCulture), -1));
            }
            else if (char.IsLetter(text[i]))
            {
                while (i < text.Length && char.IsLetter(text[i]))
                {
                    i++;
                }

                var month = MonthOf(text[start..i]);
                parts.Add(new Part(start, i - start, -1, month > 0 || months is null ? month : months.Of(text[start..i])));
            }
            else
            {
                i++;
            }
        }

        return parts;
    }

    /// <summary>Dates with a month's name, or numbers whose order only one reading allows.</summary>
    private static IEnumerable<(LocalDate Day, TextSpan Span)> Dates(List<Part> parts, string text)
    {
        var dayFirst = Dotted(text);
        for (var at = 0; at < parts.Count; at++)
        {
            if ((parts[at].Month > 0 ? BesideMonth(parts, at) : Figures(parts, at, dayFirst)) is not var (day, first, last))
            {
                continue;
            }

            var span = new TextSpan(parts[first].Start, parts[last].Start + parts[last].Length);
            if (span.Length <= LongestSpan)
            {
                yield return (day, span);
                at = last;
            }
        }
    }

    /// <summary>2025-08-25, 25/08/2025; 03/04/2025 could be two days and is none.</summary>
    private static (LocalDate Day, int First, int Last)? Figures(List<Part> parts, int at, bool dayFirst)
    {
        if (At(parts, at) is { Length: 1 or 2, IsNumber: true } first && At(parts, at + 1) is { Length: 1 or 2, IsNumber: true } second && At(parts, at + 2) is { Length: 4, IsNumber: true } year)
        {
            var day = first.Value > 12 || first.Value == second.Value || (dayFirst && second.Value <= 12) ? Day(year.Value, second.Value, first.Value)
                : second.Value > 12 ? Day(year.Value, first.Value, second.Value)
                : null;
            return day is { } found ? (found, at, at + 2) : null;
        }

        // Between figures of East Asia stand signs: 2025年8月25日.
        var step = At(parts, at + 1).IsSign && At(parts, at + 3).IsSign ? 2 : 1;
        return At(parts, at) is { Length: 4, IsNumber: true } whole && At(parts, at + step) is { Length: 1 or 2, IsNumber: true } month && At(parts, at + (2 * step)) is { Length: 1 or 2, IsNumber: true } last
            && Day(whole.Value, month.Value, last.Value) is { } named
            ? (named, at, at + (2 * step))
            : null;
    }

    /// <summary>August 25(th), 2025 and 25(th) August 2025.</summary>
    private static (LocalDate Day, int First, int Last)? BesideMonth(List<Part> parts, int at)
    {
        var month = parts[at].Month;
        var then = At(parts, at + 2) is { IsNumber: false } ? at + 3 : at + 2;
        if (At(parts, at + 1) is { Length: 1 or 2, IsNumber: true } number && At(parts, then) is { Length: 4, IsNumber: true } year)
        {
            return Day(year.Value, month, number.Value) is { } found ? (found, at, then) : null;
        }

        // 3 de mayo de 2025
        var after = At(parts, at + 1) is { Length: 2 or 3, IsNumber: false } ? then : at + 1;
        var before = At(parts, at - 1) is { IsNumber: false } ? at - 2 : at - 1;
        return At(parts, before) is { Length: 1 or 2, IsNumber: true } day && At(parts, after) is { Length: 4, IsNumber: true } last && Day(last.Value, month, day.Value) is { } named
            ? (named, before, after)
            : null;
    }

    private static Part At(List<Part> parts, int index) => index >= 0 && index < parts.Count ? parts[index] : default;

    private static LocalDate? Packed(Part part)
    {
        var day = part.Length switch
        {
            14 => part.Value / 1_000_000,
            12 => part.Value / 10_000,
            _ => part.Value,
        };
        return day / 10_000 >= FirstPackedYear ? Day(day / 10_000, day / 100 % 100, day % 100) : null;
    }

    private static LocalDate? Epoch(Part part)
    {
        var seconds = part.Length == 13 ? part.Value / 1000 : part.Value;
        var day = Instant.FromUnixTimeSeconds(seconds).InUtc().Date;
        return day.Year is >= FirstPackedYear and <= LastYear ? day : null;
    }

    /// <summary>A day of the calendar; null where there is none, or none on which a page can have been published.</summary>
    public static LocalDate? Day(long year, long month, long day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth((int)year, (int)month)
            && (year, month, day) is not ((1970, 1, 1) or (1969, 12, 31) or (1900, 1, 1))
            ? new LocalDate((int)year, (int)month, (int)day)
            : null;

    /// <summary>Whether a word names a month.</summary>
    public static bool IsMonth(string word) => word.Length >= 3 && MonthOf(word) > 0;

    /// <summary>The month that an English word names or begins, from 1; -1 where it names none.</summary>
    public static int MonthOf(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < Months.Length; i++)
        {
            var month = Months[i].AsSpan();
            if (word.Equals(month, StringComparison.OrdinalIgnoreCase)
                || (word.Length is 3 or 4 && month.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            {
                return i + 1;
            }
        }

        return -1;
    }

    private readonly record struct Part(int Start, int Length, long Value, int Month)
    {
        public bool IsNumber => Length > 0 && Value >= 0;

        /// <summary>One letter, as between the figures of 2025年8月25日.</summary>
        public bool IsSign => Length == 1 && Value < 0;
    }
}
