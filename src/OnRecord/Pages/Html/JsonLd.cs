using System.Collections.Immutable;
using System.Text.Json;

namespace OnRecord.Pages.Html;

/// <summary>What the article's node of a page's JSON-LD says (schema.org).</summary>
internal sealed record JsonLdArticle
{
    public string? Headline { get; init; }

    public string? Description { get; init; }

    public string? Body { get; init; }

    public string? Published { get; init; }

    public string? Modified { get; init; }

    public string? Section { get; init; }

    /// <summary>Whose its pictures are.</summary>
    public ImmutableArray<string> ImageCredits { get; init; } = [];

    public string? Language { get; init; }

    public string? Publisher { get; init; }

    public string? Address { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Those of the authors that the data call an organisation.</summary>
    public ImmutableArray<string> Houses { get; init; } = [];

    /// <summary>Where its script stands on the page, in UTF-16 code units.</summary>
    public TextSpan Script { get; init; }
}

/// <summary>Finds the article among the nodes of a page's JSON-LD scripts. Broken JSON is common and is passed over; the record says so.</summary>
internal static class JsonLd
{
    private const int LongestScript = 4_000_000;
    private const int MostNodes = 5_000;
    private const int MostCredits = 20;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>The best article node of all scripts, or null.</summary>
    /// <param name="html">The page.</param>
    /// <param name="scripts">The contents of its data scripts.</param>
    /// <param name="unread">The first that holds something and cannot be read, or null.</param>
    public static JsonLdArticle? Find(string html, ImmutableArray<TextSpan> scripts, out TextSpan? unread)
    {
        unread = null;
        JsonLdArticle? best = null;
        var most = 0;
        foreach (var script in scripts)
        {
            if (script.Length > LongestScript || Parse(html.AsSpan(script.Start, script.Length)) is not { } json)
            {
                unread ??= html.AsSpan(script.Start, script.Length).IsWhiteSpace() ? null : script;
                continue;
            }

            using (json)
            {
                foreach (var (node, rank) in Nodes(json.RootElement))
                {
                    if (rank > most)
                    {
                        most = rank;
                        best = Article(node, json.RootElement, script);
                    }
                }
            }
        }

        return best;
    }

