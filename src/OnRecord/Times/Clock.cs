using System.Globalization;

namespace OnRecord.Times;

/// <summary>A reading of a clock.</summary>
/// <param name="Time">Its TIMEX3 part behind the <c>T</c>.</param>
/// <param name="Unit">How fine it is.</param>
internal readonly record struct Clock(string Time, Granularity Unit)
{
    public static bool Read(Scan scan, ref int at, out Clock clock)
    {
        var next = at;
        clock = default;
        if (scan.Words.Clock.Read(scan.Pieces, ref next, out var named))
        {
            clock = new Clock(named + Zone(scan, ref next), Granularity.Hour);
            at = next;
            return true;
        }

        if (ReadWords(scan, ref at, out clock) || ReadMilitary(scan, ref at, out clock))
        {
            return true;
        }

        if (!scan.Digits(next, 1, 2, out var hour) || hour > 24 || !scan.StartsWord(next) || scan.Lower(next - 1) is "$" or "€" or "£")
        {
            return false;
        }

        next++;
        var minutes = 0;
        var fine = (scan.Lower(next) is ":" || scan.Lower(next) is "." && scan.Digits(next + 1, 2, 2, out _)) && scan.Tight(next) && scan.Tight(next + 1) && scan.Digits(next + 1, 2, 2, out minutes) && minutes < 60;
        var colon = fine && scan.Lower(next) == ":";
        next += fine ? 2 : 0;
        var seconds = "";
        if (colon && scan.Lower(next) == ":" && scan.Tight(next) && scan.Digits(next + 1, 2, 2, out var second) && second < 60)
        {
            seconds = $":{second:D2}";
            next += 2;
        }

        // "1:2:3", "10:30.5" and "3:15-4" are results of sport, not times.
        if (fine && scan.Tight(next) && scan.Lower(next) is ":" or "." && scan.Tight(next + 1) && scan.IsNumber(next + 1))
        {
            return false;
        }

        var named12 = ReadHalf(scan, ref next, ref hour);
        var zone = Zone(scan, ref next);
        if (!named12 && (!colon || hour > 23) && !(zone is not null && scan.Digits(at, 2, 2, out _)))
        {
            return false;
        }

        clock = new Clock($"{hour % 24:D2}:{minutes:D2}{seconds}{zone}", fine ? Granularity.Minute : Granularity.Hour);
        at = next;
        return true;
    }

    // "half past three", "a quarter to nine", "at one in the morning", "ten o'clock".
    private static bool ReadWords(Scan scan, ref int at, out Clock clock)
    {
        var next = at;
        clock = default;
        scan.Skip(ref next, "a");
        int? minutes = scan.All(ref next, "half", "past") ? 30 : scan.All(ref next, "quarter", "past") || scan.All(ref next, "quarter", "after") ? 15 : scan.All(ref next, "quarter", "to") ? -15 : null;
        if ((minutes is null && (next > at || scan.IsNumber(next))) || !scan.Amount(ref next, out var amount) || amount.Whole is not (>= 1 and <= 12))
        {
            return false;
        }

        var hour = amount.Whole.Value;
        var half = ReadHalf(scan, ref next, ref hour);
        // "Two in the morning" may be two people.
        if (minutes is null && (!half || (scan.Lower(next - 1) is "morning" or "afternoon" or "evening" or "night" && scan.Lower(at - 1) is not ("at" or "around" or "about" or "until" or "before" or "after" or "by"))))
        {
            return false;
        }

        var start = ((hour * 60) + (minutes ?? 0) + 1440) % 1440;
        clock = new Clock($"{start / 60:D2}:{start % 60:D2}{Zone(scan, ref next)}", minutes is null ? Granularity.Hour : Granularity.Minute);
        at = next;
        return true;
    }

    // "0800 hours", "at 1430 hours"; 2,000 hours are a long time.
    private static bool ReadMilitary(Scan scan, ref int at, out Clock clock)
    {
        clock = default;
        if (!scan.Digits(at, 4, 4, out var value) || value / 100 > 23 || value % 100 > 59)
        {
            return false;
        }

        var hours = scan.Lower(at + 1) is "hours" or "hrs" && (scan.Pieces[at].Lower[0] == '0' || scan.Lower(at - 1) == "at");
        if (!hours && !IsZoned(scan, at))
        {
            return false;
        }

        at += hours ? 2 : 1;
        clock = new Clock($"{value / 100:D2}:{value % 100:D2}{Zone(scan, ref at)}", Granularity.Minute);
        return true;
    }

    // "1750 GMT": four digits with a blank and a zone in capitals behind them. In brackets they tell the time before them again.
    private static bool IsZoned(Scan scan, int at)
    {
        var next = at + 1;
        return scan.StartsWord(at) && scan.Lower(at - 1) != "(" && scan.IsCapital(next) && !scan.Tight(next) && scan.Words.Zones.Read(scan.Pieces, ref next, out _);
    }

    // "a.m.", "pm", "o'clock", "in the morning".
    private static bool ReadHalf(Scan scan, ref int at, ref int hour)
    {
        var next = at;
        var found = scan.All(ref next, "o", "'", "clock");
        var (morning, evening) = (false, false);
        if (scan.All(ref next, "a", ".", "m") || scan.Any(ref next, "am"))
        {
            morning = true;
        }
        else if (scan.All(ref next, "p", ".", "m") || scan.Any(ref next, "pm"))
        {
            evening = true;
        }
        else if (scan.All(ref next, "in", "the", "morning"))
        {
            morning = true;
        }
        else if (scan.All(ref next, "in", "the", "afternoon") || scan.All(ref next, "in", "the", "evening") || scan.All(ref next, "at", "night"))
        {
            evening = true;
        }

        if (!found && !morning && !evening)
        {
            return false;
        }

        // The stop of "p.m." is the expression's, but for one that ends the sentence too.
        if (scan.Lower(next) == "." && scan.Tight(next) && scan.Lower(next - 1) == "m" && scan.Lower(next - 2) == "." && next < scan.Count)
        {
            next++;
        }

        hour = morning && hour == 12 ? 0 : evening && hour < 12 ? hour + 12 : hour;
        at = next;
        return true;
    }

    private static string? Zone(Scan scan, ref int at)
    {
        var next = at;
        var bracket = scan.Any(ref next, "(");
        if (!scan.Words.Zones.Read(scan.Pieces, ref next, out var zone))
        {
            return null;
        }

        // "GMT+8", "(GMT +8)": the value keeps the local time.
        if (scan.Lower(next) is "+" or "-" && scan.Digits(next + 1, 1, 2, out _) && scan.Tight(next + 1))
        {
            next += 2;
            zone = "";
        }

        if (bracket && !scan.Any(ref next, ")"))
        {
            return null;
        }

        at = next;
        return zone.ToString(CultureInfo.InvariantCulture);
    }
}
