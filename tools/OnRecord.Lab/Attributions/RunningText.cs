namespace OnRecord.Lab.Attributions;

/// <summary>A gold text as a document of running text: one paragraph a line.</summary>
internal static class RunningText
{
    public static Document Document(string text) => new()
    {
        Page = new PageFacts(null, "text/plain", "utf-8", new string('0', 64), null),
        Ordinal = 0,
        Kind = DocumentKind.Article,
        Text = text,
        Blocks = [.. Paragraphs(text)],
        Language = "en",
    };

    private static IEnumerable<Block> Paragraphs(string text)
    {
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return new Block(new TextSpan(start, start + line.Length), BlockRole.Paragraph, "gold: running text");
            }

            start += line.Length + 1;
        }
    }
}
