using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OnRecord.Lab.Pages;

/// <summary>A gold page: its bytes and what its article should be.</summary>
internal sealed record GoldPage(string Id, string Site, byte[] Bytes, string? Uri)
{
    /// <summary>The article's text; lines are paragraphs.</summary>
    public required string Text { get; init; }

    public string? Title { get; init; }

    public string? Day { get; init; }

    public string[] Authors { get; init; } = [];

    public string[] With { get; init; } = [];

    public string[] Without { get; init; } = [];

    public bool IsEnglish { get; init; } = true;

    /// <summary>A number from 0 to 4 that is the same for all pages of a site, on every machine.</summary>
    public int Fold => SHA256.HashData(Encoding.UTF8.GetBytes(Site))[0] % 5;
}

/// <summary>Loads the gold pages.</summary>
internal static class GoldPages
{
    /// <summary>WCXB dev, pages of type article.</summary>
    public static List<GoldPage> Wcxb()
    {
        var pages = new List<GoldPage>();
        foreach (var path in Directory.GetFiles(Gold.Path("pages", "wcxb", "ground-truth"), "*.json").Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var truth = json.RootElement.GetProperty("ground_truth");
            var id = Path.GetFileNameWithoutExtension(path);
            var uri = Text(json.RootElement, "url");
            pages.Add(new GoldPage(id, Host(uri) ?? id, Unpack(Gold.Path("pages", "wcxb", "html", id + ".html.gz")), uri)
            {
                Text = Text(truth, "main_content") ?? "",
                Title = Text(truth, "title"),
                Day = Text(truth, "publish_date"),
                Authors = Text(truth, "author") is { Length: > 0 } author ? [author] : [],
                With = Strings(truth, "with"),
                Without = Strings(truth, "without"),
            });
        }

        return pages;
    }

    /// <summary>The parser tests of fundus: newspapers in many languages.</summary>
    public static List<GoldPage> Fundus()
    {
        var pages = new List<GoldPage>();
        foreach (var path in Directory.GetFiles(Gold.Path("pages", "fundus"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var folder = Path.GetDirectoryName(path)!;
            var name = Path.GetFileNameWithoutExtension(path);
            using var meta = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "meta.info")));
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var html = Directory.GetFiles(folder, name + "_*.html.gz")
                .Where(file => Path.GetFileName(file)[(name.Length + 1)..].StartsWith("20", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal);
            foreach (var (file, version) in html.Zip(json.RootElement.EnumerateObject()))
            {
                var uri = meta.RootElement.TryGetProperty(Path.GetFileName(file), out var info) ? Text(info, "url") : null;
                pages.Add(Fundus(Path.GetFileName(folder) + "/" + Path.GetFileName(file), name, file, uri, version.Value));
            }
        }

        return pages;
    }

    private static GoldPage Fundus(string id, string site, string file, string? uri, JsonElement truth) => new(id, site, Unpack(file), uri)
    {
        Text = truth.TryGetProperty("body", out var body) && body.ValueKind == JsonValueKind.Object ? string.Join('\n', Body(body)) : "",
        Title = Text(truth, "title"),
        Day = Text(truth, "publishing_date") is { Length: >= 10 } date ? date[..10] : null,
        Authors = Strings(truth, "authors"),
        IsEnglish = id[..2] is "us" or "uk" or "au" or "ca" or "ie" or "nz" or "za" or "in" or "ph" or "sg",
    };

    private static IEnumerable<string> Body(JsonElement body)
    {
        foreach (var line in Strings(body, "summary"))
        {
            yield return line;
        }

        foreach (var section in body.GetProperty("sections").EnumerateArray())
        {
            foreach (var line in Strings(section, "headline").Concat(Strings(section, "paragraphs")))
            {
                yield return line;
            }
        }
    }

    private static string? Text(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string[] Strings(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    private static string? Host(string? uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed) ? parsed.Host.StartsWith("www.", StringComparison.Ordinal) ? parsed.Host[4..] : parsed.Host : null;

    /// <summary>The bytes of a gzipped page.</summary>
    public static byte[] Unpack(string path)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        return bytes.ToArray();
    }
}
