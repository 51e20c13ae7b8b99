using System.Collections.Immutable;
using OnRecord.Data;
using OnRecord.Pages.Input;
using OnRecord.Pages.Stated;

namespace OnRecord.Pages.Html;

/// <summary>Separates an HTML page into the documents that stand on it.</summary>
/// <remarks>
/// The page is cut into runs of text between line borders; a model of boosted trees says of each run whether it belongs to
/// the article, from the run, its place and its neighbours, and a second one from the opinion on the runs around it; rules
/// then give roles. Nothing knows any site.
/// </remarks>
internal sealed class HtmlReader
{
    private const int LeastArticleWords = 40;
    private const int LongArticleWords = 250;
    private const int LeastListingCards = 4;

    private readonly HtmlPageParser _parser;
    private readonly PagePhrases _phrases;
    private readonly ArticleFinder _finder;
    private readonly BylineReader _bylines;
    private readonly NearbyDate _nearby;
    private readonly PublicationDates _dates;
    private readonly DateLines _lines;

    /// <summary>Opens lexicons and model.</summary>
    /// <exception cref="DataFileException">One is missing or damaged.</exception>
    public HtmlReader(DataFolder data)
        : this(data, ArticleModel.Open(data))
    {
    }

    /// <summary>A reader with another model, for cross-validation.</summary>
    internal HtmlReader(DataFolder data, ArticleModel model)
    {
        _parser = OpenParser(data);
        _phrases = new PagePhrases(data);
        _finder = new ArticleFinder(model, _phrases);
        _bylines = new BylineReader(data);
        _lines = new DateLines(data);
        _nearby = new NearbyDate(_lines, _phrases);
        _dates = new PublicationDates(_lines, new ScriptDates(data));
    }

    /// <summary>What takes pages apart, without the model: training needs it before there is one.</summary>
    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public static HtmlPageParser OpenParser(DataFolder data) => new(new ClassWords(data), new PagePhrases(data), new HeadReader(data));

    /// <summary>The documents on a page, in the order of the page.</summary>
    public ImmutableArray<Document> Read(Page page, DecodedText text, ReadOptions options)
    {
        var parsed = _parser.Parse(text.Text, page.Uri);
        var builder = new DocumentBuilder(page, text, parsed);
        if (parsed.Tree.Runs is [{ Href: not null, LinkDensity: > 0.8f, Box.HeadingLevel: > 0 } only])
        {
            // A page of one linked headline, such as an item of a feed without a content, is a teaser and nothing else.
            return [builder.Build(0, DocumentKind.Teaser, [FoundBlock.Of(only, BlockRole.Headline, "linked-headline")]) with { Unresolved = text.UnresolvedFor(only.Text.Length) }];
        }

        var scores = _finder.Scores(parsed);
        if (IsListing(parsed, scores))
        {
            return [Listing(builder, parsed, options, text)];
        }

        var blocks = _nearby.AddTo(ArticleRoles.Blocks(parsed, scores, _phrases, _lines), parsed);
        var article = Article(builder.Build(0, DocumentKind.Article, blocks), parsed, options, text);
        article = LeftOutText.IsThere(parsed, scores) ? article with { Unresolved = article.Unresolved.Add(new Unresolved(new TextSpan(0, article.Text.Length), "article", "similarTextLeftOut")) } : article;
        var taken = blocks.Where(block => block.Run is not null).Select(block => block.Run!.Index).ToHashSet();
        var teasers = TeaserFinder.Find(parsed, run => taken.Contains(run.Index), run => CrossReference.Is(run, _phrases));
        return [article, .. teasers.Select((teaser, i) => builder.Build(i + 1, DocumentKind.Teaser, teaser))];
    }

    private Document Article(Document document, HtmlPage parsed, ReadOptions options, DecodedText text)
    {
        var unresolved = text.UnresolvedFor(document.Text.Length);
        unresolved = document.Text.Length == 0 ? unresolved.Add(new Unresolved(new TextSpan(0, 0), "article", "noArticleText")) : unresolved;
        unresolved = parsed.Head.HoldsUnreadData ? unresolved.Add(new Unresolved(new TextSpan(0, 0), "data", "unreadableData")) : unresolved;
        var dated = _dates.Of(document, parsed, options);
        return dated with
        {
            Bylines = _bylines.Read(document.Text, document.Blocks, parsed.Head.Authors),
            Unresolved = [.. unresolved, .. dated.Unresolved, .. HeadlineConflict(document, parsed.Head)],
        };
    }

    /// <summary>The headline that readers see goes before what the data state; where these say something else, the record says so.</summary>
    private static IEnumerable<Unresolved> HeadlineConflict(Document document, HeadFacts head) =>
        document.First(BlockRole.Headline) is { } shown && head.Titles.Length > 0 && head.Titles.All(title => !HeadText.SameWords(title, shown.Span.Of(document.Text)))
            ? [new Unresolved(shown.Span, "headline", "statedOtherwise")]
            : [];

    /// <summary>An index page: what reads like an article is too little, or stands in teasers.</summary>
    private static bool IsListing(HtmlPage parsed, float[] scores)
    {
        var cards = TeaserFinder.Find(parsed, _ => false, _ => false);
        if (cards.Count < LeastListingCards || parsed.Head.SaysArticle)
        {
            return false;
        }

        var inCards = cards.SelectMany(card => card).Select(block => block.Run!.Index).ToHashSet();
        var own = parsed.Tree.Runs.Where(run => scores[run.Index] > 0 && !inCards.Contains(run.Index) && PageSums.IsProse(run)).Sum(run => run.Words);
        var others = cards.SelectMany(card => card).Sum(block => block.Run!.Words);
        return own < LeastArticleWords || (own < others / 4 && own < LongArticleWords);
    }

    private Document Listing(DocumentBuilder builder, HtmlPage parsed, ReadOptions options, DecodedText text)
    {
        var blocks = new List<FoundBlock>();
        if (parsed.Head.Title is { } title)
        {
            blocks.Add(new FoundBlock(title.Text, BlockRole.Headline, "title-from-metadata: " + title.From, null, title));
        }

        // On an index page every headline is one of several: a heading.
        blocks.AddRange(TeaserFinder.Find(parsed, _ => false, _ => false)
            .SelectMany(card => card)
            .Select(block => block.Role == BlockRole.Headline ? block with { Role = BlockRole.Heading } : block));
        var document = builder.Build(0, DocumentKind.Listing, blocks);
        var dated = _dates.Of(document, parsed, options);
        return dated with { Truncated = false, Unresolved = [.. text.UnresolvedFor(document.Text.Length), .. dated.Unresolved] };
    }
}
