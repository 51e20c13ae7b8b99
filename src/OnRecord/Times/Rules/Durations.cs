namespace OnRecord.Times.Rules;

/// <summary>Lengths of time.</summary>
internal static class Durations
{
    private const int MostParts = 4;

    public static readonly TimeRule[] All =
    [
        new("so-many-units", SoMany),
        new("unit-long", UnitLong),
        new("units-without-number", Bare),
        new("all-unit", AllUnit),
        new("time-taken", Taken),
    ];

    // "three days", "more than a decade", "two-day", "a 41-year career"; not "40-year-old", which is an age.
    private static Meaning? SoMany(Scan scan, ref int at)
    {
        var next = at;
        var hedged = scan.Words.Hedges.Read(scan.Pieces, ref next, out var mod);
        if (!Lengths.Read(scan, ref next, out var length) || length.Plural || IsAge(scan, next))
        {
            return null;
        }

        // "a day-long march" is read as "day-long".
        if (!hedged && scan.Lower(at) is "a" or "an" && scan.Lower(next) == "-" && scan.Tight(next))
        {
            return null;
        }

        // "three times a day" and "$50 a barrel a day" are rates; "a second chance" is no length.
        if (!hedged && scan.Lower(at) is "a" or "an" && (scan.TokenOf(next)?.Upos is Upos.NOUN or Upos.PROPN && !scan.Tight(next) || IsRate(scan, at)))
        {
            return null;
        }

        if (Compound(scan, ref next, length) is { } compound)
        {
            at = next;
            return compound with { Resolve = context => compound.Resolve(context) with { Mod = Modifier.OfLength(mod ?? "") } };
        }

        scan.Skip(ref next, "-");
        next = scan.Lower(next) == "long" && scan.Lower(next - 1) == "-" ? next + 1 : scan.Lower(next - 1) == "-" ? next - 1 : next;
        at = next;
        return new Meaning(TimexType.Duration, _ => Lengths.Duration(length) with { Mod = Modifier.OfLength(mod ?? "") });
    }

    // "two years and three months", "1 hour, 20 minutes": units that grow finer.
    private static Meaning? Compound(Scan scan, ref int at, Length first)
    {
        var (date, time) = Halves(first);
        var (last, count) = (first.Unit, 1);
        for (var next = at; count < MostParts && first.Amount.Value is not null; count++)
        {
            scan.Skip(ref next, ",");
            scan.Skip(ref next, "and");
            if (!Lengths.Read(scan, ref next, out var part) || part.Amount.Value is null || part.Unit >= last || last is null || IsAge(scan, next) || scan.Lower(next) is "ago" or "later" or "earlier" or "before")
            {
                break;
            }

            var (moreDate, moreTime) = Halves(part);
            (date, time, last, at) = (date + moreDate, time + moreTime, part.Unit, next);
        }

        return count == 1 ? null : new Meaning(TimexType.Duration, _ => Resolved.Value("P" + date + (time.Length > 0 ? "T" + time : ""), last ?? Granularity.Minute));
    }

    // The parts of a value before and behind its T, without the letters that introduce them.
    private static (string Date, string Time) Halves(Length length) =>
        length.Timex.StartsWith("PT", StringComparison.Ordinal) ? ("", length.Timex[2..]) : (length.Timex[1..], "");

    /// <summary>Whether a unit behind its article is one of a rate: "$5 a day", "twice a year".</summary>
    public static bool IsRate(Scan scan, int at) =>
        scan.TokenOf(at - 1)?.Upos is Upos.NOUN or Upos.NUM or Upos.SYM or Upos.PROPN || scan.Lower(at - 1) is "once" or "twice" or "times" or "percent" or "%";

    private static bool IsAge(Scan scan, int at)
    {
        var next = at;
        scan.Skip(ref next, "-");
        return scan.Lower(next) is "old" or "olds" || scan.All(ref next, "of", "age");
    }

    // "daylong", "day-long", "decades-long".
    private static Meaning? UnitLong(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Unit(ref next, out var unit))
        {
            var word = scan.Lower(at);
            if (!word.EndsWith("long", StringComparison.Ordinal) || !scan.Words.Units.TryGetValue(word[..^4], out unit))
            {
                return null;
            }

            next = at + 1;
        }
        else if (!scan.Dash(ref next) || !scan.Any(ref next, "long"))
        {
            return null;
        }

        at = next;
        var length = new Length(unit.Many ? default : new Amount(1), unit.Unit, unit.Count, unit.Many);
        return new Meaning(TimexType.Duration, _ => Lengths.Duration(length));
    }

    // "for weeks", "after years of war", "decades of conflict".
    private static Meaning? Bare(Scan scan, ref int at)
    {
        var next = at;
        var before = scan.Lower(at - 1);
        if (!scan.Unit(ref next, out var unit) || !unit.Many || unit.Unit is null or Granularity.Quarter || !scan.StartsWord(at)
            || !(before is "for" or "in" or "over" or "within" or "after" or "through" or "took" or "spent" or "takes" or "last" or "lasts" or "take" or "spend" or "lasted"
                || before == "of" && unit.Unit >= Granularity.Year
                || scan.Lower(next) == "of" && unit.Unit >= Granularity.Day
                || scan.Lower(next) is "before" or "after" or "since" or "leading" && before == "the"))
        {
            return null;
        }

        at = next;
        var length = new Length(default, unit.Unit, unit.Count, true);
        return new Meaning(TimexType.Duration, _ => Lengths.Duration(length));
    }

    /// <summary>"finished in 2:31:08", "a record of 2:31:08", "in a time of 58:41": what a clock stopped, not what it showed.</summary>
    public static Meaning? Taken(Scan scan, ref int at)
    {
        var next = at;
        var before = scan.Lower(at - 1);
        var timed = before == "of" && scan.Lower(at - 2) is "time" or "record" or "best";
        if (!(timed || before == "in") || !scan.Digits(next++, 1, 2, out var first) || !Sixtieth(scan, ref next, out var second))
        {
            return null;
        }

        var hasHours = Sixtieth(scan, ref next, out var third);
        if (!hasHours && !timed || scan.Tight(next) && scan.Lower(next) == ":")
        {
            return null;
        }

        // Tenths are no part of the value.
        next += scan.Tight(next) && scan.Lower(next) == "." && scan.Tight(next + 1) && scan.IsNumber(next + 1) ? 2 : 0;
        at = next;
        var value = hasHours ? $"PT{first}H{second}M{third}S" : $"PT{first}M{second}S";
        return new Meaning(TimexType.Duration, _ => Resolved.Value(value, Granularity.Minute));
    }

    // ":31", of minutes or seconds.
    private static bool Sixtieth(Scan scan, ref int at, out int value)
    {
        value = 0;
        if (scan.Lower(at) != ":" || !scan.Tight(at) || !scan.Tight(at + 1) || !scan.Digits(at + 1, 2, 2, out value) || value > 59)
        {
            return false;
        }

        at += 2;
        return true;
    }

    private static Meaning? AllUnit(Scan scan, ref int at)
    {
        var next = at;
        if (!(scan.Any(ref next, "all") || scan.Any(ref next, "the") && scan.Any(ref next, "whole", "entire")) || !scan.Unit(ref next, out var unit) || unit.Many
            || unit.Unit is null or Granularity.Quarter or Granularity.Minute || scan.Lower(next) == "-")
        {
            return null;
        }

        at = next;
        var length = new Length(new Amount(1), unit.Unit, unit.Count, false);
        return new Meaning(TimexType.Duration, _ => Lengths.Duration(length));
    }
}
