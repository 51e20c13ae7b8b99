using System.Globalization;
using System.Xml.Linq;
using NodaTime.Text;

namespace OnRecord.Lab.Times;

/// <summary>Reads MEANTIME, Apple and Airbus: sentences 0 to 5, which alone are annotated in full.</summary>
internal static class MeantimeReader
{
    private const int LastSentence = 5;

    public static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Gold.Path("meantime", "intra-doc_annotation"), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>The text of the annotated sentences, and the span of each token by its id.</summary>
    public static (string Text, Dictionary<string, TextSpan> Spans) Text(XElement root)
    {
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

            // Title and date line are lines of their own; the rest is one paragraph.
            if (number != sentence && sentence < 2)
            {
                text.Break();
            }

            sentence = number;
            spans[token.Attribute("t_id")!.Value] = text.Add(token.Value);
        }

        return (text.Text, spans);
    }

    public static GoldDocument Read(string path)
    {
        var root = XDocument.Load(path).Root!;
        var (text, spans) = Text(root);

        var timexes = root.Descendants("TIMEX3").ToList();

        // Two documents do not mark their date line; it is the first full date all the same.
        var created = timexes.FirstOrDefault(timex => timex.Attribute("functionInDocument")!.Value == "CREATION_TIME")
            ?? timexes.Where(timex => Cover(timex, spans) is not null && LocalDatePattern.Iso.Parse(timex.Attribute("value")!.Value).Success).MinBy(timex => Cover(timex, spans))!;
        var published = LocalDatePattern.Iso.Parse(created.Attribute("value")!.Value).Value;
        return new GoldDocument(
            Path.GetFileName(path),
            GoldDocuments.Make(text, Lines(text), published),
            [.. timexes.Where(timex => timex != created).Select(timex => Time(timex, spans)).OfType<GoldTime>()],
            Cover(created, spans) is { } own ? [own] : []);
    }

    private static GoldTime? Time(XElement timex, Dictionary<string, TextSpan> spans) => Cover(timex, spans) is { } span
        ? new GoldTime(span, timex.Attribute("type")!.Value, timex.Attribute("value")!.Value)
        : null;

    private static TextSpan? Cover(XElement timex, Dictionary<string, TextSpan> spans)
    {
        TextSpan? cover = null;
        foreach (var anchor in timex.Elements("token_anchor"))
        {
            if (spans.TryGetValue(anchor.Attribute("t_id")!.Value, out var span))
            {
                cover = cover is { } so ? so.Cover(span) : span;
            }
        }

        return cover;
    }

    internal static IEnumerable<TextSpan> Lines(string text)
    {
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                yield return new TextSpan(start, start + line.Length);
            }

            start += line.Length + 1;
        }
    }
}
