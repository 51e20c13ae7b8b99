using Spectre.Console;
using Spectre.Console.Rendering;

namespace OnRecord.App.Outputs.Report;

/// <summary>Who says what, and through whom.</summary>
internal static class AttributionSection
{
    private const int SourceWidth = 28;
    private const int CueWidth = 14;
    private const int MostContent = 220;

    public static IEnumerable<IRenderable> Of(Record record)
    {
        if (record.Attributions.IsEmpty)
        {
            return [];
        }

        var depths = Depths(record);
        var table = Wording.Rows(SourceWidth, CueWidth);
        foreach (var attribution in record.Attributions.Take(Wording.MostRows))
        {
            var text = record.Document.Text;
            var nested = new string(' ', 2 * depths[attribution.Id]) + (depths[attribution.Id] > 0 ? "└ " : "");
            var source = attribution.Source is { } known
                ? new Text(nested + Wording.Cut(text, known.Span, 60), Wording.Strong)
                : new Text(nested + "(nobody named)", Wording.Doubt);
            var content = string.Join(" … ", attribution.Content.Select(span => Wording.Cut(text, span, MostContent)));
            table.AddRow(source, new Text(Wording.Printable(attribution.Cue.Span.Of(text)), Wording.Faint), new Text(content));
        }

        return [Wording.Title("Who says so", record.Attributions.Length), table, .. Wording.Rest(record.Attributions.Length)];
    }

    /// <summary>How many mouths stand between each attribution and the document.</summary>
    private static Dictionary<string, int> Depths(Record record)
    {
        var within = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var attribution in record.Attributions)
        {
            within[attribution.Id] = attribution.Within;
        }

        return within.Keys.ToDictionary(id => id, id => Depth(id, within), StringComparer.Ordinal);
    }

    private static int Depth(string id, Dictionary<string, string?> within)
    {
        const int Deepest = 8;
        var depth = 0;
        while (depth < Deepest && within.GetValueOrDefault(id) is { } outer)
        {
            depth++;
            id = outer;
        }

        return depth;
    }
}
