namespace OnRecord.Times;

/// <summary>The last date of each fineness that the text has named so far.</summary>
internal sealed class EarlierTimes
{
    private readonly (Period Period, int Order)?[] _last = new (Period, int)?[Enum.GetValues<Granularity>().Length];
    private int _count;

    /// <summary>Takes note of a date or time that has its place in the calendar.</summary>
    public void Add(TimexType type, Resolved resolved)
    {
        if (type is TimexType.Date or TimexType.Time && resolved.Period is { } period)
        {
            _last[(int)period.Unit] = (period, _count++);
        }
    }

    /// <summary>The last one that is no coarser than a unit; null where there is none.</summary>
    public Period? Nearest(Granularity coarsest)
    {
        (Period Period, int Order)? nearest = null;
        for (var unit = 0; unit <= (int)coarsest; unit++)
        {
            if (_last[unit] is { } last && (nearest is not { } best || last.Order > best.Order))
            {
                nearest = last;
            }
        }

        return nearest?.Period;
    }
}
