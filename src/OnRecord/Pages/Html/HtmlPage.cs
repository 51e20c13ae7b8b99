using AngleSharp.Html.Parser;

namespace OnRecord.Pages.Html;

/// <summary>A page taken apart, before anything is decided about it. For one thread.</summary>
/// <param name="Scan">What was seen in its characters.</param>
/// <param name="Tree">Its boxes and runs of text.</param>
/// <param name="Head">What its data state.</param>
/// <param name="Sums">Sums over its runs, and the box that holds most prose.</param>
/// <param name="Clues">What its data say that helps to know the article.</param>
/// <param name="Phrases">What lines of pages say; the features need it.</param>
internal sealed record HtmlPage(TagScan Scan, HtmlTree Tree, HeadFacts Head, PageSums Sums, PageClues Clues, PagePhrases Phrases)
{
    private float[][]? _features;

    /// <summary>What is known of each run as numbers, in the order of <see cref="RunFeatures.Names"/>; made when they are asked for.</summary>
    public float[][] Features
    {
        get => _features ??= RunFeatures.Of(Tree, Sums, Phrases, Clues);
        init => _features = value;
    }
}

/// <summary>Takes pages apart. Opened once, then safe to use from many threads.</summary>
internal sealed class HtmlPageParser(ClassWords words, PagePhrases phrases, HeadReader head)
{
    private static readonly HtmlParserOptions Options = new()
    {
        IsKeepingSourceReferences = true,
        IsScripting = true,
        SkipComments = true,
        SkipScriptText = true,
        SkipRawText = true,
    };

    /// <summary>The parts of a page.</summary>
    /// <param name="html">Its characters.</param>
    /// <param name="uri">Where it was found, or null.</param>
    public HtmlPage Parse(string html, string? uri)
    {
        var page = Parse(TagScan.Of(html), uri);
        return NoScript.HoldsTheText(page) ? Parse(TagScan.Of(NoScript.Opened(page.Scan)), uri) : page;
    }

    private HtmlPage Parse(TagScan scan, string? uri)
    {
        var document = new HtmlParser(Options).ParseDocument(scan.Html);
        var root = document.DocumentElement;
        var tree = TreeBuilder.Build(root, scan, words);
        var facts = head.Read(root, tree, scan, uri);
        var clues = new PageClues(facts.Titles, facts.Description?.Text, facts.ArticleBody);
        return new HtmlPage(scan, tree, facts, new PageSums(tree), clues, phrases);
    }
}
