using NodaTime;

namespace OnRecord.App.Outputs.Report;

/// <summary>
/// Places days on a line of characters. With a day of publication the distance from it is drawn on a logarithmic scale,
/// so that yesterday and thirty years ago both fit; without one the line is even.
/// </summary>
internal sealed class TimeScale
{
    private readonly int _width;
    private readonly LocalDate? _origin;
    private readonly double _first;
    private readonly double _last;

    public TimeScale(IReadOnlyCollection<TimeExpression> times, LocalDate? published, int width)
    {
        _width = width;
        _origin = published;
        var places = times
            .SelectMany(time => new[] { time.Earliest, time.Latest })
            .OfType<LocalDate>()
            .Concat(published is { } day ? [day] : [])
            .Select(Place)
            .ToList();
        _first = places.Min();
        _last = Math.Max(places.Max(), _first + 1e-9);
    }

    /// <summary>A line with the interval on it: <c>█</c> where it may lie, an arrow where it is open, <c>┼</c> for the day of publication.</summary>
    public string Draw(TimeExpression time)
    {
        var line = new char[_width];
        Array.Fill(line, '─');
        if (_origin is { } origin)
        {
            line[Column(origin)] = '┼';
        }

        var start = time.Earliest is { } earliest ? Column(earliest) : 0;
        var end = time.Latest is { } latest ? Column(latest) : _width - 1;
        Array.Fill(line, '█', start, end - start + 1);
        if (time.Earliest is null)
        {
            line[0] = '◄';
        }

        if (time.Latest is null)
        {
            line[_width - 1] = '►';
        }

        return new string(line);
    }

    private int Column(LocalDate day) => (int)Math.Round((Place(day) - _first) / (_last - _first) * (_width - 1));

    private double Place(LocalDate day)
    {
        if (_origin is not { } origin)
        {
            return Days(day);
        }

        var distance = Days(day) - Days(origin);
        return Math.Sign(distance) * Math.Log(1 + Math.Abs(distance));
    }

    private static double Days(LocalDate day) => Period.DaysBetween(new LocalDate(1, 1, 1), day);
}
