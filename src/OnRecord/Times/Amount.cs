using System.Globalization;

namespace OnRecord.Times;

/// <summary>A number of units; null where it is not told ("several").</summary>
internal readonly record struct Amount(double? Value)
{
    /// <summary>The number where it is whole and small enough to count in a calendar; else null.</summary>
    public int? Whole => Value is { } value && value is >= 0 and < 100_000 && value == Math.Floor(value) ? (int)value : null;

    /// <summary>As TIMEX3 writes it: <c>3</c>, <c>2.5</c>, <c>X</c>.</summary>
    public string Timex(int times = 1) =>
        Value is { } value ? (value * times).ToString("0.##", CultureInfo.InvariantCulture) : "X";
}
