using System.Globalization;

namespace OnRecord.Times;

/// <summary>So many units of time.</summary>
/// <param name="Amount">How many; not told in "several years".</param>
/// <param name="Unit">Of which unit; null for seconds.</param>
/// <param name="Count">How many of the unit the word stands for: two for a fortnight.</param>
/// <param name="Plural">Whether it is a bare plural: "weeks".</param>
internal readonly record struct Length(Amount Amount, Granularity? Unit, int Count, bool Plural)
{
    /// <summary>TIMEX3 value: <c>P3D</c>, <c>PT48H</c>, <c>PXY</c>.</summary>
    public string Timex => Unit switch
    {
        Granularity.Hour when Amount.Value is < 1 => $"PT{new Amount(60 * Amount.Value).Timex(Count)}M",
        Granularity.Hour when Amount.Value is { } hours && Count == 1 && hours != Math.Floor(hours) && 60 * hours == Math.Floor(60 * hours) =>
            string.Create(CultureInfo.InvariantCulture, $"PT{Math.Floor(hours)}H{60 * (hours - Math.Floor(hours))}M"),
        Granularity.Day when Amount.Value is < 1 => $"PT{new Amount(24 * Amount.Value).Timex(Count)}H",
        Granularity.Year when Amount.Value is < 1 => $"P{new Amount(12 * Amount.Value).Timex(Count)}M",
        null => $"PT{Amount.Timex(Count)}S",
        Granularity.Minute => $"PT{Amount.Timex(Count)}M",
        Granularity.Hour => $"PT{Amount.Timex(Count)}H",
        Granularity.Day => $"P{Amount.Timex(Count)}D",
        Granularity.Weekend => $"P{Amount.Timex(Count)}WE",
        Granularity.Week => $"P{Amount.Timex(Count)}W",
        Granularity.Month => $"P{Amount.Timex(Count)}M",
        Granularity.Quarter => $"P{Amount.Timex(Count)}Q",
        Granularity.Decade => $"P{Amount.Timex(10 * Count)}Y",
        Granularity.Century => $"P{Amount.Timex(100 * Count)}Y",
        _ => $"P{Amount.Timex(Count)}Y",
    };
}

/// <summary>Readers of lengths of time.</summary>
internal static class Lengths
{
    private const int MostBeforeSingular = 100;

    /// <summary>Reads "three days", "a year", "two and a half years", "half an hour", "a year and a half", "weeks".</summary>
    public static bool Read(Scan scan, ref int at, out Length length)
    {
        var next = at;
        length = default;
        var single = false;
        var bracket = scan.Lower(next) == "[" && scan.Lower(next + 2) == "]";
        next += bracket ? 1 : 0;
        if (scan.Amount(ref next, out var amount))
        {
            next += bracket && scan.Lower(next) == "]" ? 1 : 0;
            SkipRepeated(scan, ref next);
        }
        else
        {
            single = scan.Any(ref next, "a", "an", "another");
            if (single)
            {
                scan.Skip(ref next, "full", "whole", "single", "further", "solid");
                amount = new Amount(1);
            }
        }

        var counted = next > at;
        scan.Skip(ref next, counted ? "-" : "\0");
        if (!scan.Unit(ref next, out var unit) || !counted && !unit.Many || single && (unit.Many || unit.Unit is null or Granularity.Quarter or Granularity.Weekend))
        {
            return false;
        }

        if (unit.Unit == Granularity.Quarter && scan.Lower(next) == "of" || scan.Tight(next) && scan.IsNumber(next))
        {
            return false;
        }

        // "2018 day five" is no length: a number wants the plural, but for the adjective "40 hour".
        if (counted && !unit.Many && amount.Value is null or > MostBeforeSingular or 0 && scan.Lower(next - 2) != "-")
        {
            return false;
        }

        if (amount.Value is not null && scan.All(ref next, "and", "a", "half"))
        {
            amount = new Amount(amount.Value + 0.5);
        }

        at = next;
        length = new Length(counted ? amount : default, unit.Unit, unit.Count, !counted);
        return true;
    }

    /// <summary>The TIMEX3 value of a length, without a place in the calendar.</summary>
    public static Resolved Duration(Length length) => Resolved.Value(length.Timex, length.Unit ?? Granularity.Minute);

    // "ten (10) days", "ten [10] days".
    private static void SkipRepeated(Scan scan, ref int at)
    {
        if (scan.Lower(at) is "(" or "[" && scan.IsNumber(at + 1) && scan.Lower(at + 2) is ")" or "]")
        {
            at += 3;
        }
    }
}
