using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace OnRecord.Times.Rules;

/// <summary>Days that are named by a word: yesterday, Monday, Christmas.</summary>
internal static class Days
{
    public static readonly TimeRule[] All =
    [
        new("word-of-time", Word),
        new("weekday", Weekday, [.. TimeRule.ByTense, Variants.Open]),
        new("weekday-last-or-next", ShiftedWeekday),
        new("weekday-of-week", WeekdayOfWeek),
        new("holiday", Holiday, TimeRule.ByTense),
        new("holiday-year", HolidayInYear),
        new("holiday-weekend", HolidayWeekend),
    ];

    private static Meaning? Word(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Words.Fixed.Read(scan.Pieces, ref next, out var word) || !scan.StartsWord(at))
        {
            return null;
        }

        // "US-China", "now-defunct": a word inside a compound tells no time.
        if (scan.Lower(next) == "-" && scan.Tight(next) && word.Kind == "ref" || word.Kind != "date" && scan.IsNumber(next - 1))
        {
            return null;
        }

        if (word.Kind == "ref" && !IsAlone(scan, next))
        {
            return null;
        }

        at = next;
        return word.Kind switch
        {
            "day" => Meaning.FromPublished(Granularity.Day, null, day => Period.Day(day.PlusDays(int.Parse(word.Value, CultureInfo.InvariantCulture)))),
            "part" => PartOfDay(word.Value),
            "date" => Meaning.Absolute(Period.Day(LocalDatePattern.Iso.Parse(word.Value).Value)),
            _ => new Meaning(TimexType.Date, context => Reference(word.Value, context)),
        };
    }

    // "the past" in "the past decade" and "soon" in "soon became" say something else.
    private static bool IsAlone(Scan scan, int next)
    {
        var after = scan.TokenOf(next);
        return scan.Lower(next - 1) switch
        {
            "past" or "future" or "present" => !scan.IsNumber(next) && after?.Upos is not (Upos.NOUN or Upos.ADJ or Upos.NUM or Upos.PROPN)
                && !scan.Words.Units.ContainsKey(scan.Lower(next)) && scan.Lower(next) is not ("few" or "several" or "couple" or "-"),
            "soon" => after?.Xpos is not ("VBD" or "VBN") && scan.Lower(next) is not ("after" or "afterwards" or "afterward" or "as" or "thereafter"),
            _ => true,
        };
    }

    private static Meaning PartOfDay(string value)
    {
        var parts = value.Split(' ');
        var days = int.Parse(parts[0], CultureInfo.InvariantCulture);
        return TimesOfDay.InPart(Meaning.FromPublished(Granularity.Day, null, day => Period.Day(day.PlusDays(days))), parts[1]);
    }

    /// <summary>PAST_REF, PRESENT_REF and FUTURE_REF: open on the far side, and bounded by the day of publication where it is known.</summary>
    public static Resolved Reference(string value, TimeContext context)
    {
        var resolved = Resolved.Value(value, Granularity.Unspecified) with { Anchor = context.Published is null ? TimeAnchor.None : TimeAnchor.Published };
        return value switch
        {
            _ when context.Published is null => resolved,
            "PAST_REF" => resolved.Between(null, context.Published),
            "FUTURE_REF" => resolved.Between(context.Published, null),
            _ => resolved.Between(context.Published, context.Published),
        };
    }

    private static Meaning? Weekday(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Weekday(ref next, out var weekday, out var abbreviated) || abbreviated || !scan.IsCapital(at))
        {
            return null;
        }

        // "Friday's ruling": the verb that governs the ruling says nothing of its day.
        var owned = scan.Lower(next) == "'" && scan.Lower(next + 1) == "s" && scan.Tight(next);
        at = next;
        return new Meaning(TimexType.Date, context => OnWeekday(context, (IsoDayOfWeek)weekday, owned));
    }

    /// <summary>
    /// The custom of news agencies: with a verb of the past the last such day, the day of publication included; with one of
    /// the future the coming one, that day included. Where the verb tells nothing, only the day of publication itself is certain.
    /// </summary>
    private static Resolved OnWeekday(TimeContext context, IsoDayOfWeek weekday, bool owned)
    {
        var unanchored = FormattableString.Invariant($"XXXX-WXX-{(int)weekday}");
        if (context.Published is not { } published)
        {
            return Resolved.Open(unanchored, Granularity.Day, Why.NoPublicationDate);
        }

        var (before, after) = (Calendar.OnOrBefore(published, weekday), Calendar.OnOrAfter(published, weekday));
        return context.Tense() switch
        {
            _ when before == after => Resolved.Of(Period.Day(before), TimeAnchor.Published, Variants.Nearest),
            Direction.Past => Resolved.Of(Period.Day(before), TimeAnchor.Published, Variants.Past),
            _ when owned => Resolved.Of(Period.Day(NodaTime.Period.DaysBetween(before, published) <= NodaTime.Period.DaysBetween(published, after) ? before : after), TimeAnchor.Published, Variants.Nearest),
            Direction.Future => Resolved.Of(Period.Day(after), TimeAnchor.Published, Variants.Future),
            _ => Resolved.Open(unanchored, Granularity.Day, Why.AmbiguousWeekday).OneOf(before, after)
                with
            { Anchor = TimeAnchor.Published, Variant = Variants.Open },
        };
    }

    // "last Monday" is the one before the day of publication, "next Monday" the one after it. Where "next" can also mean
    // "of next week" and the two differ, both stay possible.
    private static Meaning? ShiftedWeekday(Scan scan, ref int at)
    {
        var next = at;
        scan.Skip(ref next, "the");
        var which = scan.Lower(next);
        if (!scan.Any(ref next, "last", "next", "this", "past", "coming") && !(next == at && scan.Any(ref next, "previous")))
        {
            return null;
        }

        if (which == "this" && scan.Any(ref next, "past", "coming"))
        {
            which = scan.Lower(next - 1);
        }

        if (!scan.Weekday(ref next, out var weekday, out var abbreviated) || abbreviated)
        {
            return null;
        }

        // "the next Tuesday" is counted from the text.
        if (which == "next" && scan.Lower(at) == "the")
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context => Shifted(context, which, (IsoDayOfWeek)weekday));
    }

    private static Resolved Shifted(TimeContext context, string which, IsoDayOfWeek weekday)
    {
        var unanchored = FormattableString.Invariant($"XXXX-WXX-{(int)weekday}");
        if (context.Published is not { } published)
        {
            return Resolved.Open(unanchored, Granularity.Day, Why.NoPublicationDate);
        }

        var coming = Calendar.OnOrAfter(published.PlusDays(1), weekday);
        var ofNextWeek = Calendar.OnOrAfter(Calendar.Monday(published).PlusWeeks(1), weekday);
        return which switch
        {
            "last" or "past" or "previous" => Resolved.Of(Period.Day(Calendar.OnOrBefore(published.PlusDays(-1), weekday)), TimeAnchor.Published),
            "this" => Resolved.Of(Period.Day(Calendar.OnOrAfter(Calendar.Monday(published), weekday)), TimeAnchor.Published),
            "next" when coming != ofNextWeek => Resolved.Open(unanchored, Granularity.Day, Why.AmbiguousWeekday).OneOf(coming, ofNextWeek)
                with
            { Anchor = TimeAnchor.Published },
            _ => Resolved.Of(Period.Day(coming), TimeAnchor.Published),
        };
    }

    // "Monday of last week", "Tuesday next week", "Friday this week".
    private static Meaning? WeekdayOfWeek(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Weekday(ref next, out var weekday, out _))
        {
            return null;
        }

        scan.Skip(ref next, "of");
        scan.Skip(ref next, "the");
        var weeks = scan.Any(ref next, "last", "past") ? -1 : scan.Any(ref next, "next", "coming") ? 1 : scan.Any(ref next, "this") ? 0 : 2;
        if (weeks == 2 || !scan.Any(ref next, "week"))
        {
            return null;
        }

        at = next;
        return Meaning.FromPublished(Granularity.Day, FormattableString.Invariant($"XXXX-WXX-{weekday}"), published =>
            Period.Day(Calendar.Monday(published).PlusWeeks(weeks).PlusDays(weekday - 1)));
    }

    private static Meaning? Holiday(Scan scan, ref int at)
    {
        var next = at;
        if (!ReadHoliday(scan, ref next, out var rule))
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context => rule.In(2000) is null
            ? Resolved.Open(null, Granularity.Day, Why.HolidayNotComputed)
            : Recurring.Resolve(context, Granularity.Day, "XXXX-XX-XX", Recurring.Near, year => InYear(rule, year)));
    }

    // "last Christmas", "next Thanksgiving", "Christmas 2019", "Easter of that year".
    private static Meaning? HolidayInYear(Scan scan, ref int at)
    {
        var next = at;
        var last = scan.Any(ref next, "last");
        var coming = !last && scan.Any(ref next, "next");
        if (!ReadHoliday(scan, ref next, out var rule))
        {
            return null;
        }

        var year = last || coming ? null : YearWords.Read(scan, ref next);
        if (year is null && !last && !coming)
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context =>
        {
            if (rule.In(2000) is null)
            {
                return Resolved.Open(null, Granularity.Day, Why.HolidayNotComputed);
            }

            if (year is not null)
            {
                return year.Resolve(context, Granularity.Day, "XXXX-XX-XX", known => InYear(rule, known)!.Value);
            }

            // One direction only: "last Christmas" is never the coming one, however near.
            var oneWay = context with { Tense = () => last ? Direction.Past : Direction.Future };
            return Recurring.Resolve(oneWay, Granularity.Day, "XXXX-XX-XX", 0, known => InYear(rule, known));
        });
    }

    // "over Thanksgiving weekend", "last Easter weekend", "the Labor Day holiday weekend": Saturday and Sunday, with the days from or to the holiday.
    private static Meaning? HolidayWeekend(Scan scan, ref int at)
    {
        var next = at;
        if ((HolidayInYear(scan, ref next) ?? Holiday(scan, ref next)) is not { } holiday)
        {
            return null;
        }

        scan.Skip(ref next, "holiday");
        if (!scan.Any(ref next, "weekend"))
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context =>
        {
            var resolved = holiday.Resolve(context);
            if (resolved.Period is not { First: var day })
            {
                return resolved;
            }

            var weekend = Period.Weekend(day.DayOfWeek is IsoDayOfWeek.Monday or IsoDayOfWeek.Tuesday ? day.PlusWeeks(-1) : day);
            return Resolved.Of(weekend, resolved.Anchor).Between(LocalDate.Min(day, weekend.First), LocalDate.Max(day, weekend.Last));
        });
    }

    private static bool ReadHoliday(Scan scan, ref int at, out HolidayRule rule)
    {
        var next = at;
        scan.Skip(ref next, "the");
        if (!scan.Words.Holidays.Read(scan.Pieces, ref at, out rule) && !(scan.IsCapital(next) && scan.Words.Holidays.Read(scan.Pieces, ref next, out rule) && (at = next) > 0))
        {
            return false;
        }

        return scan.IsCapital(at - 1) || scan.Lower(at - 1) is "day" or "eve" or "night" or "s" or "year";
    }

    private static Period? InYear(HolidayRule rule, int year) => rule.In(year) is { } day ? Period.Day(day) : null;
}
