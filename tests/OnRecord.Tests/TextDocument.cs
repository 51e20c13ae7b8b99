using NodaTime;

namespace OnRecord.Tests;

/// <summary>Documents made by hand: running text, one paragraph a line.</summary>
internal static class TextDocument
{
    public static Document Of(string text, LocalDate? published = null) => new()
    {
        Page = new PageFacts(null, "text/plain", "utf-8", new string('0', 64), null),
        Ordinal = 0,
        Kind = DocumentKind.Article,
        Text = text,
        Blocks = [.. Paragraphs(text)],
        Language = "en",
        Published = published is { } day ? new PublishedDate(day, DateBasis.Given) : null,
    };

    private static IEnumerable<Block> Paragraphs(string text)
    {
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                yield return new Block(new TextSpan(start, start + line.Length), BlockRole.Paragraph, "plain: given as running text");
            }

            start += line.Length + 1;
        }
    }
}
