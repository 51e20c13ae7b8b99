using NodaTime;

namespace OnRecord.Times.Rules;

/// <summary>Times that are so many units away: three days ago, two weeks later, the past three years.</summary>
internal static class Counted
{
    public static readonly TimeRule[] All =
    [
        new("units-ago", Ago),
        new("units-from-now", FromNow),
        new("units-from-holiday", FromHoliday),
        new("units-later-in-text", LaterInText),
        new("past-or-next-units", PastOrNext),
        new("first-units-of-period", UnitsOfPeriod),
        new("nth-unit-of-period", NthUnitOfPeriod),
        new("nth-weekday-of-month", NthWeekday),
    ];

    private static Meaning? Ago(Scan scan, ref int at)
    {
        var next = at;
        var hedged = scan.Words.Hedges.Read(scan.Pieces, ref next, out var mod);
        if (!Lengths.Read(scan, ref next, out var length) || !scan.Any(ref next, "ago"))
        {
            return UnitAgo(scan, ref at);
        }

        at = next;
        return new Meaning(TimexType.Date, context => Distance.FromPublished(context, length, -1, hedged) with { Mod = Modifier.OfPoint(mod ?? "", -1) });
    }

    // "the year-ago quarter", "in the year-earlier period".
    private static Meaning? UnitAgo(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Unit(ref next, out var unit) || unit.Many || unit.Unit is null or < Granularity.Week || !scan.Dash(ref next) || !scan.Any(ref next, "ago", "earlier"))
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context => Distance.FromPublished(context, new Length(new Amount(1), unit.Unit, unit.Count, false), -1, hedged: false));
    }

    // "two weeks from now", and "in two weeks" where the verb looks ahead; else "in two weeks" is a length.
    private static Meaning? FromNow(Scan scan, ref int at)
    {
        var next = at;
        var hedged = scan.Words.Hedges.Read(scan.Pieces, ref next, out var mod);
        if (!Lengths.Read(scan, ref next, out var length))
        {
            return null;
        }

        var certain = scan.All(ref next, "from", "now") || scan.All(ref next, "from", "today") || scan.Any(ref next, "hence") || scan.All(ref next, "'", "time");
        if (!certain && (scan.Lower(at - 1) != "in" || scan.Lower(next) is "of" or "a" or "-"))
        {
            return null;
        }

        var ranked = !certain && (Modifier.OfLength(mod ?? "") == "MORE_THAN" || IsRanked(scan, at - 2));
        at = next;
        return new Meaning(TimexType.Date, context => certain || !ranked && context.Tense() == Direction.Future
            ? Distance.FromPublished(context, length, 1, hedged) with { Mod = Modifier.OfPoint(mod ?? "", 1) }
            : Lengths.Duration(length) with { Mod = Modifier.OfLength(mod ?? "") });
    }

    // "its sixth title in over 15 years", "the worst flood in ten years": what is ranked is ranked within a length.
    private static bool IsRanked(Scan scan, int at)
    {
        const int Reach = 6;
        for (var i = at; i >= 0 && at - i < Reach && scan.TokenOf(i) is { Upos: Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM } word && !scan.Words.AheadWithDate.Contains(word.Lower); i--)
        {
            if (word.Xpos == "JJS" || scan.Words.Ordinals.ContainsKey(word.Lower))
            {
                return true;
            }
        }

        return false;
    }

    // "two days before Christmas last year", "a week after Easter".
    private static Meaning? FromHoliday(Scan scan, ref int at)
    {
        var next = at;
        if (!Lengths.Read(scan, ref next, out var length) || length.Unit is not (Granularity.Day or Granularity.Week) || length.Amount.Value is not { } value || value > 400)
        {
            return null;
        }

        var sign = scan.Any(ref next, "before") ? -1 : scan.Any(ref next, "after") ? 1 : 0;
        if (sign == 0 || RuleSet.Longest(Days.All, scan, ref next) is not { Rule.Name: "holiday" or "holiday-year" } holiday)
        {
            return null;
        }

        at = next;
        var days = sign * (int)(value * length.Count * (length.Unit == Granularity.Week ? 7 : 1));
        return new Meaning(TimexType.Date, context => holiday.Meaning.Resolve(context) is { Period: { } period } resolved
            ? Resolved.Of(Period.Day(period.First.PlusDays(days)), resolved.Anchor)
            : Resolved.Open("XXXX-XX-XX", Granularity.Day, context.Published is null ? Why.NoPublicationDate : Why.HolidayNotComputed));
    }

    // "two weeks later", "a day earlier", "three days before", "the year before": counted from the last date that the text named.
    private static Meaning? LaterInText(Scan scan, ref int at)
    {
        var next = at;
        var hedged = scan.Words.Hedges.Read(scan.Pieces, ref next, out var mod);
        Length length;
        if (scan.Any(ref next, "the") && scan.Unit(ref next, out var unit) && !unit.Many && unit.Unit is { } single)
        {
            length = new Length(new Amount(1), single, unit.Count, false);
            if (!scan.Any(ref next, "before", "after", "earlier"))
            {
                return null;
            }
        }
        else if (!Lengths.Read(scan, ref next, out length) || !scan.Any(ref next, "later", "earlier", "before", "after", "afterward", "afterwards", "prior"))
        {
            return null;
        }

        // "two days after the attack" is a length: what follows says from when.
        var word = scan.Lower(next - 1);
        if (word is "before" or "after" && next < scan.Count && scan.Lower(next) is not ("," or "." or ";" or ")" or ":" or "and" or "-" or "\"" or "”")
            || scan.Lower(next) is "than" || word == "prior" && scan.Lower(next) == "to")
        {
            return null;
        }

        at = next;
        var sign = word is "later" or "after" or "afterward" or "afterwards" ? 1 : -1;
        return new Meaning(TimexType.Date, context =>
        {
            var resolved = Distance.FromText(context, length, sign, hedged);
            return resolved with { Mod = resolved.Timex is ['P', not 'A', ..] ? Modifier.OfLength(mod ?? "") : Modifier.OfPoint(mod ?? "", sign) };
        });
    }

    // "the past three years", "the next six months", "the last year": a length that ends or begins on the day of publication.
    private static Meaning? PastOrNext(Scan scan, ref int at)
    {
        var next = at;
        scan.Skip(ref next, "the", "these", "its", "his", "her", "their");
        if (scan.Lower(next) == "last" && (next == at && scan.Lower(next + 1) is "a" or "an" or "another" || scan.TokenOf(next)?.Upos == Upos.VERB))
        {
            return null;
        }

        var past = scan.Any(ref next, "past", "last", "previous", "preceding");
        if (!past && !scan.Any(ref next, "next", "coming", "following") || next - at == 1 && scan.Lower(at) == "following")
        {
            return null;
        }

        var hedged = scan.Words.Hedges.Read(scan.Pieces, ref next, out _);
        Length length;
        if (!Lengths.Read(scan, ref next, out length))
        {
            // One unit, only with "past" or "the last": "last year" is a year of the calendar, "the previous year" one of the text.
            if (!past || hedged || scan.Lower(next - 1) is not ("past" or "last") || !scan.Unit(ref next, out var unit) || unit.Many || unit.Unit is Granularity.Weekend or Granularity.Quarter || scan.Lower(at) == "last")
            {
                return null;
            }

            length = new Length(new Amount(1), unit.Unit, unit.Count, false);
        }

        at = next;
        return new Meaning(TimexType.Duration, context =>
        {
            var resolved = Lengths.Duration(length);
            if (context.Published is not { } day || length.Amount.Value is not { } amount || length.Unit is not { } unit)
            {
                return resolved;
            }

            var sign = past ? -1 : 1;
            var end = unit < Granularity.Day || length.Amount.Whole is not { } whole
                ? day.PlusDays(sign * (int)Math.Ceiling(Math.Min(amount, 10_000) * (unit == Granularity.Year ? 365 : unit == Granularity.Month ? 31 : 1)))
                : Period.Shift(day, unit, sign * whole * length.Count);
            return resolved.Between(LocalDate.Min(day, end), LocalDate.Max(day, end)) with { Anchor = TimeAnchor.Published, Edtf = null };
        });
    }

    // "the first", "the second", "the last", of which several are.
    private static bool Rank(Scan scan, ref int at, out int rank, out bool last)
    {
        rank = 1;
        scan.Skip(ref at, "the");
        last = scan.Any(ref at, "last", "final");
        return last || scan.Ordinal(ref at, out rank);
    }

    // "the first week of January", "the last day of the month", "the second weekend of May".
    private static Meaning? NthUnitOfPeriod(Scan scan, ref int at)
    {
        var next = at;
        if (!Rank(scan, ref next, out var n, out var last) || !scan.Unit(ref next, out var word) || word.Many || word.Unit is not (Granularity.Day or Granularity.Week or Granularity.Month)
            || !scan.Any(ref next, "of", "in") || n > 31 || Parts.Whole(scan, ref next) is not { } whole)
        {
            return null;
        }

        at = next;
        var unit = word.Unit.Value;
        return new Meaning(TimexType.Date, context =>
        {
            if (whole.Resolve(context) is not { Period: { } of } outer || of.Unit <= unit)
            {
                return Resolved.Open(null, unit, Why.NotInCalendar);
            }

            var first = last ? Period.Shift(of.Last.PlusDays(1), unit, -1) : Period.Shift(of.First, unit, n - 1);
            return unit == Granularity.Week
                ? outer.Between(first, first.PlusDays(6)) with { Period = null, Granularity = unit }
                : Resolved.Of(Period.Of(unit, first), outer.Anchor);
        });
    }

    // "the first Monday of July", "the last Friday in May 2019", "the second Tuesday of next month".
    private static Meaning? NthWeekday(Scan scan, ref int at)
    {
        var next = at;
        if (!Rank(scan, ref next, out var n, out var last) || n > 5 || !scan.Weekday(ref next, out var weekday, out _) || !scan.Any(ref next, "of", "in") || Parts.Whole(scan, ref next) is not { } whole)
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context =>
        {
            if (whole.Resolve(context) is not { Period: { Unit: Granularity.Month or Granularity.Year } of } outer)
            {
                return Resolved.Open(FormattableString.Invariant($"XXXX-WXX-{weekday}"), Granularity.Day, Why.NotInCalendar);
            }

            var day = last ? Calendar.OnOrBefore(of.Last, (IsoDayOfWeek)weekday) : Calendar.OnOrAfter(of.First, (IsoDayOfWeek)weekday).PlusWeeks(n - 1);
            return of.Holds(day) ? Resolved.Of(Period.Day(day), outer.Anchor) : Resolved.Open(null, Granularity.Day, Why.NotInCalendar);
        });
    }

    // "the first three months of 2025", "the last two weeks of May".
    private static Meaning? UnitsOfPeriod(Scan scan, ref int at)
    {
        var next = at;
        scan.Skip(ref next, "the");
        var first = scan.Any(ref next, "first", "opening");
        if (!first && !scan.Any(ref next, "last", "final") || !Lengths.Read(scan, ref next, out var length) || length.Unit is not { } unit || length.Amount.Whole is not { } whole
            || !scan.Any(ref next, "of", "in"))
        {
            return null;
        }

        if (Parts.Whole(scan, ref next) is not { } period)
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Duration, context =>
        {
            var resolved = Lengths.Duration(length);
            if (period.Resolve(context) is not { Period: { } of } outer)
            {
                return resolved;
            }

            var count = whole * length.Count;
            var (from, to) = first
                ? (of.First, Period.Shift(of.First, unit, count).PlusDays(-1))
                : (Period.Shift(of.Last.PlusDays(1), unit, -count), of.Last);
            return resolved.Between(from, to) with { Anchor = outer.Anchor };
        });
    }
}
