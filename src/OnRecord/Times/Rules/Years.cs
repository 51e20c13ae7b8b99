using NodaTime;

namespace OnRecord.Times.Rules;

/// <summary>Years, spans of years, decades, centuries and fiscal years.</summary>
internal static class Years
{
    private const int FirstUsualYear = 1900;
    private const int LastUsualYear = 2060;
    private const int FirstYearOfNames = 1980;
    private const int LastYearOfNames = 2040;

    public static readonly TimeRule[] All =
    [
        new("year", Year),
        new("year-range", YearRange),
        new("decade", Decade),
        new("century", Century),
        new("fiscal-year", FiscalYear),
    ];

    private static Meaning? Year(Scan scan, ref int at)
    {
        var next = at;
        var named = scan.All(ref next, "the", "year") || scan.Any(ref next, "year");
        if (!scan.Year(ref next, out var year) || !named && !IsYearHere(scan, next - 1, year))
        {
            return null;
        }

        at = next;
        return Meaning.Absolute(Period.Year(year));
    }

    private static bool IsYearHere(Scan scan, int at, int year)
    {
        var (before, behind, words) = (scan.Lower(at - 1), scan.Lower(at + 1), scan.Words.Years);
        if (IsHouse(scan, at, before) || words.CountsBefore(before) || words.CountsBehind(behind))
        {
            return false;
        }

        // "The 2008 and 2012 campaigns", "since at least 1980".
        if ((before is "and" or "or" && scan.Digits(at - 2, 4, 4, out var other) && other is >= FirstUsualYear and <= LastUsualYear)
            || (before == "least" && scan.Lower(at - 2) == "at" && scan.Lower(at - 3) is "since" or "from" or "until"))
        {
            return year is >= FirstUsualYear and <= LastUsualYear;
        }

        if (words.IsBeforeYear(before) && scan.Lower(at - 2) is not ("up" or "close" or "according"))
        {
            return !(scan.TokenOf(at + 1)?.Xpos == "NNS" && words.IsOpen(before)) || (year is >= 1950 and <= LastYearOfNames && words.DatesEvent(before, behind));
        }

        if (year is < FirstUsualYear or > LastUsualYear)
        {
            return false;
        }

        // Behind a name only a recent year is one: "World Cup 2018", but "Airport 1975".
        if (scan.IsWord(at - 1) && scan.IsCapital(at - 1) && at > 1 && before is not "the" && !scan.Words.Seasons.ContainsKey(before))
        {
            return year is >= FirstYearOfNames and <= LastYearOfNames;
        }

        return before.Length == 0 || words.LeavesAlone(before) || scan.TokenOf(at + 1)?.Xpos != "NNS";
    }

    // "of 1119 Eighth St.", "1862 Market Street"; but "in 2019 Market Street was closed".
    private static bool IsHouse(Scan scan, int at, string before)
    {
        const int LongestStreet = 6;
        if (scan.Words.Years.IsBeforeNoHouse(before))
        {
            return false;
        }

        for (var i = at + 1; i < at + LongestStreet && (scan.IsCapital(i) || scan.Lower(i) == "." || scan.IsNumber(i)); i++)
        {
            if (i > at + 1 && scan.Words.Streets.Contains(scan.Lower(i)))
            {
                return true;
            }
        }

        return false;
    }

    // "2009–2011", "1994-96", "2004-5". The rule leaves "from 2009 to 2011" as two years, as TimeML does.
    private static Meaning? YearRange(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Digits(at, 4, 4, out var from) || from is < 1000 or > 2100 || !scan.StartsWord(at) || !scan.Tight(at + 1) || !scan.Tight(at + 2) || scan.Lower(at + 1) is not ("-" or "/"))
        {
            return null;
        }

        next += 2;
        if (!scan.Digits(next, 4, 4, out var to))
        {
            if (!scan.Digits(next, 1, 2, out to))
            {
                return null;
            }

            to += scan.Pieces[next].Lower.Length == 1 ? from / 10 * 10 : from / 100 * 100;
        }

