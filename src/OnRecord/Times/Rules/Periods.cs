namespace OnRecord.Times.Rules;

/// <summary>Weeks, months, quarters, halves and seasons that are named.</summary>
internal static class Periods
{
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
        new("week-of-day", WeekOfDay),
        new("weekend-of-day", WeekendOfDay),
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
        var fiscal = false;
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
            fiscal = scan.Any(ref next, "fiscal", "financial");
            scan.Skip(ref next, "calendar");
            if (!scan.Ordinal(ref next, out quarter))
            {
                return null;
            }

            scan.Skip(ref next, "-");
            fiscal |= scan.Any(ref next, "fiscal", "financial");
            scan.Skip(ref next, "calendar");
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
        return new Meaning(TimexType.Date, context =>
        {
            var resolved = year is null
                ? Recurring.Resolve(context, Granularity.Quarter, $"XXXX-Q{quarter}", Recurring.Near, known => Period.Quarter(known, quarter))
                : year.Resolve(context, Granularity.Quarter, $"XXXX-Q{quarter}", known => Period.Quarter(known, quarter));
            return fiscal ? OfFiscalYear(resolved) : resolved;
        });
    }

    // A fiscal year can begin six months before the calendar year of its name, or three behind: so do its quarters.
    private static Resolved OfFiscalYear(Resolved resolved) => resolved.Period is { } period
        ? resolved.Between(period.First.PlusMonths(-6), period.Last.PlusMonths(3)) with { Period = null, Why = Why.FiscalYearStart, Timex = $"FY{period.Timex}" }
        : resolved;

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
            var unanchored = Seasons.Recurring(season);
            return Seasons.Resolve(context, half => year is null
                ? Recurring.Resolve(context, Granularity.Season, unanchored, 0, known => half.Season(known, season))
                : half.OfNamedYear(year.Resolve(context, Granularity.Season, unanchored, known => half.Season(known, season)), season));
        });
    }

    // "the weekend of Sept. 6": Saturday and Sunday of the week that holds the day.
    private static Meaning? WeekendOfDay(Scan scan, ref int at)
    {
        var next = at;
        scan.Skip(ref next, "the");
        if (!scan.All(ref next, "weekend", "of") || RuleSet.Longest(Dates.All, scan, ref next) is not { } day)
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context => day.Meaning.Resolve(context) is { Period: { } period } resolved
            ? Resolved.Of(Period.Weekend(period.First), resolved.Anchor)
            : Resolved.Open("XXXX-WXX-WE", Granularity.Weekend, Why.NoPublicationDate));
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
