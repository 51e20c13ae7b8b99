using System.Collections.Immutable;
using NodaTime;
using OnRecord.App.Web.Parts;
using OnRecord.Archive.Search;

namespace OnRecord.App.Web.Drawing;

/// <summary>An interval on the axis: where it begins and ends in units of the drawing, and which ends are open.</summary>
public readonly record struct DrawnInterval(double X, double Width, bool IsOpenBefore, bool IsOpenAfter);

/// <summary>An even axis from the first to the last day of some claims, in drawing units.</summary>
internal sealed class TimeAxis
{
    /// <summary>Units of the drawing; an interval of one day is never narrower than <see cref="Least"/>.</summary>
    public const double Width = 320;

    private const double Least = 4;

    /// <summary>What a label needs to its right.</summary>
    private const double LabelRoom = 40;

    /// <summary>Share of the axis that is left free at each end, so that open ends can be seen.</summary>
    private const double Margin = 0.04;

    private readonly double _first;
    private readonly double _scale;

    public TimeAxis(IEnumerable<ClaimHit> claims)
    {
        var days = claims.SelectMany(claim => new[] { Said.Day(claim.Earliest), Said.Day(claim.Latest) }).OfType<LocalDate>().ToList();
        (First, Last) = days.Count == 0 ? (new LocalDate(2000, 1, 1), new LocalDate(2000, 12, 31)) : (days.Min(), days.Max());
        var length = Math.Max(1, Number(Last) - Number(First) + 1);
        _first = Number(First) - Margin * length;
        _scale = Width / (length * (1 + 2 * Margin));
    }

    /// <summary>The first day.</summary>
    public LocalDate First { get; }

    /// <summary>The last day.</summary>
    public LocalDate Last { get; }

    public DrawnInterval Draw(string? earliest, string? latest)
    {
        var (first, last) = (Said.Day(earliest), Said.Day(latest));
        var from = first is { } begin ? (Number(begin) - _first) * _scale : 0;
        var to = last is { } end ? (Number(end) + 1 - _first) * _scale : Width;
        var width = Math.Max(to - from, Least);
        return new DrawnInterval(Math.Min(from, Width - width), width, first is null, last is null);
    }

    /// <summary>Years, months or days to write at the axis, few enough to be read.</summary>
    public ImmutableArray<(double X, string Label)> Ticks()
    {
        const int Most = 4;
        var (years, months) = (Last.Year - First.Year, (Last.Year - First.Year) * 12 + Last.Month - First.Month);
        var step = years > Most ? Period.FromYears(Step(years, Most)) : months > Most ? Period.FromMonths(Step(months, Most)) : months > 0 ? Period.FromMonths(1) : Period.FromDays(Step(Last.Day - First.Day + 1, Most));
        var start = years > Most ? new LocalDate(First.Year - First.Year % step.Years, 1, 1) : months > 0 ? new LocalDate(First.Year, First.Month, 1) : First;
        var ticks = ImmutableArray.CreateBuilder<(double, string)>();
        for (var day = start; day <= Last; day += step)
        {
            if (day >= First.PlusDays(-1) && (Number(day) - _first) * _scale < Width - LabelRoom)
            {
                ticks.Add(((Number(day) - _first) * _scale, step.Years > 0 ? $"{day.Year}" : step.Months > 0 ? day.ToString("MMM uu", System.Globalization.CultureInfo.InvariantCulture) : day.ToString("d MMM", System.Globalization.CultureInfo.InvariantCulture)));
            }
        }

        return ticks.ToImmutable();
    }

    private static int Step(int length, int most) => new[] { 1, 2, 3, 5, 6, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2500, 5000 }.First(step => length / step <= most);

    private static double Number(LocalDate day) => Period.DaysBetween(new LocalDate(1, 1, 1), day);
}
