using System.Text.Json;
using OnRecord.Lab.Times;

namespace OnRecord.Lab.Names;

/// <summary>The English Worldwide Newswire: a document an article, a paragraph a line; the address in its first line is left out.</summary>
internal static class WorldwideNames
{
    /// <param name="part"><c>train</c> or <c>dev</c>.</param>
    public static (string Path, IReadOnlyList<NamedDocument> Documents) Read(string part)
    {
        var path = Gold.Path("names", "worldwide", part + ".jsonl");
        return (path, [.. File.ReadLines(path).Where(line => line.Length > 0).Select(Document)]);
    }

    private static NamedDocument Document(string line)
    {
        using var json = JsonDocument.Parse(line);
        var text = json.RootElement.GetProperty("text").GetString()!;
        var units = Units(text);
        var (names, others) = (new HashSet<GoldName>(), new HashSet<GoldName>());
        foreach (var span in json.RootElement.GetProperty("spans").EnumerateArray())
        {
            var (place, label) = (new TextSpan(units[span[0].GetInt32()], units[span[1].GetInt32()]), span[2].GetString());
            _ = label switch
            {
                "Person" => names.Add(new GoldName(place, "PER")),
                "Organization" => names.Add(new GoldName(place, "ORG")),
                "Location" => names.Add(new GoldName(place, "LOC")),
                "NORP" => others.Add(new GoldName(place, OtherNames.Group)),
                "Facility" => others.Add(new GoldName(place, OtherNames.Facility)),
                "Product" or "Misc" => others.Add(new GoldName(place, OtherNames.Misc)),
                _ => false,
            };
        }

        return new NamedDocument(GoldDocuments.Make(text, Paragraphs(text), null), names) { Others = others };
    }

    /// <summary>For each code point, and for the end, where it begins in UTF-16.</summary>
    private static List<int> Units(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            units.Add(i);
        }

        units.Add(text.Length);
        return units;
    }

    private static IEnumerable<TextSpan> Paragraphs(string text)
    {
        var start = text.StartsWith("http", StringComparison.Ordinal) ? text.IndexOf('\n', StringComparison.Ordinal) + 1 : 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start) is var found && found < 0 ? text.Length : found;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                yield return new TextSpan(start, end);
            }

            start = end + 1;
        }
    }
}
