namespace OnRecord.Times;

/// <summary>The year that stands behind a month, a season or a quarter: "2024", "of last year", "that year".</summary>
/// <param name="Find">Gives the year and what it was counted from; no year where that is not known.</param>
internal sealed record YearWords(Func<TimeContext, (int? Year, TimeAnchor Anchor, string? Why)> Find)
{
    /// <summary>A year that the text names.</summary>
    public static YearWords Named(int year) => new(_ => (year, TimeAnchor.None, null));

    /// <summary>Reads the year behind a wording, with its comma or preposition.</summary>
    public static YearWords? Read(Scan scan, ref int at)
    {
        var next = at;
        if (!scan.Any(ref next, "of", "in"))
        {
            scan.Skip(ref next, ",");
        }

        if (scan.Year(ref next, out var year))
        {
            at = next;
            return Named(year);
        }

        if (scan.Lower(at) == ",")
        {
            return null;
        }

        var found = ReadRelative(scan, ref next);
        at = found is null ? at : next;
        return found;
    }

    /// <summary>Resolves a period of the year.</summary>
    public Resolved Resolve(TimeContext context, Granularity unit, string? unanchored, Func<int, Period> inYear)
    {
        var (year, anchor, why) = Find(context);
        return year is { } known ? Resolved.Of(inYear(known), anchor) : Resolved.Open(unanchored, unit, why!);
    }

    private static YearWords? ReadRelative(Scan scan, ref int at)
    {
        var next = at;
        if (scan.All(ref next, "last", "year") || scan.All(ref next, "the", "past", "year"))
        {
            at = next;
            return FromPublished(-1);
        }

        if (scan.All(ref next, "this", "year") || scan.All(ref next, "the", "current", "year"))
        {
            at = next;
            return FromPublished(0);
        }

        if (scan.All(ref next, "next", "year") || scan.All(ref next, "the", "coming", "year"))
        {
            at = next;
            return FromPublished(1);
        }

        if (scan.All(ref next, "that", "year") || scan.All(ref next, "the", "same", "year") || scan.All(ref next, "that", "same", "year"))
        {
            at = next;
            return FromText(0);
        }

        if (scan.All(ref next, "the", "following", "year") || scan.All(ref next, "the", "next", "year"))
        {
            at = next;
            return FromText(1);
        }

        if (scan.All(ref next, "the", "previous", "year") || scan.All(ref next, "the", "year", "before"))
        {
            at = next;
            return FromText(-1);
        }

        return null;
    }

    private static YearWords FromPublished(int years) => new(context => context.Published is { } day
        ? (day.Year + years, TimeAnchor.Published, null)
        : (null, TimeAnchor.None, Why.NoPublicationDate));

    private static YearWords FromText(int years) => new(context => context.Earlier(Granularity.Year) is { } earlier
        ? (earlier.First.Year + years, TimeAnchor.Text, null)
        : (null, TimeAnchor.None, Why.NoAnchorInText));
}
