using System.Globalization;
using OnRecord.App.Api;
using OnRecord.App.Web.Parts;
using OnRecord.Archive.Accounts;

namespace OnRecord.App.Outputs.Hits;

/// <summary>What the documents of a story tell together, in lines for a person.</summary>
internal static class StoryLines
{
    private const int MostHappenings = 5;
    private const int MostContradictions = 10;
    private const int MostSeries = 4;
    private const int MostAscriptions = 5;

    /// <summary>Lines with their indents: contradictions first, since they are what somebody must look at.</summary>
    public static IEnumerable<(int Indent, string Text)> Of(StoryView story) =>
    [
        .. story.Contradictions.Take(MostContradictions).SelectMany(Of),
        .. story.Ascriptions.Take(MostAscriptions).SelectMany(Of),
        .. story.Figures.Take(MostSeries).Select(series => (2, Of(series))),
        .. story.Happenings.Where(happening => happening.Voices > 0).Take(MostHappenings)
            .Select(happening => (2, string.Create(CultureInfo.InvariantCulture, $"told by {Said.Found(happening.Voices, "voice", "voices")}, {Said.Found(happening.Pages, "page", "pages")}: {happening.Claims[0].Statement}"))),
        .. story.Gaps.Select(open => (2, open.Said.IsEmpty ? $"no page says: {open.Question}" : $"said not to be known: {open.Question} ({Told(open.Said[0])})")),
    ];

    private static IEnumerable<(int, string)> Of(Contradiction contradiction) =>
    [
        (2, $"contradicted ({contradiction.Reason}):"),
        .. contradiction.One.Take(1).Concat(contradiction.Other.Take(1)).Select(side => (4, $"{side.Statement} ({StatusWords.Of(side.Status, side.Negated, side.Governor, side.Statement)}; {Told(side)})")),
    ];

    private static IEnumerable<(int, string)> Of(Ascription ascription) =>
    [
        (2, $"said of {ascription.To}, {(ascription.Denied ? "whose own words are otherwise" : "whose own words bear it out")}:"),
        .. ascription.By.Take(1).Concat(ascription.Own.Take(1)).Select(told => (4, $"{told.Statement} ({StatusWords.Of(told.Status, told.Negated, told.Governor, told.Statement)}; {Told(told)})")),
    ];

    /// <summary>A series on one line.</summary>
    public static string Of(FigureSeries series) => $"{FigureWords.Name(series)}: {string.Join("; ", series.Figures.Select(Of))}";

    private static string Of(ToldFigure figure) => $"{FigureWords.Bounds(figure)} ({Told(figure.Told)})";

    /// <summary>Who said it, where and when.</summary>
    public static string Told(Testimony told) => string.Join(", ", new[] { told.Source, told.Through is null ? null : $"as told by {told.Through}", told.Publisher, told.Said }.OfType<string>());
}