        next++;
        if (to <= from || to > 2999 || scan.Tight(next) && (scan.IsWord(next) || scan.Lower(next) is "-" or "/"))
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, _ => Resolved.Value($"{from}/{to}", Granularity.Year)
            .Between(new LocalDate(from, 1, 1), new LocalDate(to, 12, 31)) with
        { Edtf = $"{from}/{to}" });
    }

    // "the 1990s", "the '90s", "1990's".
    private static Meaning? Decade(Scan scan, ref int at)
    {
        var next = at;
        scan.Skip(ref next, "the");
        var article = next > at;
        // "the late eighties", "the mid-eighties"; "her late eighties" are an age.
        var behindPart = (scan.Lower(at - 1) is "early" or "late" or "mid" && scan.Lower(at - 2) == "the") || (scan.Lower(at - 1) == "-" && scan.Lower(at - 3) == "the");
        if ((article || behindPart) && scan.Words.Decades.TryGetValue(scan.Lower(next), out var named) && !IsWeather(scan, at))
        {
            at = next + 1;
            return Meaning.Absolute(Period.Decade(named));
        }

        if (BehindDecade(scan, at) is { } century && scan.Digits(at, 2, 2, out var tens) && tens % 10 == 0 && scan.Lower(at + 1) == "s" && scan.Tight(at + 1))
        {
            at += 2;
            return Meaning.Absolute(Period.Decade(century + tens));
        }

        var mark = scan.Any(ref next, "'") || scan.Any(ref next, "`");
        if (!scan.Digits(next, mark || article ? 2 : 4, 4, out var year) || year % 10 != 0 || scan.Pieces[next].Lower.Length == 3)
        {
            return null;
        }

        var wide = scan.Pieces[next].Lower.Length == 4;
        next++;
        scan.Skip(ref next, "'");
        if (scan.Lower(next) != "s" || !scan.Tight(next) || (wide && year is < 1000 or > 2900) || (!wide && !mark))
        {
            return null;
        }

        at = next + 1;
        return Meaning.Absolute(Period.Decade(wide ? year : year + (year < 30 ? 2000 : 1900)));
    }

    /// <summary>The century of the decade to which another is joined: "the 1960s and 70s".</summary>
    private static int? BehindDecade(Scan scan, int at) =>
        scan.Lower(at - 1) is "and" or "or" && scan.Lower(at - 2) == "s" && scan.Digits(at - 3, 4, 4, out var decade) && decade % 10 == 0 && decade is >= 1000 and < 2900 ? decade / 100 * 100 : null;

    // "Temperatures in the eighties".
    private static bool IsWeather(Scan scan, int at)
    {
        const int Reach = 8;
        for (var i = at - 1; i >= at - Reach; i--)
        {
            if (scan.Words.Years.IsWeather(scan.Lower(i)))
            {
                return true;
            }
        }

        return false;
    }

    private static Meaning? Century(Scan scan, ref int at)
    {
        var next = at;
        scan.Skip(ref next, "the");
        if (!scan.Ordinal(ref next, out var number) || number is < 2 or > 30)
        {
            return null;
        }

        scan.Skip(ref next, "-");
        if (!scan.Any(ref next, "century", "centuries"))
        {
            return null;
        }

        at = next;
        return Meaning.Absolute(Period.Century((number - 1) * 100));
    }

    // Fiscal years begin in different months: Australia's 2026 in July 2025, Japan's in April 2026, ending in March 2027.
    private static Meaning? FiscalYear(Scan scan, ref int at)
    {
        var next = at;
        scan.Skip(ref next, "the");
        int? step = scan.Any(ref next, "last", "previous", "past") ? -1 : scan.Any(ref next, "this", "current") ? 0 : scan.Any(ref next, "next", "coming") ? 1 : null;
        if (step is { } years && scan.Any(ref next, "fiscal", "financial") && scan.Any(ref next, "year"))
        {
            at = next;
            return new Meaning(TimexType.Date, context => context.Published is { } day
                ? Resolved.Open(null, Granularity.Year, Why.FiscalYearStart).Between(new LocalDate(day.Year + years - 1, 1, 1), new LocalDate(day.Year + years + 1, 12, 31)) with { Anchor = TimeAnchor.Published }
                : Resolved.Open(null, Granularity.Year, Why.NoPublicationDate));
        }

        if (step is not null || !(scan.Any(ref next, "fiscal", "financial") && (scan.Any(ref next, "year") || scan.IsNumber(next))) && !scan.Any(ref next, "fy"))
        {
            return null;
        }

        if (!scan.Year(ref next, out var year))
        {
            if (!scan.Digits(next, 4, 4, out year) || !scan.Tight(next))
            {
                return null;
            }

            next++;
        }

        at = next;
        return new Meaning(TimexType.Date, _ => Resolved.Open($"FY{year}", Granularity.Year, Why.FiscalYearStart)
            .Between(new LocalDate(year - 1, 7, 1), new LocalDate(year + 1, 3, 31)));
    }
}