    private static JsonDocument? Parse(ReadOnlySpan<char> script)
    {
        // Raw line feeds inside strings are the commonest fault; a blank there changes no meaning.
        var clean = script.ToArray();
        for (var i = 0; i < clean.Length; i++)
        {
            if (clean[i] < ' ')
            {
                clean[i] = ' ';
            }
        }

        var text = Bare(clean.AsMemory());
        try
        {
            return JsonDocument.Parse(text, Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What stands around the data to hide it from old programs, and what a statement of a program ends with, taken off.</summary>
    private static ReadOnlyMemory<char> Bare(ReadOnlyMemory<char> text)
    {
        for (var before = -1; before != text.Length;)
        {
            before = text.Length;
            text = text.Trim();
            foreach (var mark in (ReadOnlySpan<string>)["//", "/*", "*/", "<!--", "-->", "<![CDATA[", "]]>", ";"])
            {
                text = text.Span.StartsWith(mark, StringComparison.Ordinal) ? text[mark.Length..] : text;
                text = text.Span.EndsWith(mark, StringComparison.Ordinal) ? text[..^mark.Length] : text;
            }
        }

        return text;
    }

    /// <summary>All objects, each with how much it is an article: 0 not at all.</summary>
    private static IEnumerable<(JsonElement Node, int Rank)> Nodes(JsonElement root)
    {
        var queue = new Queue<JsonElement>();
        queue.Enqueue(root);
        for (var seen = 0; queue.Count > 0 && seen < MostNodes; seen++)
        {
            var node = queue.Dequeue();
            if (node.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in node.EnumerateArray())
                {
                    queue.Enqueue(item);
                }
            }
            else if (node.ValueKind == JsonValueKind.Object)
            {
                yield return (node, Rank(node));
                foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed"])
                {
                    if (node.TryGetProperty(name, out var inner) && inner.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
                    {
                        queue.Enqueue(inner);
                    }
                }
            }
        }
    }

    private static int Rank(JsonElement node)
    {
        var type = node.TryGetProperty("@type", out var value) ? value : default;
        var names = type.ValueKind switch
        {
            JsonValueKind.String => [type.GetString()!],
            JsonValueKind.Array => type.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).ToArray(),
            _ => [],
        };
        var rank = names.Select(RankOf).DefaultIfEmpty(0).Max();
        return rank == 0 ? 0 : rank + (Has(node, "datePublished") ? 2 : 0) + (Has(node, "articleBody") ? 2 : 0) + (Has(node, "author") ? 1 : 0) + (Has(node, "headline") ? 1 : 0);
    }

    private static int RankOf(string type) =>
        type.EndsWith("NewsArticle", StringComparison.Ordinal) ? 20
        : type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("BlogPosting", StringComparison.Ordinal) || type is "Report" ? 18
        : type is "Recipe" or "Review" or "HowTo" or "FAQPage" ? 8
        : type.EndsWith("WebPage", StringComparison.Ordinal) || type is "CreativeWork" or "VideoObject" ? 4
        : 0;

    private static bool Has(JsonElement node, string name) => node.TryGetProperty(name, out _);

    private static JsonLdArticle Article(JsonElement node, JsonElement root, TextSpan script) => new()
    {
        Headline = Text(node, "headline") ?? Text(node, "name"),
        Description = Text(node, "description"),
        Body = Text(node, "articleBody"),
        Published = Text(node, "datePublished") ?? Seconds(node, "datePublished"),
        Modified = Text(node, "dateModified") ?? Seconds(node, "dateModified"),
        Section = Text(node, "articleSection") ?? First(node, "articleSection"),
        ImageCredits = node.TryGetProperty("image", out var image) ? [.. Credits(image).Distinct(StringComparer.Ordinal).Take(MostCredits)] : [],
        Language = Text(node, "inLanguage"),
        Publisher = node.TryGetProperty("publisher", out var publisher) ? Names(publisher, root).FirstOrDefault() : null,
        Address = Text(node, "url") is { } address && PageAddress.IsWeb(address) ? address : null,
        Authors = node.TryGetProperty("author", out var author) ? [.. Names(author, root).Distinct(StringComparer.Ordinal)] : [],
        Houses = node.TryGetProperty("author", out var houses) ? [.. Organisations(houses).SelectMany(house => Names(house, root))] : [],
        Script = script,
    };

    private static string? Text(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && SafeString(value) is { Length: > 0 } text ? HeadText.Clean(text) : null;

    /// <summary>A time as a number: seconds or milliseconds of Unix.</summary>
    private static string? Seconds(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _) ? value.GetRawText() : null;

    /// <summary>The first text of a list.</summary>
    private static string? First(JsonElement node, string name) =>
        node.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(SafeString).Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => HeadText.Clean(text!)).FirstOrDefault()
            : null;

    private static IEnumerable<string> Credits(JsonElement image)
    {
        foreach (var picture in image.ValueKind == JsonValueKind.Array ? image.EnumerateArray().ToArray() : [image])
        {
            if (picture.ValueKind == JsonValueKind.Object && (Text(picture, "creditText") ?? Text(picture, "copyrightNotice")) is { } credit)
            {
                yield return credit;
            }
        }
    }

    /// <summary>A lone surrogate in an escape makes the text unreadable: then there is none.</summary>
    private static string? SafeString(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Names(JsonElement value, JsonElement root)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String when SafeString(value) is { Length: > 0 } text:
                yield return HeadText.Clean(text);
                break;
            case JsonValueKind.Object:
                var node = !value.TryGetProperty("name", out _) && value.TryGetProperty("@id", out var id) ? ById(root, id) ?? value : value;
                if (node.TryGetProperty("name", out var name))
                {
                    foreach (var inner in name.ValueKind == JsonValueKind.Array ? name.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String) : [name])
                    {
                        if (inner.ValueKind == JsonValueKind.String && SafeString(inner) is { Length: > 0 } found)
                        {
                            yield return HeadText.Clean(found);
                        }
                    }
                }
                else if (Text(node, "familyName") is { } family)
                {
                    yield return Text(node, "givenName") is { } given ? given + " " + family : family;
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Object))
                {
                    foreach (var found in Names(item, root))
                    {
                        yield return found;
                    }
                }

                break;
        }
    }

    private static IEnumerable<JsonElement> Organisations(JsonElement author) =>
        (author.ValueKind == JsonValueKind.Array ? author.EnumerateArray().ToArray() : [author])
        .Where(one => one.ValueKind == JsonValueKind.Object && Text(one, "@type") is { } type && type.EndsWith("Organization", StringComparison.Ordinal));

    private static JsonElement? ById(JsonElement root, JsonElement id)
    {
        var list = root.ValueKind == JsonValueKind.Array ? root : root.ValueKind == JsonValueKind.Object && root.TryGetProperty("@graph", out var graph) ? graph : default;
        if (list.ValueKind != JsonValueKind.Array || id.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        foreach (var node in list.EnumerateArray())
        {
            if (node.ValueKind == JsonValueKind.Object && node.TryGetProperty("@id", out var own) && own.ValueKind == JsonValueKind.String && own.ValueEquals(SafeString(id)))
            {
                return node;
            }
        }

        return null;
    }
}
