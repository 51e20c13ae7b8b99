using System.Collections.Immutable;
using System.Globalization;
using OnRecord.Archive.Search;

namespace OnRecord.App.Web.Drawing;

/// <summary>A span of time with the number of claims that begin in it, as a bar.</summary>
/// <param name="From">First year or month, as a filter takes it.</param>
/// <param name="To">Last year or month.</param>
/// <param name="Label">The span in words.</param>
/// <param name="Count">Claims.</param>
/// <param name="X">Left edge, in units of the drawing.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct TimeBar(string From, string To, string Label, long Count, double X, double Width, double Height);

/// <summary>How many claims lie where in time: bars of months, years, decades or centuries, so that there are few enough to be seen.</summary>
internal static class Histogram
{
    public const double Width = 1000;
    public const double Height = 72;

    private const int MostBars = 72;
    private const double LeastHeight = 3;

    public static ImmutableArray<TimeBar> Of(ImmutableArray<FacetValue> months)
    {
        if (months.IsEmpty)
        {
            return [];
        }

        var counts = months.Select(month => (Month: Number(month.Value), month.Count)).ToList();
        var (first, last) = (counts.Min(month => month.Month), counts.Max(month => month.Month));
        var size = new[] { 1, 12, 120 }.FirstOrDefault(size => (last - first) / size < MostBars, 1200);
        var from = first / size;
        var bars = last / size - from + 1;
        var groups = counts.GroupBy(month => month.Month / size).OrderBy(group => group.Key).Select(group => (Bar: group.Key, Count: group.Sum(month => month.Count))).ToList();
        var most = groups.Max(group => group.Count);
        var width = Math.Min(Width / bars, Width / 12);
        return [.. groups.Select(group => new TimeBar(
            Name(group.Bar * size, size), Name(group.Bar * size + size - 1, size), Label(group.Bar * size, size), group.Count,
            (group.Bar - from) * width, width * 0.82, Math.Max(LeastHeight, Height * group.Count / most)))];
    }

    private static int Number(string month) => int.Parse(month.AsSpan(0, 4), CultureInfo.InvariantCulture) * 12 + int.Parse(month.AsSpan(5, 2), CultureInfo.InvariantCulture) - 1;

    private static string Name(int month, int size) => size == 1 ? string.Create(CultureInfo.InvariantCulture, $"{month / 12:D4}-{month % 12 + 1:D2}") : (month / 12).ToString("D4", CultureInfo.InvariantCulture);

    private static string Label(int month, int size) => size switch
    {
        1 => $"{CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month % 12 + 1)} {month / 12}",
        12 => $"{month / 12}",
        _ => $"{month / 12} to {(month + size - 1) / 12}",
    };
}
