using NodaTime;

namespace OnRecord.Times.Rules;

/// <summary>Months, quarters, halves, seasons, years, decades and centuries that are named.</summary>
internal static class Periods
{
    private const int FirstUsualYear = 1900;
    private const int LastUsualYear = 2060;
    private const int FirstYearOfNames = 1980;
    private const int LastYearOfNames = 2040;

    // Words before which a year, and not a count, must stand.
    private static readonly string[] BeforeYears =
        ["in", "since", "by", "of", "from", "until", "till", "during", "before", "after", "between", "through", "around", "circa", "early", "late", "mid", "year", "for", "to", "and", "than", "throughout", "or", "-", "/", "post", "pre", "election"];

    private static readonly string[] BeforeMonths =
        ["in", "of", "since", "until", "till", "by", "from", "to", "through", "early", "late", "mid", "and", "or", "between", "during", "before", "after", "for", "each", "every", "-",
            "around", "next", "last", "this", "begin", "beginning", "starting", "as", "ending", "on", "with", "than", "s", "throughout", "over", "past", "earlier", "later"];

    public static readonly TimeRule[] All =
    [
        new("month-year", MonthYear),
        new("month", Month, TimeRule.ByTense),
        new("month-range", MonthRange, TimeRule.ByTense),
        new("quarter", Quarter, TimeRule.ByTense),
        new("half-of-year", Half),
        new("season", Season, TimeRule.ByTense),
        new("year", Year),
        new("year-range", YearRange),
        new("decade", Decade),
        new("century", Century),
        new("fiscal-year", FiscalYear),
        new("week-of-day", WeekOfDay),
    ];

    private static Meaning? MonthYear(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Month(ref next, out var month, out _) || YearWords.Read(scan, ref next) is not { } year)
        {
            return null;
        }

