using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace OnRecord.Lab.Quantities;

/// <summary>What a specification case expects.</summary>
/// <param name="Span">Where.</param>
/// <param name="Value">The value as written in the case; null where the case gives none.</param>
/// <param name="Currency">ISO 4217 code, or null.</param>
/// <param name="Unit">Unit by its English name, or null.</param>
internal sealed record SpecResult(TextSpan Span, string? Value, string? Currency, string? Unit)
{
    /// <summary>The value as a number; null for ranges.</summary>
    public double? Number => double.TryParse(Value?.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The ends of a range such as <c>[100,300)</c>; null where it is none.</summary>
    public (double? Low, double? High)? Range
    {
        get
        {
            var ends = Value is { Length: > 2 } && Value[0] is '[' or '(' ? Value[1..^1].Split(',') : [];
            return ends.Length == 2 ? (End(ends[0]), End(ends[1])) : null;
        }
    }

    private static double? End(string end) => double.TryParse(end, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A specification case of the Recognizers.</summary>
internal sealed record SpecCase(string Input, ImmutableArray<SpecResult> Results)
{
    /// <summary>The cases of a file.</summary>
    public static IEnumerable<SpecCase> ReadAll(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        foreach (var one in json.RootElement.EnumerateArray())
        {
            yield return new SpecCase(one.GetProperty("Input").GetString()!, [.. one.GetProperty("Results").EnumerateArray().Select(Result)]);
        }
    }

    private static SpecResult Result(JsonElement result)
    {
        var start = result.GetProperty("Start").GetInt32();
        var end = result.TryGetProperty("End", out var last) ? last.GetInt32() + 1 : start + result.GetProperty("Length").GetInt32();
        var resolution = result.GetProperty("Resolution");
        return new SpecResult(new TextSpan(start, Math.Max(start, end)), Text(resolution, "value"), Text(resolution, "isoCurrency"), Text(resolution, "unit"));
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString() is "null" ? null : value.ToString()
            : null;
}
