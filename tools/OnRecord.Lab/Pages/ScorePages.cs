using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using OnRecord.Data;
using OnRecord.Pages.Html;
using OnRecord.Pages.Input;

namespace OnRecord.Lab.Pages;

/// <summary>What a system made of a page.</summary>
internal sealed record Extracted(string Text, string? Title, string? Day, string[] Authors)
{
    /// <summary>What it was made from.</summary>
    public Document? Document { get; init; }
}

/// <summary>What the page commands share.</summary>
internal static class ScorePages
{
    /// <summary>Reads every page with a model that has seen no page of its site, or with the one that is shipped.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="shipped">Whether to use the model that is shipped.</param>
    /// <param name="folds">A folder that keeps the models of the folds, so that rules can be tried without training; null trains.</param>
    public static Dictionary<string, Extracted> ReadAll(List<GoldPage> pages, bool shipped, string? folds)
    {
        var data = DataFolder.English();
        if (shipped)
        {
            var reader = new HtmlReader(data);
            return Read(pages, _ => reader);
        }

        var readers = (FoldModels.Read(folds) ?? Train(folds)).Select(model => new HtmlReader(data, model)).ToArray();
        return Read(pages, gold => readers[gold.Fold]);
    }

    private static ArticleModel[] Train(string? folds)
    {
        var examples = TrainPages.Examples([.. GoldPages.Wcxb(), .. GoldPages.Fundus()]);
        var models = TrainPages.Folds(examples, new TreeSettings());
        FoldModels.Write(folds, models);
        return models;
    }

    private static Dictionary<string, Extracted> Read(List<GoldPage> pages, Func<GoldPage, HtmlReader> reader) => pages.ToDictionary(
        gold => gold.Id,
        gold =>
        {
            var page = Page.Of(gold.Bytes, gold.Uri, "text/html");
            return Extract(reader(gold).Read(page, TextDecoder.Decode(page.Bytes, null, isHtml: true), ReadOptions.Default)[0]);
        });

    /// <summary>An article's running text and headings, without headline, byline, dateline, captions and credits.</summary>
    public static Extracted Extract(Document document) => new(
        string.Join('\n', document.Blocks
            .Where(block => block.Role.IsRunningText() || block.Role == BlockRole.Heading)
            .Select(block => (block.Role == BlockRole.List ? "- " : "") + block.Span.Of(document.Text))),
        document.First(BlockRole.Headline)?.Span.Of(document.Text),
        document.Published?.Value.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        [.. document.Bylines.Select(byline => byline.Name)])
    { Document = document };

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
