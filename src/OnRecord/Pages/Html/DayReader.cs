using System.Globalization;
using NodaTime;

namespace OnRecord.Pages.Html;

/// <summary>Reads the calendar day from a date that a machine wrote, in the zone in which it was written.</summary>
internal static class DayReader
{
    private const int FirstYear = 1980;
    private const int LastYear = 2100;
    private const int LongestDate = 80;

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

        var parts = Parts(text.AsSpan().Trim(), months);
        return parts switch
        {
            [] => null,
            [{ Length: 14 or 12 or 8, IsNumber: true } packed, ..] => Packed(packed),
            [{ Length: 10 or 13, IsNumber: true } epoch] => Epoch(epoch),
            [{ Length: 4, IsNumber: true } year, { IsNumber: true } month, { IsNumber: true } day, ..] => Day(year.Value, month.Value, day.Value),
            [{ Length: 4, IsNumber: true } year, { IsSign: true }, { IsNumber: true } month, { IsSign: true }, { IsNumber: true } day, ..] => Day(year.Value, month.Value, day.Value),
            _ => Written(parts, dayFirst: Dotted(text)),
        };
    }

    /// <summary>The day in an address path such as <c>/2025/08/25/</c> or <c>/20250825-</c>; null where there is none.</summary>
    public static LocalDate? InAddress(string address)
    {
        var path = address.AsSpan();
        for (var i = 1; i + 8 <= path.Length; i++)
        {
            if (!char.IsAsciiDigit(path[i]) || char.IsAsciiDigit(path[i - 1]))
            {
                continue;
            }

            var digits = 0;
            while (i + digits < path.Length && char.IsAsciiDigit(path[i + digits]))
            {
                digits++;
            }

            var day = digits switch
            {
                8 => Packed(new Part(8, long.Parse(path.Slice(i, 8), CultureInfo.InvariantCulture), -1)),
                4 => Separated(path[i..]),
                _ => null,
            };
            if (day is not null)
            {
                return day;
            }

            i += digits;
        }

        return null;
    }

    private static LocalDate? Separated(ReadOnlySpan<char> path)
    {
        // 2025/08/25, 2025-08-25, 2025/aug/25
        if (path.Length < 8 || path[4] is not ('/' or '-' or '_'))
        {
            return null;
        }

        var border = path[4];
        var rest = path[5..];
        var cut = rest.IndexOf(border);
        if (cut is < 1 or > 3)
        {
            return null;
        }

        var after = rest[(cut + 1)..];
        var dayLength = 0;
        while (dayLength < after.Length && char.IsAsciiDigit(after[dayLength]))
        {
            dayLength++;
        }

        var month = cut == 3 ? MonthOf(rest[..3]) : Number(rest[..cut]);
        return dayLength is 1 or 2 ? Day(Number(path[..4]), month, Number(after[..dayLength])) : null;
    }

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

                parts.Add(new Part(i - start, i - start > 14 ? -1 : long.Parse(text[start..i], CultureInfo.InvariantCulture), -1));
            }
            else if (char.IsLetter(text[i]))
            {
                while (i < text.Length && char.IsLetter(text[i]))
                {
                    i++;
                }

                var month = MonthOf(text[start..i]);
                parts.Add(new Part(i - start, -1, month > 0 || months is null ? month : months.Of(text[start..i])));
            }
            else
            {
                i++;
            }
        }

        return parts;
    }

    /// <summary>Dates with a month's name, or numbers whose order only one reading allows.</summary>
    private static LocalDate? Written(List<Part> parts, bool dayFirst)
    {
        for (var at = 0; at < parts.Count; at++)
        {
            if (parts[at].Month > 0 && BesideMonth(parts, at) is { } day)
            {
                return day;
            }
        }

        for (var at = 0; at + 2 < parts.Count; at++)
        {
            if (parts[at] is { Length: 1 or 2, IsNumber: true } first && parts[at + 1] is { Length: 1 or 2, IsNumber: true } second && parts[at + 2] is { Length: 4, IsNumber: true } year)
            {
                return first.Value > 12 || first.Value == second.Value || (dayFirst && second.Value <= 12) ? Day(year.Value, second.Value, first.Value)
                    : second.Value > 12 ? Day(year.Value, first.Value, second.Value)
                    : null;
            }

            if (parts[at] is { Length: 4, IsNumber: true } && parts[at + 1] is { Length: 1 or 2, IsNumber: true } && parts[at + 2] is { Length: 1 or 2, IsNumber: true })
            {
                return Day(parts[at].Value, parts[at + 1].Value, parts[at + 2].Value);
            }
        }

        return null;
    }

    /// <summary>August 25(th), 2025 and 25(th) August 2025.</summary>
    private static LocalDate? BesideMonth(List<Part> parts, int at)
    {
        var month = parts[at].Month;
        var after = At(parts, at + 1);
        var then = At(parts, at + 2) is { IsNumber: false } ? At(parts, at + 3) : At(parts, at + 2);
        if (after is { Length: 1 or 2, IsNumber: true } && then is { Length: 4, IsNumber: true })
        {
            return Day(then.Value, month, after.Value);
        }

        // 3 de mayo de 2025
        after = after is { Length: 2 or 3, IsNumber: false } ? then : after;
        var before = At(parts, at - 1) is { IsNumber: false } ? At(parts, at - 2) : At(parts, at - 1);
        return before is { Length: 1 or 2, IsNumber: true } && after is { Length: 4, IsNumber: true } ? Day(after.Value, month, before.Value) : null;
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
        return Day(day / 10_000, day / 100 % 100, day % 100);
    }

    private static LocalDate? Epoch(Part part)
    {
        var seconds = part.Length == 13 ? part.Value / 1000 : part.Value;
        var day = Instant.FromUnixTimeSeconds(seconds).InUtc().Date;
        return day.Year is >= FirstYear and <= LastYear ? day : null;
    }

    private static LocalDate? Day(long year, long month, long day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth((int)year, (int)month)
            ? new LocalDate((int)year, (int)month, (int)day)
            : null;

    private static long Number(ReadOnlySpan<char> digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;

    /// <summary>Whether a word names a month.</summary>
    public static bool IsMonth(string word) => word.Length >= 3 && MonthOf(word) > 0;

    private static int MonthOf(ReadOnlySpan<char> word)
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

    private readonly record struct Part(int Length, long Value, int Month)
    {
        public bool IsNumber => Length > 0 && Value >= 0;

        /// <summary>One letter, as between the figures of 2025年8月25日.</summary>
        public bool IsSign => Length == 1 && Value < 0;
    }
}
