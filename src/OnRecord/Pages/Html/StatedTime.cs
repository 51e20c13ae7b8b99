using OnRecord.Pages.Stated;

namespace OnRecord.Pages.Html;

/// <summary>Reads day and time with their zone from what a machine wrote (ISO 8601, with the faults that pages make).</summary>
internal static class StatedTime
{
    private const int DayLength = 10;

    /// <summary><c>2025-08-25T10:00:00+02:00</c>, without the zone where none is stated; null where there is no time of day.</summary>
    public static string? Read(string? text)
    {
        var rest = text.AsSpan().Trim();
        if (rest.Length < DayLength + 6 || rest[DayLength] is not ('T' or 't' or ' ') || rest[4] != '-' || rest[7] != '-' || DayReader.Read(rest[..DayLength].ToString()) is null)
        {
            return null;
        }

        var day = rest[..DayLength].ToString();
        rest = rest[(DayLength + 1)..].TrimStart();
        if (!Pair(rest, 0, 23, out var hour) || rest.Length < 5 || rest[2] != ':' || !Pair(rest, 3, 59, out var minute))
        {
            return null;
        }

        rest = rest[5..];
        var second = 0;
        if (rest.Length >= 3 && rest[0] == ':' && Pair(rest, 1, 59, out second))
        {
            rest = rest[3..];
        }

        if (rest.Length > 1 && rest[0] is '.' or ',')
        {
            rest = rest[1..].TrimStart("0123456789");
        }

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day}T{hour:00}:{minute:00}:{second:00}{Zone(rest.TrimStart())}");
    }

    private static string Zone(ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
        {
            return "";
        }

        if (text[0] is 'Z' or 'z' || text is "GMT" or "UTC")
        {
            return "Z";
        }

        if (text[0] is not ('+' or '-') || !Pair(text, 1, 14, out var hours))
        {
            return "";
        }

        var at = text.Length > 3 && text[3] == ':' ? 4 : 3;
        var minutes = text.Length > at && Pair(text, at, 59, out var found) ? found : 0;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{text[0]}{hours:00}:{minutes:00}");
    }

    private static bool Pair(ReadOnlySpan<char> text, int at, int most, out int value)
    {
        value = -1;
        if (text.Length >= at + 2 && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]))
        {
            value = ((text[at] - '0') * 10) + text[at + 1] - '0';
        }

        return value >= 0 && value <= most;
    }
}
