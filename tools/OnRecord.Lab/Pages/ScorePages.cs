using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using OnRecord.Data;
using OnRecord.Pages.Html;
using OnRecord.Pages.Input;

namespace OnRecord.Lab.Pages;

/// <summary>What a system made of a page.</summary>
internal sealed record Extracted(string Text, string? Title, string? Day, string[] Authors);

/// <summary>What the page commands share.</summary>
internal static class ScorePages
{
    /// <summary>Reads every page with a model that has seen no page of its site.</summary>
    public static Dictionary<string, Extracted> ReadCrossValidated(List<GoldPage> pages, Action<GoldPage, Document>? look = null)
    {
        var examples = TrainPages.Examples([.. GoldPages.Wcxb(), .. GoldPages.Fundus()]);
        var data = DataFolder.English();
        var readers = TrainPages.Folds(examples, new TreeSettings()).Select(model => new HtmlReader(data, model)).ToArray();
        var read = new Dictionary<string, Extracted>(StringComparer.Ordinal);
        foreach (var gold in pages)
        {
            var page = Page.Of(gold.Bytes, gold.Uri, "text/html");
            var article = readers[gold.Fold].Read(page, TextDecoder.Decode(page.Bytes, null, isHtml: true), ReadOptions.Default)[0];
            look?.Invoke(gold, article);
            read[gold.Id] = Extract(article);
        }

        return read;
    }

    /// <summary>An article's running text and headings, without headline, byline, dateline, captions and credits.</summary>
    public static Extracted Extract(Document document) => new(
        string.Join('\n', document.Blocks
            .Where(block => block.Role.IsRunningText() || block.Role == BlockRole.Heading)
            .Select(block => (block.Role == BlockRole.List ? "- " : "") + block.Span.Of(document.Text))),
        document.First(BlockRole.Headline)?.Span.Of(document.Text),
        document.Published?.Value.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        [.. document.Bylines.Select(byline => byline.Name)]);

    /// <summary>Pages in a second, warmed, one thread, and bytes allocated a page.</summary>
    public static (double PagesPerSecond, double Bytes) Speed(List<GoldPage> pages, Action<GoldPage> read)
    {
        foreach (var page in pages.Take(150))
        {
            read(page);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        foreach (var page in pages)
        {
            read(page);
        }

        return (pages.Count / watch.Elapsed.TotalSeconds, (GC.GetAllocatedBytesForCurrentThread() - before) / (double)pages.Count);
    }

    /// <summary>A fingerprint of the gold.</summary>
    public static string Fingerprint(IEnumerable<GoldPage> pages) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(pages.Select(page => page.Id + page.Text + page.Title + page.Day)))))[..12];

    /// <summary>Titles are compared in lower case without signs.</summary>
    public static bool SameTitle(string? found, string? gold) =>
        found is not null && gold is not null && string.Join(' ', WordMeasure.Words(found)) == string.Join(' ', WordMeasure.Words(gold));
}