        at = next;
        return InYear(year, month);
    }

    private static Meaning InYear(YearWords year, int month) => new(TimexType.Date, context =>
        year.Resolve(context, Granularity.Month, $"XXXX-{month:D2}", known => Period.Month(known, month)));

    private static Meaning? Month(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Month(ref next, out var month, out var abbreviated) || abbreviated || !IsMonthHere(scan, at))
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context => ByTense(context, month));
    }

    private static Resolved ByTense(TimeContext context, int month) =>
        Recurring.Resolve(context, Granularity.Month, $"XXXX-{month:D2}", Recurring.Near, year => Period.Month(year, month));

    // "May" and "March" are also verbs, "August" and "June" also names: they need a preposition, and not a name before them.
    private static bool IsMonthHere(Scan scan, int at)
    {
        if (!scan.IsCapital(at) || scan.TokenOf(at)?.Upos is Upos.AUX or Upos.VERB)
        {
            return false;
        }

        var before = scan.Lower(at - 1);
        // "June Okafor" is a name.
        if (scan.IsWord(at + 1) && scan.IsCapital(at + 1) && !scan.Tight(at + 1) && (at == 0 || before is "," or "and" or "or"))
        {
            return false;
        }

        if (!scan.Words.NeedsCapital.Contains(scan.Lower(at)) && BeforeMonths.Contains(before))
        {
            return true;
        }

        if (scan.Words.NeedsCapital.Contains(scan.Lower(at)))
        {
            return BeforeMonths.Contains(before) || before is "a" or "the" && scan.IsWord(at + 1) && !scan.IsCapital(at + 1);
        }

        // "Black October" and "Lt. June" are names too.
        return !(scan.IsWord(at - 1) && scan.IsCapital(at - 1) && !scan.Words.Months.ContainsKey(before));
    }

    private static Meaning? MonthRange(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Month(ref next, out var from, out _) || !(scan.Dash(ref next) || scan.Any(ref next, "to", "through")) || !scan.Month(ref next, out var to, out _)
            || scan.IsNumber(next) && !scan.Digits(next, 4, 4, out _))
        {
            return null;
        }

        var year = YearWords.Read(scan, ref next);
        at = next;
        return new Meaning(TimexType.Date, context =>
        {
            var end = year is null ? ByTense(context, to) : InYear(year, to).Resolve(context);
            if (end.Period is not { } last)
            {
                return end with { Timex = $"XXXX-{from:D2}/XXXX-{to:D2}" };
            }

            var first = Period.Month(from > to ? last.First.Year - 1 : last.First.Year, from);
            return (end with { Timex = $"{first.Timex}/{last.Timex}", Period = null }).Between(first.First, last.Last) with { Edtf = $"{first.Edtf}/{last.Edtf}" };
        });
    }

    // "Q3", "Q3 2025", "the third quarter", "third-quarter", "the third quarter of last year".
    private static Meaning? Quarter(Scan scan, ref int at)
    {
        var next = at;
        scan.Skip(ref next, "the");
        int quarter;
        if (scan.Any(ref next, "q"))
        {
            if (!scan.Tight(next) || !scan.Digits(next, 1, 1, out quarter) || !scan.StartsWord(next - 1))
            {
                return null;
            }

            next++;
        }
        else
        {
            scan.Skip(ref next, "fiscal", "calendar");
            if (!scan.Ordinal(ref next, out quarter))
            {
                return null;
            }

            scan.Skip(ref next, "-");
            scan.Skip(ref next, "fiscal", "calendar");
            if (!scan.Any(ref next, "quarter"))
            {
                return null;
            }
        }

        if (quarter is < 1 or > 4)
        {
            return null;
        }

        var year = YearWords.Read(scan, ref next) ?? (scan.All(ref next, "of", "the", "year") ? CurrentYear : null);
        if (year is null && IsSport(scan, next))
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context => year is null
            ? Recurring.Resolve(context, Granularity.Quarter, $"XXXX-Q{quarter}", Recurring.Near, known => Period.Quarter(known, quarter))
            : year.Resolve(context, Granularity.Quarter, $"XXXX-Q{quarter}", known => Period.Quarter(known, quarter)));
    }

    private static bool IsSport(Scan scan, int at)
    {
        var next = at;
        return scan.Any(ref next, "of") && !(scan.Any(ref next, "the", "its", "this") && scan.Any(ref next, "fiscal", "financial", "fy", "year")) || scan.Lower(at) is "touchdown" or "lead" or "goal" or "when" or "with";
    }

    private static Meaning? Half(Scan scan, ref int at)
    {
        var next = at;
        scan.Skip(ref next, "the");
        int half;
        if (scan.Any(ref next, "h"))
        {
            if (!scan.Tight(next) || !scan.Digits(next, 1, 1, out half) || !scan.IsCapital(next - 1))
            {
                return null;
            }

            next++;
        }
        else if (!(scan.Any(ref next, "latter") && (half = 2) > 0 || scan.Ordinal(ref next, out half)) || !(scan.All(ref next, "half") || scan.All(ref next, "-", "half")))
        {
            return null;
        }

        var year = YearWords.Read(scan, ref next) ?? (scan.All(ref next, "of", "the", "year") ? CurrentYear : null);
        if (half is < 1 or > 2 || year is null)
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context =>
            year.Resolve(context, Granularity.Half, $"XXXX-H{half}", known => Period.Half(known, half)));
    }

    private static YearWords CurrentYear { get; } = new(context => context.Published is { } day
        ? (day.Year, TimeAnchor.Published, null)
        : (null, TimeAnchor.None, Why.NoPublicationDate));

    // "summer 2012", "the summer of 2012", "in the fall". Alone it needs a preposition, for "fall" and "spring" are verbs too.
    private static Meaning? Season(Scan scan, ref int at)
    {
        var next = at;
        var article = scan.Any(ref next, "the");
        if (!scan.Season(ref next, out var season) || scan.TokenOf(next - 1)?.Upos is Upos.VERB)
        {
            return null;
        }

        var end = next;
        var year = YearWords.Read(scan, ref next);
        if (year is null && !(scan.Lower(at - 1) is "in" or "by" or "until" or "since" or "during" or "before" or "of" or "after" or "throughout" or "through" or "over" or "late" or "early" or "mid"
            && (article || scan.Lower(at) is "summer" or "winter" or "autumn" or "spring")) || year is null && scan.Lower(end) is "of" or "in" && article && scan.Lower(end) == "of")
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context =>
        {
            var unanchored = Period.Season(2000, season).Timex.Replace("2000", "XXXX", StringComparison.Ordinal);
            var resolved = year is null
                ? Recurring.Resolve(context, Granularity.Season, unanchored, Recurring.Near, known => Period.Season(known, season))
                : year.Resolve(context, Granularity.Season, unanchored, known => Period.Season(known, season));

            // "Winter 2024" is said of the winter that begins in 2024 and of the one that ends in it.
            return season == 3 && year is not null && resolved.Period is { } winter
                ? resolved.Between(winter.First.PlusYears(-1), winter.Last)
                : resolved;
        });
    }

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
        var before = scan.Lower(at - 1);
        if (before is "$" or "€" or "£" or "¥" or "#" or "no" or "nos" or "about" or "approximately" or "nearly" or "almost" or "some" or "over" or "least" or "flight" or "route" or "highway" or "room" or "page"
            || scan.Lower(at + 1) is "%" or "percent" or "per" or "people" or "million" or "billion" or "km" or "kilometers" or "kilometres" or "miles" or "meters" or "metres" or "feet" or "dollars" or "hours" or "gmt" or "utc" or "local")
        {
            return false;
        }

        if (BeforeYears.Contains(before) && scan.Lower(at - 2) is not ("up" or "close" or "according"))
        {
            return !(scan.TokenOf(at + 1)?.Xpos == "NNS" && before is "of" or "for" or "to" or "and" or "or" or "than" or "after" or "before" or "by" or "from" or "between")
                || year is >= 1950 and <= 2040 && before is "from" or "after" or "before" or "of" && scan.Lower(at + 1) is "elections" or "talks" or "attacks" or "levels" or "protests" or "negotiations";
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

        return before is "the" or "(" or "," or "'" or "s" or "" or "this" or "that" or "his" or "her" or "their" or "its" or "a" or "[" or ";" or "our" or "my" || scan.TokenOf(at + 1)?.Xpos != "NNS";
    }

    // "2009–2011", "1994-96". The rule leaves "from 2009 to 2011" as two years, as TimeML does.
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
            if (!scan.Digits(next, 2, 2, out to))
            {
                return null;
            }

            to += from / 100 * 100;
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

    private static Meaning? WeekOfDay(Scan scan, ref int at)
    {
        var next = at;
        scan.Skip(ref next, "the");
        if (!scan.All(ref next, "week", "of") && !scan.All(ref next, "week", "beginning") && !scan.All(ref next, "week", "ending"))
        {
            return null;
        }

        if (RuleSet.Longest(Dates.All, scan, ref next) is not { } day)
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context => day.Meaning.Resolve(context) is { Period: { } period } resolved
            ? Resolved.Of(Period.Week(period.First), resolved.Anchor)
            : Resolved.Open("XXXX-WXX", Granularity.Week, Why.NoPublicationDate));
    }
}
