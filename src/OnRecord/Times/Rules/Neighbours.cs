using NodaTime;

namespace OnRecord.Times.Rules;

/// <summary>Periods counted from the day of publication by a word: last week, this year, next spring.</summary>
internal static class Neighbours
{
    public static readonly TimeRule[] All =
    [
        new("unit-last-this-next", Unit),
        new("unit-after-next", AfterNext),
        new("month-last-this-next", Month),
        new("season-last-this-next", Season),
        new("the-weekend", TheWeekend, TimeRule.ByTense),
        new("recent-or-coming-units", VagueUnits),
    ];

    // "last week", "the past year", "this month", "the current quarter", "the coming decade", "next weekend".
    private static Meaning? Unit(Scan scan, ref int at)
    {
        var next = at;
        var article = scan.Any(ref next, "the");
        if (Step(scan, ref next, article) is not { } step || !scan.Unit(ref next, out var word) || word.Many || word.Count != 1 || word.Unit is not { } unit)
        {
            return null;
        }

        if (unit is Granularity.Hour or Granularity.Minute || unit == Granularity.Day && step == 0 && scan.Lower(next) == "-")
        {
            return null;
        }

        // "the last year", "the past decade" are lengths that end now; "the next day" is counted from the text.
        var which = scan.Lower(next - 2);
        if (article && which is "next" or "last" || which == "past" && unit != Granularity.Weekend && scan.Lower(at) != "this")
        {
            return null;
        }

        at = next;
        if (unit == Granularity.Weekend && step == 0)
        {
            return new Meaning(TimexType.Date, ThisWeekend);
        }

        return Meaning.FromPublished(unit, null, day => Period.Of(unit, day).Plus(step));
    }

    // "the week after next", "the month before last".
    private static Meaning? AfterNext(Scan scan, ref int at)
    {
        var next = at;
        scan.Skip(ref next, "the");
        if (!scan.Unit(ref next, out var word) || word.Many || word.Count != 1 || word.Unit is not { } unit || unit < Granularity.Day)
        {
            return null;
        }

        var step = scan.All(ref next, "after", "next") ? 2 : scan.All(ref next, "before", "last") ? -2 : 0;
        if (step == 0 || scan.TokenOf(next)?.Upos is Upos.NOUN or Upos.PROPN)
        {
            return null;
        }

        at = next;
        return Meaning.FromPublished(unit, null, day => Period.Of(unit, day).Plus(step));
    }

    // With a verb of the past, and before Saturday, it is the weekend that has just been.
    private static Resolved ThisWeekend(TimeContext context)
    {
        if (context.Published is not { } day)
        {
            return Resolved.Open("XXXX-WXX-WE", Granularity.Weekend, Why.NoPublicationDate);
        }

        var weekend = Period.Weekend(day);
        return Resolved.Of(weekend.First > day && context.Tense() == Direction.Past ? weekend.Plus(-1) : weekend, TimeAnchor.Published);
    }

    private static int? Step(Scan scan, ref int at, bool article)
    {
        if (scan.Any(ref at, "last", "past"))
        {
            return -1;
        }

        if (scan.Any(ref at, "next") || scan.Any(ref at, "coming") && article)
        {
            return 1;
        }

        if (scan.Any(ref at, "current") && article)
        {
            return 0;
        }

        if (!article && scan.Any(ref at, "this"))
        {
            return scan.Any(ref at, "past", "last") ? -1 : scan.Any(ref at, "coming", "next") ? 1 : 0;
        }

        return null;
    }

    // "last October", "this May", "next March": the nearest before or after the month of publication, or that month itself.
    private static Meaning? Month(Scan scan, ref int at)
    {
        var next = at;
        scan.Skip(ref next, "the");
        if (Step(scan, ref next, next > at) is not { } step || !scan.Month(ref next, out var month, out _) || scan.IsNumber(next))
        {
            return null;
        }

        at = next;
        return Meaning.FromPublished(Granularity.Month, FormattableString.Invariant($"XXXX-{month:D2}"), day => step switch
        {
            < 0 => Period.Month(month < day.Month ? day.Year : day.Year - 1, month),
            > 0 => Period.Month(month > day.Month ? day.Year : day.Year + 1, month),
            _ => Period.Month(day.Year, month),
        });
    }

    private static Meaning? Season(Scan scan, ref int at)
    {
        var next = at;
        scan.Skip(ref next, "the");
        if (Step(scan, ref next, next > at) is not { } step || !scan.Season(ref next, out var season))
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context => context.Published is { } day
            ? Seasons.Resolve(context, half => Resolved.Of(SeasonFrom(day, season, step, half), TimeAnchor.Published))
            : Resolved.Open(null, Granularity.Season, Why.NoPublicationDate));
    }

    private static Period SeasonFrom(LocalDate day, int season, int step, Hemisphere half)
    {
        // January lies in the winter, in the south the summer, that began the year before.
        var year = half.OverNewYear(season) && day.Month < 3 ? day.Year - 1 : day.Year;
        var ofYear = half.Season(year, season);
        return step switch
        {
            < 0 => ofYear.Last < day ? ofYear : half.Season(year - 1, season),
            > 0 => ofYear.First > day ? ofYear : half.Season(year + 1, season),
            _ => ofYear,
        };
    }

    private static Meaning? TheWeekend(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.All(ref next, "the", "weekend") || scan.Lower(next) == "of")
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context =>
        {
            if (context.Published is not { } day)
            {
                return Resolved.Open("XXXX-WXX-WE", Granularity.Weekend, Why.NoPublicationDate);
            }

            var ofWeek = Period.Weekend(day);
            var (period, variant) = context.Choose(ofWeek.First <= day ? ofWeek : ofWeek.Plus(-1), ofWeek, day, 0);
            return Resolved.Of(period, TimeAnchor.Published, variant);
        });
    }

    // "in recent weeks", "the coming months", "past years": known to be before or after, and no more.
    private static Meaning? VagueUnits(Scan scan, ref int at)
    {
        var next = at;
        scan.Skip(ref next, "the", "these");
        scan.Skip(ref next, "most", "more", "very");
        var past = scan.Any(ref next, "recent", "past", "previous", "last", "earlier");
        if (!past && !scan.Any(ref next, "coming", "future", "upcoming", "next"))
        {
            return null;
        }

        if (!scan.Unit(ref next, out var unit) || !unit.Many)
        {
            return null;
        }

        at = next;
        return new Meaning(TimexType.Date, context => Days.Reference(past ? "PAST_REF" : "FUTURE_REF", context));
    }
}
