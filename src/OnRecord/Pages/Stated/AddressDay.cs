using System.Globalization;
using NodaTime;

namespace OnRecord.Pages.Stated;

/// <summary>Reads the day that an address names, the same for every kind of page: <c>/2025/08/25/</c>, <c>/2025/aug/25/</c>, <c>2025-08-25</c>, <c>/20250825-</c>.</summary>
internal static class AddressDay
{
    private const int LongestAddress = 4096;
    private const int LongestMonth = 9;
    private const int PackedLength = 8;
    private const int YearLength = 4;

    /// <summary>The day; null where there is none, or no address.</summary>
    public static LocalDate? Of(string? address)
    {
        if (address is null or { Length: > LongestAddress })
        {
            return null;
        }

        // The host is a name, whatever figures it has.
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        var slash = scheme < 0 ? 0 : address.IndexOf('/', scheme + 3);
        for (var i = Math.Max(0, slash); slash >= 0 && i < address.Length; i++)
        {
            var digits = Digits(address.AsSpan(i));
            if (digits == 0)
            {
                continue;
            }

            var day = digits switch
            {
                PackedLength => DayReader.Read(address.Substring(i, PackedLength)),
                YearLength => Separated(address.AsSpan(i)),
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
        if (path.Length <= YearLength || path[YearLength] is not ('/' or '-' or '_' or '.'))
        {
            return null;
        }

        var border = path[YearLength];
        var rest = path[(YearLength + 1)..];
        var cut = rest.IndexOf(border);
        if (cut is < 1 or > LongestMonth)
        {
            return null;
        }

        var after = rest[(cut + 1)..];
        var dayLength = Digits(after);
        var month = Digits(rest[..cut]) == cut && cut <= 2 ? int.Parse(rest[..cut], CultureInfo.InvariantCulture) : DayReader.MonthOf(rest[..cut]);
        return dayLength is 1 or 2 ? DayReader.Day(int.Parse(path[..YearLength], CultureInfo.InvariantCulture), month, int.Parse(after[..dayLength], CultureInfo.InvariantCulture)) : null;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
        {
            count++;
        }

        return count;
    }
}
