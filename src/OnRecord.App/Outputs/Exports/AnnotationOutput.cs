using NodaTime.Text;

namespace OnRecord.App.Outputs.Exports;

/// <summary>Claims and their sources as W3C Web Annotations (JSON-LD): each target with a quotation and with a position in code points of the record's text.</summary>
internal sealed class AnnotationOutput(Stream output) : IRecordOutput, IDisposable
{
    private const int Context = 32;

    private readonly JsonItems _items = new(output, "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"urn:onrecord:annotations\",\"type\":\"AnnotationPage\",\"items\":[", "]}");

    public void Write(string name, IReadOnlyList<Record> records)
    {
        foreach (var record in records)
        {
            var map = new CodePointMap(record.Document.Text);
            foreach (var row in ClaimRow.Of(record))
            {
                _items.Add(Annotation(row, map));
            }
        }
    }

    public void Dispose() => _items.Close();

    private static object Annotation(ClaimRow row, CodePointMap map)
    {
        var language = row.Record.Document.Language;
        var bodies = new List<object>
        {
            new { type = "TextualBody", value = row.Claim.Statement, format = "text/plain", language, purpose = "describing" },
            new { type = "TextualBody", value = ClaimColumns.Camel(row.Claim.Status), purpose = "classifying" },
        };
        if (row.Claim.Negated)
        {
            bodies.Add(new { type = "TextualBody", value = "negated", purpose = "classifying" });
        }

        if (row.SourceText is { } source)
        {
            bodies.Add(new { type = "TextualBody", value = row.Through is { } through ? $"{through} ← {source}" : source, format = "text/plain", language, purpose = "identifying" });
        }

        if (row.When is { } time)
        {
            bodies.Add(new { type = "TextualBody", value = time.Edtf ?? $"{row.Earliest ?? ".."}/{row.Latest ?? ".."}", purpose = "tagging" });
        }

        return new
        {
            id = row.Urn,
            type = "Annotation",
            motivation = "describing",
            generator = new { id = "urn:onrecord:generator", type = "Software", name = "OnRecord" },
            body = bodies,
            target = new
            {
                source = row.Record.Document.Page.Uri ?? "urn:sha256:" + row.Record.Document.Page.Sha256,
                selector = Selectors(row.Record.Document.Text, row.Claim.Span, map),
                state = row.Record.Document.Page.Fetched is { } fetched && InstantPattern.ExtendedIso.Parse(fetched).Success ? new { type = "TimeState", sourceDate = fetched } : null,
            },
        };
    }

    private static object[] Selectors(string text, TextSpan span, CodePointMap map) =>
    [
        new { type = "TextQuoteSelector", exact = span.Of(text), prefix = text[Before(text, span.Start)..span.Start], suffix = text[span.End..Behind(text, span.End)] },
        new { type = "TextPositionSelector", start = map.ToCodePoints(span.Start), end = map.ToCodePoints(span.End) },
    ];

    /// <summary>Never in the middle of a surrogate pair.</summary>
    private static int Before(string text, int at) => Math.Max(0, at - Context) is var start && start > 0 && char.IsLowSurrogate(text[start]) ? start + 1 : start;

    private static int Behind(string text, int at) => Math.Min(text.Length, at + Context) is var end && end < text.Length && char.IsLowSurrogate(text[end]) ? end - 1 : end;
}
