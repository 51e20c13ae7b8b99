using System.Text.Json;

namespace OnRecord.Lab.TextPages;

/// <summary>An article of the gold: what its page says of it, and its paragraphs.</summary>
internal sealed record GoldStory(string Name, string? Headline, string? Standfirst, string? Author, IReadOnlyList<(string Text, bool IsHeading)> Lines)
{
    /// <summary>The paragraphs without headings.</summary>
    public IEnumerable<string> Paragraphs => Lines.Where(line => !line.IsHeading).Select(line => line.Text);
}

/// <summary>English articles of the fundus and WCXB gold, in the order of their names.</summary>
internal static class GoldStories
{
    private const int MinWords = 150;
    private const double MinFunctionWords = 0.06;

    public static List<GoldStory> Read() =>
        [.. Fundus().Concat(Wcxb()).Where(IsUsable).OrderBy(story => story.Name, StringComparer.Ordinal)];

    private static IEnumerable<GoldStory> Fundus()
    {
        foreach (var file in Directory.EnumerateFiles(Gold.Path("pages", "fundus"), "*.json", SearchOption.AllDirectories))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var version in json.RootElement.EnumerateObject().Select(property => property.Value))
            {
                if (!version.TryGetProperty("body", out var body) || body.ValueKind != JsonValueKind.Object)
                {
                    continue;
                }

                var lines = new List<(string, bool)>();
                foreach (var section in body.GetProperty("sections").EnumerateArray())
                {
                    lines.AddRange(Strings(section, "headline").Select(text => (text, true)));
                    lines.AddRange(Strings(section, "paragraphs").Select(text => (text, false)));
                }

                yield return new GoldStory("fundus/" + Path.GetFileName(file) + lines.Count, String(version, "title"), Strings(body, "summary").FirstOrDefault(), Strings(version, "authors").FirstOrDefault(), lines);
            }
        }
    }

    private static IEnumerable<GoldStory> Wcxb()
    {
        foreach (var file in Directory.EnumerateFiles(Gold.Path("pages", "wcxb", "ground-truth"), "*.json"))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var truth = json.RootElement.GetProperty("ground_truth");
            var lines = Content(truth).Split('\n').Select(Clean).Where(line => line.Length > 0).Select(line => (line, !line.EndsWith('.') && line.Split(' ').Length < 14));
            yield return new GoldStory("wcxb/" + Path.GetFileName(file), String(truth, "title"), null, String(truth, "author"), [.. lines]);
        }
    }

    private static bool IsUsable(GoldStory story)
    {
        var words = story.Paragraphs.SelectMany(text => text.ToLowerInvariant().Split(' ')).ToList();
        var prose = story.Paragraphs.Where(text => text.Split(' ').Length > 18).ToList();

        // Lists of products and instructions are no news: most lines must be paragraphs, and the language English.
        return words.Count >= MinWords && prose.Count >= 5 && story.Lines.Count < prose.Count * 2
            && words.Count(word => word is "the" or "of" or "and") > words.Count * MinFunctionWords;
    }

    private static string? String(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && Clean(value.GetString()!) is { Length: > 0 } text ? text : null;

    // With its line ends: they part the paragraphs.
    private static string Content(JsonElement truth) =>
        truth.TryGetProperty("main_content", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static List<string> Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => Clean(item.GetString()!)).Where(text => text.Length > 0)]
            : [];

    private static string Clean(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
