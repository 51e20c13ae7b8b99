using NodaTime;

namespace OnRecord.Times.Rules;

/// <summary>Days that are named by their number.</summary>
internal static class Dates
{
    public static readonly TimeRule[] All =
    [
        new("iso-date", IsoDate),
        new("numeric-date", NumericDate),
        new("month-day-year", MonthDayYear),
        new("day-with-dashes", DayWithDashes),
        new("day-of-near-month", DayOfNearMonth),
        new("month-day-of-range", DayRanges.MonthDayOfRange),
        new("month-day", MonthDay, TimeRule.ByTense),
        new("day-range", DayRanges.DayRange, TimeRule.ByTense),
        new("day-of-month", DayOfMonth, TimeRule.ByTense),
        new("day-of-same-month", SameMonth),
    ];

    private static Meaning? IsoDate(Scan scan, ref int at)
    {
        if (!scan.StartsWord(at) || !scan.Digits(at, 4, 4, out var year) || scan.Lower(at + 1) is not ("-" or "/" or ".") || scan.Lower(at + 3) != scan.Lower(at + 1)
            || !scan.Digits(at + 2, 1, 2, out var month) || !scan.Digits(at + 4, 1, 2, out var day)
            || !scan.Tight(at + 1) || !scan.Tight(at + 2) || !scan.Tight(at + 3) || !scan.Tight(at + 4) || year == 0)
        {
            return null;
        }

        if (Valid(year, month, day) is not { } date)
        {
            return null;
        }

        at += 5;
        return Meaning.Absolute(Period.Day(date));
    }

    // 1/6/2025 is 6 January to some and 1 June to others: it is decided only where one of the numbers cannot be a month.
    private static Meaning? NumericDate(Scan scan, ref int at)
    {
        var mark = scan.Lower(at + 1);
        if (!scan.StartsWord(at) || mark is not ("/" or "." or "-") || scan.Lower(at + 3) != mark
            || !scan.Digits(at, 1, 2, out var first) || !scan.Digits(at + 2, 1, 2, out var second)
            || !scan.Tight(at + 1) || !scan.Tight(at + 2) || !scan.Tight(at + 3) || !scan.Tight(at + 4)
            || (scan.Tight(at + 5) && scan.Lower(at + 5) == mark && scan.Tight(at + 6)))
        {
            return null;
        }

        if (!scan.Digits(at + 4, 4, 4, out var year))
        {
            if (mark == "." || !scan.Digits(at + 4, 2, 2, out year))
            {
                return null;
            }

            year += year < 50 ? 2000 : 1900;
        }

        var monthFirst = mark == "." ? null : Valid(year, first, second);
        var dayFirst = Valid(year, second, first);
        if (year == 0 || (monthFirst ?? dayFirst) is not { } decided)
        {
            return null;
        }

        at += 5;
        if (monthFirst is not { } one || dayFirst is not { } other || one == other)
        {
            return Meaning.Absolute(Period.Day(decided));
        }

        return new Meaning(TimexType.Date, _ => Resolved.Open($"{year:D4}-XX-XX", Granularity.Day, Why.AmbiguousDayMonth)
            .OneOf(LocalDate.Min(one, other), LocalDate.Max(one, other)));
    }

