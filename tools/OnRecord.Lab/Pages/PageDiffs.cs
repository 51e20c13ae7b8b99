using System.Globalization;
using System.Text.Json;

namespace OnRecord.Lab.Pages;

/// <summary>Prints what separates our text of a page from the gold: lines with words that the other side has not.</summary>
internal static class PageDiffs
{
    private const int Gram = 3;
    private const float Foreign = 0.5f;
    private const int Shown = 160;

    /// <summary>For each page a line with its figures, then <c>+</c> lines that the gold has not, and <c>-</c> lines of the gold that ours has not.</summary>
    public static void Print(IEnumerable<GoldPage> pages, Dictionary<string, Extracted> read)
    {
        foreach (var page in pages.Where(page => page.Text.Length > 0))
        {
            var found = read[page.Id].Text;
            if (WordMeasure.Words(found).SequenceEqual(WordMeasure.Words(page.Text)))
            {
                continue;
            }

            var (precision, recall, f1) = WordMeasure.Of(found, page.Text);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"= {page.Id} F1 {f1:F3} P {precision:F3} R {recall:F3} {page.Uri}"));
            Lines("+", found, page.Text);
            Lines("-", page.Text, found);
        }
    }

    /// <summary>Writes for each page the gold and our blocks, for looks at both that this program has not.</summary>
    public static void Write(string path, IEnumerable<GoldPage> pages, Dictionary<string, Extracted> read) => File.WriteAllLines(path, pages.Select(page => JsonSerializer.Serialize(new
    {
        page.Id,
        page.Uri,
        Gold = page.Text,
        page.Title,
        page.Day,
        page.Authors,
        Blocks = read[page.Id].Document!.Blocks.Select(block => new { Role = block.Role.ToString(), block.Reason, Text = block.Span.Of(read[page.Id].Document!.Text) }),
    })));

    private static void Lines(string sign, string text, string other)
    {
        var grams = Grams(other, Gram).ToHashSet(StringComparer.Ordinal);
        var words = WordMeasure.Words(other).ToHashSet(StringComparer.Ordinal);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var own = Grams(lines[i], Gram).ToArray();
            var inside = own.Length > 0 ? own.Count(grams.Contains) / (float)own.Length
                : WordMeasure.Words(lines[i]) is { Count: > 0 } few ? few.Count(words.Contains) / (float)few.Count : 1;
            if (inside < Foreign || (own.Length == 0 && inside < 1))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {sign} [{i + 1}/{lines.Length}] {(lines[i].Length > Shown ? lines[i][..Shown] + " …" : lines[i])}"));
            }
        }
    }

    private static IEnumerable<string> Grams(string text, int gram)
    {
        var words = WordMeasure.Words(text);
        for (var i = 0; i + gram <= words.Count; i++)
        {
            yield return string.Join(' ', words[i..(i + gram)]);
        }
    }
}
