using NodaTime;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OnRecord.App.Outputs.Report;

/// <summary>When: the dated expressions in order, each drawn as the interval that it is.</summary>
internal static class TimelineSection
{
    private const int LabelWidth = 23;
    private const int BarWidth = 24;
    private const int ContextCharacters = 140;

    public static IEnumerable<IRenderable> Of(Record record)
    {
        var dated = record.Times
            .Where(time => time.Earliest is not null || time.Latest is not null)
            .OrderBy(time => time.Earliest ?? time.Latest)
            .ThenBy(time => time.Latest ?? LocalDate.MaxIsoValue)
            .ThenBy(time => time.Span)
            .ToList();
        if (dated.Count == 0)
        {
            return [];
        }

        var scale = new TimeScale(dated, record.Document.Published?.Value, BarWidth);
        var table = Wording.Rows(LabelWidth, BarWidth);
        foreach (var time in dated.Take(Wording.MostRows))
        {
            table.AddRow(
                new Text(Dates.Interval(time), Wording.Strong),
                new Text(scale.Draw(time), new Style(Color.Green)),
                Wording.Around(record, time.Span, ContextCharacters));
        }

        return [Wording.Title("When", dated.Count), table, .. Wording.Rest(dated.Count)];
    }
}