    private static Meaning? MonthDayYear(Scan scan, ref int at)
    {
        var next = at;
        MonthDays.SkipWeekday(scan, ref next);
        if (!MonthDays.Read(scan, ref next, out var month, out var day) || YearWords.Read(scan, ref next) is not { } year)
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context =>
            year.Resolve(context, Granularity.Day, MonthDays.Unanchored(month, day), known => Period.Day(new LocalDate(known, month, day))));
    }

    private static Meaning? MonthDay(Scan scan, ref int at)
    {
        var next = at;
        MonthDays.SkipWeekday(scan, ref next);
        if (!MonthDays.Read(scan, ref next, out var month, out var day))
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context =>
            Recurring.Resolve(context, Granularity.Day, MonthDays.Unanchored(month, day), Recurring.Near, year => Recurring.Day(year, month, day)));
    }

    // "19-Nov-12", "3-Mar-1990", "Jun-18-2020".
    private static Meaning? DayWithDashes(Scan scan, ref int at)
    {
        if (!scan.StartsWord(at) || scan.Lower(at + 1) != "-" || scan.Lower(at + 3) != "-" || !scan.Tight(at + 1) || !scan.Tight(at + 2) || !scan.Tight(at + 3) || !scan.Tight(at + 4)
            || !scan.Digits(at + 4, 2, 4, out var year) || scan.Pieces[at + 4].Lower.Length == 3 || scan.Tight(at + 5) && scan.Lower(at + 5) == "-")
        {
            return null;
        }

        year += scan.Pieces[at + 4].Lower.Length == 4 ? 0 : year < 50 ? 2000 : 1900;
        var dayFirst = scan.Digits(at, 1, 2, out var day);
        if (!dayFirst && !scan.Digits(at + 2, 1, 2, out day) || !scan.Words.Months.TryGetValue(scan.Lower(dayFirst ? at + 2 : at), out var month) || Valid(year, month, day) is not { } date)
        {
            return null;
        }

        at += 5;
        return Meaning.Absolute(Period.Day(date));
    }

    // "the 1st of last month", "the fifteenth of this month".
    private static Meaning? DayOfNearMonth(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Any(ref next, "the") || !(scan.DayNumber(ref next, out var day, out var ordinal) && ordinal || scan.Ordinal(ref next, out day)) || day is < 1 or > 31 || !scan.Any(ref next, "of"))
        {
            return null;
        }

        var months = scan.Any(ref next, "last") ? -1 : scan.Any(ref next, "next") ? 1 : 0;
        if (months == 0 && !scan.Any(ref next, "this") || !scan.Any(ref next, "month"))
        {
            return null;
        }

        at = next;
        return Meaning.FromPublished(Granularity.Day, $"XXXX-XX-{day:D2}", published =>
        {
            var month = published.PlusMonths(months);
            return Period.Day(new LocalDate(month.Year, month.Month, day));
        });
    }

    // "on the 15th", where no month stands near.
    private static Meaning? DayOfMonth(Scan scan, ref int at)
    {
        var next = at;
        if (scan.Lower(at - 1) != "on" || !scan.Any(ref next, "the") || !scan.DayNumber(ref next, out var day, out var ordinal) || !ordinal
            || scan.IsWord(next) && scan.TokenOf(next)?.Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN or Upos.NUM)
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context =>
        {
            if (context.Published is not { } published)
            {
                return Resolved.Open($"XXXX-XX-{day:D2}", Granularity.Day, Why.NoPublicationDate);
            }

            var (before, after) = (MonthWith(day, published, -1), MonthWith(day, published, 1));
            var (period, variant) = context.Choose(before, after, published, 0);
            return Resolved.Of(period, TimeAnchor.Published, variant);
        });
    }

    // "April 24 and [25]", "May 3, [4] and [5]": further days of the month that was just named.
    private static Meaning? SameMonth(Scan scan, ref int at)
    {
        var next = at;
        if (scan.Lower(at - 1) is not ("and" or "or" or ",") || !IsListed(scan, at - 1) || !scan.DayNumber(ref next, out var day, out _)
            || scan.Tight(next) && scan.Lower(next) is ":" or "." or "," or "%" or "-" && scan.Tight(next + 1) && scan.IsNumber(next + 1)
            || scan.TokenOf(next)?.Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN or Upos.SYM or Upos.NUM || scan.Words.Months.ContainsKey(scan.Lower(next)))
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context => context.Earlier(Granularity.Day) is { Unit: Granularity.Day } earlier && Recurring.Day(earlier.First.Year, earlier.First.Month, day) is { } same
            ? Resolved.Of(same, TimeAnchor.Text)
            : Resolved.Open($"XXXX-XX-{day:D2}", Granularity.Day, Why.NoAnchorInText));
    }

    // Whether a day of a month, or another listed behind one, stands before the comma or "and".
    private static bool IsListed(Scan scan, int joint)
    {
        const int MostListed = 6;
        var at = joint;
        for (var i = 0; i < MostListed; i++)
        {
            at -= scan.Lower(at - 1) == "," ? 1 : 0;
            if (!scan.Digits(at - 1, 1, 2, out _))
            {
                return false;
            }

            if (scan.Words.Months.ContainsKey(scan.Lower(at - 2)) || scan.Lower(at - 2) == "." && scan.Words.Months.ContainsKey(scan.Lower(at - 3)))
            {
                return true;
            }

            if (scan.Lower(at - 2) is not ("," or "and"))
            {
                return false;
            }

            at -= 2;
        }

        return false;
    }

    private static Period MonthWith(int day, LocalDate published, int step)
    {
        var month = new LocalDate(published.Year, published.Month, 1);
        while (true)
        {
            // No month without a 31st is followed by another but July's neighbours, so this ends after two steps.
            if (Recurring.Day(month.Year, month.Month, day) is { } period && (step < 0 ? period.First <= published : period.First >= published))
            {
                return period;
            }

            month = month.PlusMonths(step);
        }
    }

    private static LocalDate? Valid(int year, int month, int day) =>
        year is > 0 and < 10_000 && month is > 0 and < 13 && day > 0 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
}
