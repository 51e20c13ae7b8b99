using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using OnRecord.Pages.Stated;

namespace OnRecord.Pages.Containers;

/// <summary>Reads JSON lines, one page a line: those of news-please, or any whose fields the user names; and JSON Feed.</summary>
internal sealed partial class JsonPages(ContainerOptions options)
{
    private static readonly string[] AddressFields = ["url", "uri"];

    /// <summary>The pages of JSON lines, or of one object that fills the file.</summary>
    public IEnumerable<ContainedPage> ReadLines(Stream stream)
    {
        var lines = new LineSource(stream, options.MaxPageBytes);
        for (var number = 1; lines.Next() is { } line; number++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"line {number}");
            if (number == 1 && line.Bytes.Span.Trim(" \t\r\ufeff"u8) is [(byte)'{' or (byte)'['])
            {
                // A value that begins with its bracket alone on a line is laid out over many.
                foreach (var item in ReadWhole(lines.Rest(line)))
                {
                    yield return item;
                }

                yield break;
            }

            if (line.Problem is { } problem)
            {
                yield return ContainedPage.Fault(place, problem);
            }
            else if (!line.Bytes.Span.Trim(" \t\r"u8).IsEmpty)
            {
                yield return ReadObject(line.Bytes, place);
            }
        }
    }

    /// <summary>The items of a JSON Feed (versions 1 and 1.1).</summary>
    public IEnumerable<ContainedPage> ReadFeed(Stream stream)
    {
        var whole = new LineSource(stream, options.MaxPageBytes).Rest(default);
        using var json = Parse(whole, out var problem);
        if (json is null || Find(json.RootElement, "items") is not { ValueKind: JsonValueKind.Array } items)
        {
            yield return ContainedPage.Fault("", problem ?? "the feed has no items");
            yield break;
        }

        var number = 0;
        foreach (var item in items.EnumerateArray())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"item {++number}");
            if (item.ValueKind != JsonValueKind.Object)
            {
                yield return ContainedPage.Fault(place, "it is no object; it is skipped");
                continue;
            }

            yield return FeedItem.ToPage(
                new FeedItem(
                    FeedItem.Escaped(Text(item, "title")),
                    Text(item, "content_html") ?? FeedItem.Escaped(Text(item, "content_text") ?? Text(item, "summary")),
                    Text(item, "url") ?? Text(item, "external_url"),
                    DayReader.Read(Text(item, "date_published"))),
                place);
        }
    }

    private IEnumerable<ContainedPage> ReadWhole(LineSource.Line whole)
    {
        using var json = Parse(whole, out var problem);
        if (json is null)
        {
            yield return ContainedPage.Fault("", problem!);
        }
        else if (json.RootElement.ValueKind == JsonValueKind.Array)
        {
            var number = 0;
            foreach (var item in json.RootElement.EnumerateArray())
            {
                yield return ToPage(item, string.Create(CultureInfo.InvariantCulture, $"item {++number}"));
            }
        }
        else
        {
            yield return ToPage(json.RootElement, "");
        }
    }

    private ContainedPage ReadObject(ReadOnlyMemory<byte> line, string place)
    {
        using var json = Parse(new LineSource.Line(line, null), out var problem);
        return json is null ? ContainedPage.Fault(place, problem!) : ToPage(json.RootElement, place);
    }

    private static JsonDocument? Parse(LineSource.Line line, out string? problem)
    {
        problem = line.Problem;
        if (problem is not null)
        {
            return null;
        }

        try
        {
            var bytes = line.Bytes.Span.StartsWith("\ufeff"u8) ? line.Bytes[3..] : line.Bytes;
            bytes = Utf8.IsValid(bytes.Span) ? bytes : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes.Span));
            var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 256 });
            if (json.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                return json;
            }

            json.Dispose();
            problem = "it is no JSON object; it is skipped";
        }
        catch (JsonException e)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"it is no valid JSON (from byte {e.BytePositionInLine}); it is skipped");
        }

        return null;
    }

    private ContainedPage ToPage(JsonElement item, string place)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return ContainedPage.Fault(place, "it is no object; it is skipped");
        }

        var html = options.HtmlField is { } htmlField ? Text(item, htmlField) : null;
        var text = options.TextField is { } textField ? Text(item, textField) : null;
        var isNewsPlease = options.HtmlField is null && options.TextField is null;
        text = isNewsPlease ? NewsPleaseText(item) : text;
        if (string.IsNullOrWhiteSpace(html ?? text))
        {
            return ContainedPage.Fault(place, isNewsPlease
                ? "it has no 'maintext' as news-please writes it; name the field with --text-field or --html-field. It is skipped"
                : $"it has no text in {string.Join(" or ", new[] { options.HtmlField, options.TextField }.Where(name => name is not null).Select(name => $"'{name}'"))}; it is skipped");
        }

        return ContainedPage.Of(place, new Page
        {
            Bytes = Encoding.UTF8.GetBytes((html ?? text)!),
            Uri = options.UriField is { } uri ? Text(item, uri) : AddressFields.Select(name => Text(item, name)).FirstOrDefault(value => value is not null),
            MediaType = html is null ? "text/plain" : "text/html",
            Charset = "utf-8",
            Fetched = isNewsPlease ? Instant(Text(item, "date_download")) : null,
            Published = options.PublishedField is { } published ? DayReader.Read(Text(item, published)) : isNewsPlease ? DayReader.Read(Text(item, "date_publish")) : null,
        });
    }

    /// <summary>Headline, then the text, as they would stand on a page.</summary>
    private static string? NewsPleaseText(JsonElement item) =>
        Text(item, "maintext") is { } body && !string.IsNullOrWhiteSpace(body) ? (Text(item, "title") is { Length: > 0 } title ? title + "\n\n" + body : body) : null;

    /// <summary>news-please writes UTC as <c>2025-08-25 06:00:00</c>; null for what is no such time.</summary>
    private static string? Instant(string? text) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss").Parse(text ?? "") is { Success: true } parsed
            ? NodaTime.Text.InstantPattern.General.Format(parsed.Value.InUtc().ToInstant())
            : null;

    private static string? Text(JsonElement item, string name)
    {
        if (Find(item, name) is not { ValueKind: JsonValueKind.String } value)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped: the rest of the value is still text.
            return JsonSerializer.Deserialize<string>(EscapedSurrogate().Replace(value.GetRawText(), "\\ufffd"));
        }
    }

    private static JsonElement? Find(JsonElement item, string name)
    {
        try
        {
            return item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            // A name with half of a surrogate pair, escaped: which field it is cannot be told.
            return null;
        }
    }

    [GeneratedRegex(@"\\u[dD][89a-fA-F][0-9a-fA-F]{2}", RegexOptions.NonBacktracking)]
    private static partial Regex EscapedSurrogate();
}
