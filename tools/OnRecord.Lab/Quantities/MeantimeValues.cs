using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using OnRecord.Lab.Times;

namespace OnRecord.Lab.Quantities;

/// <summary>A figure marked in MEANTIME.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Type"><c>MONEY</c>, <c>PERCENT</c> or <c>QUANTITY</c>.</param>
internal readonly record struct GoldValue(TextSpan Span, string Type);

/// <summary>Reads the figures of MEANTIME, Apple and Airbus: sentences 0 to 5, which alone are annotated in full.</summary>
internal static class MeantimeValues
{
    private const int LastSentence = 5;

    public static (Document Document, ImmutableArray<GoldValue> Values) Read(string path)
    {
        var root = XDocument.Load(path).Root!;
        var text = new TokenText();
        var spans = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        var sentence = 0;
        foreach (var token in root.Elements("token"))
        {
            var number = int.Parse(token.Attribute("sentence")!.Value, CultureInfo.InvariantCulture);
            if (number > LastSentence)
            {
                break;
            }

            if (number != sentence)
            {
                text.Break();
            }

            sentence = number;

            // The corpus writes the sign of the pound as "#", an old habit of treebanks.
            spans[token.Attribute("t_id")!.Value] = text.Add(token.Value == "#" ? "£" : token.Value);
        }

        var values = root.Element("Markables")!.Elements("VALUE")
            .Select(value => (Type: value.Attribute("type")!.Value, Spans: value.Elements("token_anchor")
                .Select(anchor => spans.TryGetValue(anchor.Attribute("t_id")!.Value, out var span) ? span : (TextSpan?)null)
                .OfType<TextSpan>()
                .ToList()))
            .Where(value => value.Spans.Count > 0)
            .Select(value => new GoldValue(value.Spans.Aggregate((one, other) => one.Cover(other)), value.Type));
        return (GoldDocuments.Make(text.Text, MeantimeReader.Lines(text.Text), null), [.. values.OrderBy(value => value.Span)]);
    }
}
