namespace OnRecord.Times;

/// <summary>A day and its month, without a year: "January 6", "the sixth of January".</summary>
internal static class MonthDays
{
    /// <summary>Reads "January 6", "Jan. 6th", "6 January", "the 6th of January", "the sixth of January".</summary>
    public static bool Read(Scan scan, ref int at, out int month, out int day)
    {
        var next = at;
        if (scan.Month(ref next, out month, out _))
        {
            scan.Skip(ref next, "the");
            if (ReadDay(scan, ref next, out day))
            {
                at = next;
                return true;
            }

            return false;
        }

        next = at;
        var article = scan.Any(ref next, "the");
        var of = false;
        if (!ReadDay(scan, ref next, out day))
        {
            next = article ? at + 1 : at;
            if (!scan.Ordinal(ref next, out day) || day > 31 || scan.Lower(next) != "of")
            {
                return false;
            }
        }

        of = scan.Any(ref next, "of") || scan.Dash(ref next);
        if (!scan.StartsWord(next) && !of || !scan.Month(ref next, out month, out _))
        {
            return false;
        }

        at = next;
        return true;
    }

    public static bool ReadDay(Scan scan, ref int at, out int day)
    {
        var next = at;
        if (!scan.DayNumber(ref next, out day, out _))
        {
            return false;
        }

        // "March 8:30" begins a time, "May 3,000" a count, "June 1.5" a figure.
        if (scan.Tight(next) && scan.Lower(next) is ":" or "." or "," or "%" && scan.Tight(next + 1) && scan.IsNumber(next + 1) || scan.Lower(next) == "%")
        {
            return false;
        }

        at = next;
        return true;
    }

    // "Monday, Aug. 25": the weekday says nothing that the date does not say.
    public static void SkipWeekday(Scan scan, ref int at)
    {
        var next = at;
        if (scan.Weekday(ref next, out _, out _))
        {
            scan.Skip(ref next, ",");
            scan.Skip(ref next, "the");
            at = next;
        }
    }

    public static string Unanchored(int month, int day) => $"XXXX-{month:D2}-{day:D2}";
}
