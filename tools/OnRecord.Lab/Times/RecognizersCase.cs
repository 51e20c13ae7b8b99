using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OnRecord.Lab.Times;

/// <summary>A case of Microsoft Recognizers-Text's English specification of dates and times.</summary>
/// <param name="Input">A sentence.</param>
/// <param name="Reference">The day that it was said on; null where the case gives none.</param>
/// <param name="Results">What the recognizers find.</param>
internal sealed record RecognizersCase(string Input, LocalDate? Reference, IReadOnlyList<RecognizersResult> Results)
{
    /// <summary>The cases of a file.</summary>
    public static IEnumerable<RecognizersCase> Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        foreach (var item in json.RootElement.EnumerateArray())
        {
            var results = item.GetProperty("Results").EnumerateArray().Select(RecognizersResult.Read).ToList();
            yield return new RecognizersCase(item.GetProperty("Input").GetString()!, ReferenceOf(item), results);
        }
    }

    private static LocalDate? ReferenceOf(JsonElement item) =>
        item.TryGetProperty("Context", out var context) && context.TryGetProperty("ReferenceDateTime", out var time) && time.GetString() is { Length: >= 10 } text
        && LocalDatePattern.Iso.Parse(text[..10]) is { Success: true } day
            ? day.Value
            : null;
}

/// <summary>A finding of the recognizers.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Timexes">TIMEX values that it may have.</param>
/// <param name="Days">Intervals that it may have, last day inclusive.</param>
internal sealed record RecognizersResult(TextSpan Span, IReadOnlySet<string> Timexes, IReadOnlySet<(LocalDate First, LocalDate Last)> Days)
{
    /// <summary>Whether the case gives a value, and not only a span.</summary>
    public bool HasValue => Timexes.Count + Days.Count > 0;

    public static RecognizersResult Read(JsonElement item)
    {
        var start = item.GetProperty("Start").GetInt32();
        var end = item.TryGetProperty("Length", out var length) ? start + length.GetInt32() : item.GetProperty("End").GetInt32() + 1;
        var timexes = new HashSet<string>(StringComparer.Ordinal);
        var days = new HashSet<(LocalDate, LocalDate)>();
        foreach (var name in new[] { "Resolution", "Value" })
        {
            if (item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object)
            {
                Collect(value, timexes, days);
            }
        }

        return new RecognizersResult(new TextSpan(start, Math.Max(start, end)), timexes, days);
    }

    private static void Collect(JsonElement value, HashSet<string> timexes, HashSet<(LocalDate, LocalDate)> days)
    {
        LocalDate? start = null, end = null;
        foreach (var property in value.EnumerateObject())
        {
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.Array:
                    foreach (var one in property.Value.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Object))
                    {
                        Collect(one, timexes, days);
                    }

                    break;
                case JsonValueKind.Object:
                    Collect(property.Value, timexes, days);
                    break;
                case JsonValueKind.String when property.Name.Equals("timex", StringComparison.OrdinalIgnoreCase):
                    timexes.Add(property.Value.GetString()!);
                    break;
                case JsonValueKind.String when Day(property.Value.GetString()!) is { } day:
                    var (isStart, isEnd) = (property.Name.StartsWith("start", StringComparison.OrdinalIgnoreCase), property.Name.StartsWith("end", StringComparison.OrdinalIgnoreCase));
                    start = isEnd ? start : day;
                    end = isEnd ? day.PlusDays(-1) : isStart ? end : day;
                    break;
            }
        }

        if (start is { } first && end is { } last)
        {
            days.Add((first, last < first ? first : last));
        }
    }

    private static LocalDate? Day(string text) =>
        text.Length >= 10 && LocalDatePattern.Iso.Parse(text[..10]) is { Success: true } day ? day.Value : null;
}
