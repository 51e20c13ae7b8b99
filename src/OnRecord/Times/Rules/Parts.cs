using NodaTime;

namespace OnRecord.Times.Rules;

/// <summary>Parts of a period: early next year, late last month, the end of 2024, mid-2019.</summary>
internal static class Parts
{
    public static readonly TimeRule[] All =
    [
        new("part-of-period", PartOf),
        new("end-of-year", EndOf),
    ];

    private static readonly TimeRule[] WholeRules = [.. Dates.All, .. Periods.All, .. Years.All, .. Neighbours.All, .. Days.All, .. FromText.All];

    /// <summary>Reads the period that a part is cut from: any date, or "the year" for the one of publication.</summary>
    public static Meaning? Whole(Scan scan, ref int at)
    {
        var next = at;
        if (RuleSet.Longest(WholeRules, scan, ref next) is { } match)
        {
            at = next;
            return match.Meaning;
        }

        if (!scan.Any(ref next, "the") || !scan.Unit(ref next, out var word) || word.Many || word.Count != 1 || word.Unit is not { } unit || unit < Granularity.Week)
        {
            return null;
        }

        at = next;
        return Meaning.FromPublished(unit, null, day => Period.Of(unit, day));
    }

    private static Meaning? PartOf(Scan scan, ref int at)
    {
        var next = at;
        scan.Skip(ref next, "the");
        var start = next;
        if (!scan.Words.Parts.Read(scan.Pieces, ref next, out var part))
        {
            next = at;
            if (!scan.Words.Parts.Read(scan.Pieces, ref next, out part))
            {
                return null;
            }

            start = at;
        }

        var of = scan.Lower(next - 1) == "of";
        if (!of)
        {
            scan.Skip(ref next, "-");
            of = scan.Any(ref next, "in", "on");
            if (of && part is not ("before" or "after" or "start" or "end"))
            {
                return null;
            }
        }

        // "the early 1990s" may say "the"; "early the year" does not exist.
        if (!of && scan.Lower(next) == "the" && scan.Lower(next + 1) is not ("next" or "following" or "same" or "previous"))
        {
            return null;
        }

        var before = part is "before" or "after";
        if (before && scan.Lower(next) is not ("this" or "last" or "next" or "that" or "the" or "in"))
        {
            return null;
        }

        if (Whole(scan, ref next) is not { } whole || start < 0)
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context => Cut(whole.Resolve(context), part, context.Published) with { Mod = Modifier.OfPart(part) });
    }

    // "year-end", "by year's end", "month-end".
    private static Meaning? EndOf(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Unit(ref next, out var word) || word.Many || word.Unit is not (Granularity.Month or Granularity.Year or Granularity.Century or Granularity.Decade))
        {
            return null;
        }

        var joined = scan.Dash(ref next);
        if (!joined)
        {
            scan.All(ref next, "'", "s");
        }

        if (!scan.Any(ref next, "end") || scan.TokenOf(next)?.Upos is Upos.NOUN && !joined)
        {
            return null;
        }

        at = next;
        var unit = word.Unit.Value;
        return new Meaning(TimexType.Date, context =>
            Cut(Meaning.FromPublished(unit, null, day => Period.Of(unit, day)).Resolve(context), "last", context.Published) with { Mod = "END" });
    }

    /// <summary>Narrows an interval to a part of it, as widely as a reader would still accept.</summary>
    private static Resolved Cut(Resolved whole, string part, LocalDate? published)
    {
        if (whole.Period is not { } period || period.Unit <= Granularity.Day)
        {
            return whole;
        }

        var (from, to) = part switch
        {
            "start" => Slice(period, 0, 4, 12),
            "mid" => Slice(period, 3, 9, 12),
            "end" => Slice(period, 8, 12, 12),
            "first" => Slice(period, 0, 3, 12),
            "last" => Slice(period, 9, 12, 12),
            "half1" => Slice(period, 0, 6, 12),
            "half2" => Slice(period, 6, 12, 12),
            "before" when published is { } day && period.Holds(day) => (period.First, day),
            "after" when published is { } day && period.Holds(day) => (day, period.Last),
            _ => (period.First, period.Last),
        };

        return (whole with { Period = null }).Between(from, to);
    }

    // Years and longer are cut at months, so that "early 2026" ends with April and not in the middle of a day count.
    private static (LocalDate From, LocalDate To) Slice(Period period, int from, int to, int of)
    {
        if (period.Unit is Granularity.Decade or Granularity.Century)
        {
            var years = period.Last.Year - period.First.Year + 1;
            return (period.First.PlusYears(years * from / of), period.First.PlusYears(((years * to) + of - 1) / of).PlusDays(-1));
        }

        if (period.Unit >= Granularity.Half)
        {
            var months = NodaTime.Period.Between(period.First, period.Last.PlusDays(1), PeriodUnits.Months).Months;
            return (period.First.PlusMonths(months * from / of), period.First.PlusMonths(months * to / of).PlusDays(-1));
        }

        var days = NodaTime.Period.DaysBetween(period.First, period.Last) + 1;
        return (period.First.PlusDays(days * from / of), period.First.PlusDays(((days * to) + of - 1) / of - 1));
    }
}
