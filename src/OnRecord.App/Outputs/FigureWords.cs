using OnRecord.App.Web.Parts;
using OnRecord.Archive.Accounts;

namespace OnRecord.App.Outputs;

/// <summary>How every surface names a series of figures.</summary>
internal static class FigureWords
{
    /// <summary>What the figures are of: "workers killed", "people displaced", "cost (EUR)".</summary>
    public static string Name(FigureSeries series) =>
        series.Unit is { } unit ? $"{series.Thing.Split(' ')[0]} ({unit})"
        : series.Counted is { } noun && !series.Thing.Contains(noun, StringComparison.Ordinal) ? $"{series.Thing} ({noun})"
        : series.Thing;

    /// <summary>A figure with its bounds.</summary>
    public static string Bounds(ToldFigure figure) => Said.Bounds(figure.Relation, (double?)figure.Low, (double?)figure.High, (double?)figure.Best);
}
