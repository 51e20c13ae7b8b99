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
        new("month-day-of-range", MonthDayOfRange),
        new("month-day", MonthDay, TimeRule.ByTense),
        new("day-range", DayRange, TimeRule.ByTense),
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
        SkipWeekday(scan, ref next);
        if (!ReadMonthDay(scan, ref next, out var month, out var day) || YearWords.Read(scan, ref next) is not { } year)
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context =>
            year.Resolve(context, Granularity.Day, Unanchored(month, day), known => Period.Day(new LocalDate(known, month, day))));
    }

    private static Meaning? MonthDay(Scan scan, ref int at)
    {
        var next = at;
        SkipWeekday(scan, ref next);
        if (!ReadMonthDay(scan, ref next, out var month, out var day))
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context =>
            Recurring.Resolve(context, Granularity.Day, Unanchored(month, day), Recurring.Near, year => Recurring.Day(year, month, day)));
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

    // "from [Aug. 30] to Sept. 2, 2023", "between [March 3] and April 5 last year": the year that stands behind the end is the beginning's too.
    private static Meaning? MonthDayOfRange(Scan scan, ref int at)
    {
        var next = at;
        SkipWeekday(scan, ref next);
        if (!ReadMonthDay(scan, ref next, out var month, out var day))
        {
            return null;
        }

        var ahead = next;
        if (!Joins(scan, ref ahead))
        {
            return null;
        }

        SkipWeekday(scan, ref ahead);
        if (!ReadMonthDay(scan, ref ahead, out var lastMonth, out _) || YearWords.Read(scan, ref ahead) is not { } year)
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context =>
            year.Resolve(context, Granularity.Day, Unanchored(month, day), known => Period.Day(new LocalDate(month > lastMonth ? known - 1 : known, month, day))));
    }

    // "May 3–5, 2025", "May 3 to 5", "from 3 to 5 May", "3-5 May", "May 30–June 2".
    private static Meaning? DayRange(Scan scan, ref int at)
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
            var end = year?.Resolve(context, Granularity.Day, Unanchored(last.Month, last.Day), known => Period.Day(new LocalDate(known, last.Month, last.Day)))
                ?? Recurring.Resolve(context, Granularity.Day, Unanchored(last.Month, last.Day), Recurring.Near, known => Recurring.Day(known, last.Month, last.Day));
            if (end.Latest is not { } to)
            {
                return end with { Timex = $"{Unanchored(first.Month, first.Day)}/{Unanchored(last.Month, last.Day)}" };
            }

            var from = new LocalDate(first.Month > last.Month ? to.Year - 1 : to.Year, first.Month, first.Day);
            return (end with { Timex = Period.Range(from, to), Period = null }).Between(from, to);
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

    /// <summary>Reads "January 6", "Jan. 6th", "6 January", "the 6th of January", "the sixth of January".</summary>
    private static bool ReadMonthDay(Scan scan, ref int at, out int month, out int day)
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

    private static bool ReadDay(Scan scan, ref int at, out int day)
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

    private static bool ReadRange(Scan scan, ref int at, out (int Month, int Day) first, out (int Month, int Day) last)
    {
        var next = at;
        first = last = default;
        if (ReadMonthDay(scan, ref next, out var month, out var from) && Joins(scan, ref next))
        {
            var joint = scan.Lower(next - 1);
            var to = next;
            if (joint == "-" && ReadMonthDay(scan, ref to, out var endMonth, out var end)
                || (endMonth = month) > 0 && ReadDay(scan, ref to, out end) && joint != "and" && joint != "or" && end > from && !scan.Words.Months.ContainsKey(scan.Lower(to)))
            {
                (first, last, at) = ((month, from), (endMonth, end), to);
                return true;
            }
        }

        next = at;
        if (ReadDay(scan, ref next, out from) && Joins(scan, ref next) && ReadDay(scan, ref next, out var day) && from < day)
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

    // "Monday, Aug. 25": the weekday says nothing that the date does not say.
    private static void SkipWeekday(Scan scan, ref int at)
    {
        var next = at;
        if (scan.Weekday(ref next, out _, out _))
        {
            scan.Skip(ref next, ",");
            scan.Skip(ref next, "the");
            at = next;
        }
    }

    private static LocalDate? Valid(int year, int month, int day) =>
        year is > 0 and < 10_000 && month is > 0 and < 13 && day > 0 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    private static string Unanchored(int month, int day) => $"XXXX-{month:D2}-{day:D2}";
}
