using AngleSharp.Html.Parser;

namespace OnRecord.Pages.Html;

/// <summary>A page taken apart, before anything is decided about it.</summary>
/// <param name="Scan">What was seen in its characters.</param>
/// <param name="Tree">Its boxes and runs of text.</param>
/// <param name="Head">What its data state.</param>
/// <param name="Sums">Sums over its runs, and the box that holds most prose.</param>
/// <param name="Clues">What its data say that helps to know the article.</param>
/// <param name="Features">What is known of each run as numbers, in the order of <see cref="RunFeatures.Names"/>.</param>
internal sealed record HtmlPage(TagScan Scan, HtmlTree Tree, HeadFacts Head, PageSums Sums, PageClues Clues, float[][] Features);

/// <summary>Takes pages apart. Opened once, then safe to use from many threads.</summary>
internal sealed class HtmlPageParser(ClassWords words, PagePhrases phrases, HeadReader head)
{
    private static readonly HtmlParserOptions Options = new()
    {
        IsKeepingSourceReferences = true,
        IsScripting = false,
        SkipComments = true,
        SkipScriptText = true,
        SkipRawText = true,
    };

    /// <summary>The parts of a page.</summary>
    /// <param name="html">Its characters.</param>
    /// <param name="uri">Where it was found, or null.</param>
    public HtmlPage Parse(string html, string? uri)
    {
        var scan = TagScan.Of(html);
        var document = new HtmlParser(Options).ParseDocument(scan.Html);
        var root = document.DocumentElement;
        var tree = TreeBuilder.Build(root, scan, words);
        var facts = head.Read(root, tree, scan, uri);
        var sums = new PageSums(tree);
        var clues = new PageClues(facts.Title?.Text, facts.Description?.Text, facts.ArticleBody);
        return new HtmlPage(scan, tree, facts, sums, clues, RunFeatures.Of(tree, sums, phrases, clues));
    }
}
