using System.Text.Json;

namespace OnRecord.Lab.Claims;

/// <summary>A sentence of UDS-IH2 with its predicates and how certain it is that each happened, from −3 to 3.</summary>
internal sealed record UdsSentence(int Number, string Text, IReadOnlyList<(TextSpan Span, double Label)> Targets);

/// <summary>Reads UDS-IH2 (Rudinger et al., 2018), whose tokens are parted by single blanks.</summary>
internal static class UdsGold
{
    public static string File(string part) => Gold.Path("factuality", $"{part}.jsonl");

    public static IEnumerable<UdsSentence> Read(string part)
    {
        var number = 0;
        foreach (var line in System.IO.File.ReadLines(File(part)))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            yield return new UdsSentence(number++, text, [.. json.RootElement.GetProperty("targets").EnumerateArray()
                .Select(target => (SpanOf(text, target.GetProperty("span1")[0].GetInt32()), target.GetProperty("label").GetDouble()))]);
        }
    }

    /// <summary>Pearson's r of two lists of figures.</summary>
    public static double Pearson(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        var covariance = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum();
        return covariance / Math.Sqrt(x.Sum(a => (a - meanX) * (a - meanX)) * y.Sum(b => (b - meanY) * (b - meanY)));
    }

    private static TextSpan SpanOf(string text, int token)
    {
        var start = 0;
        for (var i = 0; i < token; i++)
        {
            start = text.IndexOf(' ', start) + 1;
        }

        var end = text.IndexOf(' ', start);
        return new TextSpan(start, end < 0 ? text.Length : end);
    }
}
