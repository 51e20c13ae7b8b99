using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using OnRecord.App.Web.Parts;
using OnRecord.Archive.Accounts;

namespace OnRecord.App.Web.Drawing;

/// <summary>A figure on the chart: its middle, the ends of its bounds, and whether one is open.</summary>
internal sealed record DrawnFigure(ToldFigure Figure, int Place, double X, double Y, double Top, double Bottom, bool IsOpenAbove, bool IsOpenBelow, int Voice, DrawnFigure? Before);

/// <summary>A series of figures over the days on which they were said, in drawing units.</summary>
internal sealed class FigureChart
{
    public const double Width = 720;
    public const double Height = 210;

    /// <summary>Colours that are told apart; further voices share the last.</summary>
    public const int Colours = 6;

    private const double Left = 56;
    private const double Right = 24;
    private const double Over = 30;
    private const double Under = 30;

    private readonly LocalDate _first;
    private readonly int _days;
    private readonly double _most;

    public FigureChart(FigureSeries series)
    {
        var dated = series.Figures.Index().Where(figure => Said.Day(figure.Item.Told.Said) is not null && Value(figure.Item) is not null).ToList();
        var days = dated.ConvertAll(figure => Said.Day(figure.Item.Told.Said)!.Value);
        _first = days.Count == 0 ? default : days.Min();
        _days = days.Count == 0 ? 0 : Period.DaysBetween(_first, days.Max());
        _most = Round(dated.Select(figure => (double)(figure.Item.High ?? Value(figure.Item)!.Value)).DefaultIfEmpty(1).Max());
        Voices = [.. dated.Select(figure => (figure.Item.Told.Voice, Name: figure.Item.Told.Source ?? figure.Item.Told.Publisher ?? "the report itself")).DistinctBy(voice => voice.Voice, StringComparer.Ordinal)];
        var drawn = new Dictionary<int, DrawnFigure>();
        foreach (var day in dated.GroupBy(figure => figure.Item.Told.Said))
        {
            foreach (var (shift, (place, figure)) in day.Index())
            {
                drawn[place] = Draw(figure, place, shift, day.Count(), figure.Revises is { } before ? drawn.GetValueOrDefault(before) : null);
            }
        }

        Figures = [.. drawn.Values.OrderBy(figure => figure.Place)];
    }

    /// <summary>The figures whose day is known.</summary>
    public ImmutableArray<DrawnFigure> Figures { get; }

    /// <summary>The voices, in the order in which they first speak, with their names.</summary>
    public ImmutableArray<(string Voice, string Name)> Voices { get; }

    /// <summary>Whether a line from day to day tells anything.</summary>
    public bool IsDrawn => Figures.Length > 1;

    /// <summary>Lines of the scale.</summary>
    public ImmutableArray<(double Y, string Label)> Scale => [.. Enumerable.Range(0, 5).Select(step => (Y(_most * step / 4), Said.Number(_most * step / 4)))];

    /// <summary>Days to write at the axis.</summary>
    public ImmutableArray<(double X, string Label)> Days()
    {
        const int Most = 6;
        var step = Math.Max(1, (_days + Most - 1) / Most);
        return [.. Enumerable.Range(0, _days / step + 1).Select(place => (X(place * step), _first.PlusDays(place * step).ToString("d MMM", CultureInfo.InvariantCulture)))];
    }

    private DrawnFigure Draw(ToldFigure figure, int place, int shift, int beside, DrawnFigure? before)
    {
        const double Step = 14;
        var value = (double)Value(figure)!.Value;
        var (low, high) = (figure.Low ?? (figure.High is null ? (decimal)value : null), figure.High ?? (figure.Low is null ? (decimal)value : null));
        return new DrawnFigure(
            figure, place, X(Period.DaysBetween(_first, Said.Day(figure.Told.Said)!.Value)) + (shift - (beside - 1) / 2.0) * Step, Y(value),
            high is { } top ? Y((double)top) : Y(value) - Step, low is { } bottom ? Y((double)bottom) : Y(value) + Step, high is null, low is null,
            Math.Min(Voices.Select(voice => voice.Voice).ToList().IndexOf(figure.Told.Voice), Colours - 1), before);
    }

    private static decimal? Value(ToldFigure figure) => figure.Best ?? (figure.Low is { } low && figure.High is { } high ? (low + high) / 2 : figure.Low ?? figure.High);

    private double X(int day) => _days == 0 ? (Left + Width - Right) / 2 : Left + 30 + day * (Width - Left - Right - 60) / _days;

    private double Y(double value) => Height - Under - value / _most * (Height - Under - Over);

    /// <summary>The next round number of which a quarter is round, too.</summary>
    private static double Round(double most)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(most, 1))));
        return new[] { 1, 2, 4, 6, 8, 10 }.Select(times => times * unit).First(round => round >= most);
    }
}
