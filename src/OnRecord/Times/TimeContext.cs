using NodaTime;

namespace OnRecord.Times;

/// <summary>Which way from the day of publication a sentence looks.</summary>
internal enum Direction
{
    /// <summary>The verb does not tell.</summary>
    Unknown,

    /// <summary>Back.</summary>
    Past,

    /// <summary>Ahead.</summary>
    Future,
}

/// <summary>What is known where a wording stands: the day of publication, the tense around it, and what the text has said before.</summary>
/// <param name="Published">Day of publication; null where it is not known.</param>
/// <param name="Tense">Gives the direction of the verb that governs the wording.</param>
/// <param name="Earlier">Gives the nearest period before it in the text that is no coarser than a unit.</param>
/// <param name="HasHappened">Whether what a verb of the past tells of is said to be then: "was flooded in October", not "gave no reason for the October deadline".</param>
/// <param name="Hemisphere">Half of the earth that the dateline's place lies on; null where that is not known.</param>
internal sealed record TimeContext(LocalDate? Published, Func<Direction> Tense, Func<Granularity, Period?> Earlier, Func<bool>? HasHappened = null, Hemisphere? Hemisphere = null)
{
    /// <summary>
    /// The one of a period that comes again which is meant: by tense where both lie far off, else the nearest. A date
    /// without a year that lies within <paramref name="near"/> days is meant even against the tense ("was due on 1 June"), unless what the sentence tells has happened then.
    /// </summary>
    public (Period Period, string Variant) Choose(Period before, Period after, LocalDate published, int near)
    {
        if (before == after)
        {
            return (before, Variants.Nearest);
        }

        var back = Math.Max(0, NodaTime.Period.DaysBetween(before.Last, published));
        var ahead = Math.Max(0, NodaTime.Period.DaysBetween(published, after.First));
        var direction = Tense();
        if (direction == Direction.Past && (HasHappened?.Invoke() == true || !(ahead <= near && back > 4 * near)))
        {
            return (before, Variants.Past);
        }

        if (direction == Direction.Future && !(back <= near && ahead > 4 * near))
        {
            return (after, Variants.Future);
        }

        return (back <= ahead ? before : after, Variants.Nearest);
    }
}

/// <summary>Endings of rule names.</summary>
internal static class Variants
{
    public const string Past = "past";
    public const string Future = "future";
    public const string Nearest = "nearest";
    public const string Open = "open";
}
