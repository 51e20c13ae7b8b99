using NodaTime;

namespace OnRecord.Times.Rules;

/// <summary>Spans of days that share a month or a year.</summary>
internal static class DayRanges
{
    // "from [Aug. 30] to Sept. 2, 2023", "between [March 3] and April 5 last year": the year that stands behind the end is the beginning's too.
    public static Meaning? MonthDayOfRange(Scan scan, ref int at)
    {
        var next = at;
        MonthDays.SkipWeekday(scan, ref next);
        if (!MonthDays.Read(scan, ref next, out var month, out var day))
        {
            return null;
        }

        var ahead = next;
        if (!Joins(scan, ref ahead))
        {
            return null;
        }

        MonthDays.SkipWeekday(scan, ref ahead);
        if (!MonthDays.Read(scan, ref ahead, out var lastMonth, out _) || YearWords.Read(scan, ref ahead) is not { } year)
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context =>
            year.Resolve(context, Granularity.Day, MonthDays.Unanchored(month, day), known => Period.Day(new LocalDate(month > lastMonth ? known - 1 : known, month, day))));
    }

    // "May 3–5, 2025", "May 3 to 5", "from 3 to 5 May", "3-5 May", "May 30–June 2".
    public static Meaning? DayRange(Scan scan, ref int at)
    {
        var next = at;
        if (!ReadRange(scan, ref next, out var first, out var last))
        {
            return null;
        }

        var year = YearWords.Read(scan, ref next);
        if (scan.Lower(next) is "," or "and" or "or" && scan.IsNumber(next + 1) && year is null)
        {
            // "May 3, 4 and 5" is a list.
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context =>
        {
            var end = year?.Resolve(context, Granularity.Day, MonthDays.Unanchored(last.Month, last.Day), known => Period.Day(new LocalDate(known, last.Month, last.Day)))
                ?? Recurring.Resolve(context, Granularity.Day, MonthDays.Unanchored(last.Month, last.Day), Recurring.Near, known => Recurring.Day(known, last.Month, last.Day));
            if (end.Latest is not { } to)
            {
                return end with { Timex = $"{MonthDays.Unanchored(first.Month, first.Day)}/{MonthDays.Unanchored(last.Month, last.Day)}" };
            }

            var from = new LocalDate(first.Month > last.Month ? to.Year - 1 : to.Year, first.Month, first.Day);
            return (end with { Timex = Period.Range(from, to), Period = null }).Between(from, to);
        });
    }

    private static bool ReadRange(Scan scan, ref int at, out (int Month, int Day) first, out (int Month, int Day) last)
    {
        var next = at;
        first = last = default;
        if (MonthDays.Read(scan, ref next, out var month, out var from) && Joins(scan, ref next))
        {
            var joint = scan.Lower(next - 1);
            var to = next;
            if (joint == "-" && MonthDays.Read(scan, ref to, out var endMonth, out var end)
                || (endMonth = month) > 0 && MonthDays.ReadDay(scan, ref to, out end) && joint != "and" && joint != "or" && end > from && !scan.Words.Months.ContainsKey(scan.Lower(to)))
            {
                (first, last, at) = ((month, from), (endMonth, end), to);
                return true;
            }
        }

        next = at;
        if (MonthDays.ReadDay(scan, ref next, out from) && Joins(scan, ref next) && MonthDays.ReadDay(scan, ref next, out var day) && from < day)
        {
            scan.Skip(ref next, "of");
            if (scan.Month(ref next, out month, out _))
            {
                (first, last, at) = ((month, from), (month, day), next);
                return true;
            }
        }

        return false;
    }

    private static bool Joins(Scan scan, ref int at) => scan.Dash(ref at) || scan.Any(ref at, "to", "through", "until", "and", "till");
}
