using System.Collections.Immutable;
using AngleSharp.Dom;
using NodaTime;
using OnRecord.Data;

namespace OnRecord.Pages.Html;

/// <summary>A fact that the page's data state, and where they state it.</summary>
/// <param name="Text">The fact.</param>
/// <param name="Source">Range of its element on the page, in UTF-16 code units.</param>
/// <param name="From">What stated it, for the reason: <c>meta og:title</c>.</param>
internal sealed record Stated(string Text, TextSpan Source, string From);

/// <summary>What a page states about its article outside the article's text.</summary>
/// <remarks>
/// Order where they disagree. Title: JSON-LD headline, <c>og:title</c> and its kin, the <c>title</c> element without the
/// name of the site. Writers: JSON-LD, then <c>meta</c>. Publisher: <c>og:site_name</c>, then JSON-LD, then other
/// <c>meta</c>. Day: JSON-LD <c>datePublished</c>, <c>meta</c> in the order of the lexicon, microdata, <c>time</c> elements
/// marked as publication or the first one outside menus; then the line under the headline; then the address. Language: the root's <c>lang</c>, then <c>meta</c>, then JSON-LD.
/// </remarks>
internal sealed record HeadFacts
{
    public Stated? Title { get; init; }

    public Stated? Description { get; init; }

    public string? ArticleBody { get; init; }

    public ImmutableArray<Stated> Authors { get; init; } = [];

    public string? Publisher { get; init; }

    public LocalDate? Published { get; init; }

    /// <summary>The day that the address names.</summary>
    public LocalDate? AddressDay { get; init; }

    public string Language { get; init; } = "und";

    /// <summary>The address that the page gives for itself.</summary>
    public string? Address { get; init; }

    /// <summary>Whether the page's data call it an article.</summary>
    public bool SaysArticle { get; init; }
}

/// <summary>Reads the facts that a page's data state.</summary>
internal sealed class HeadReader
{
    private const string LexiconName = "html-meta";
    private const int LongestName = 80;
    private const int MostWordsOfName = 6;

    private readonly Dictionary<string, (string Fact, int Order)> _names = new(StringComparer.Ordinal);

    /// <summary>Opens the lexicon.</summary>
    /// <exception cref="DataFileException">It is missing.</exception>
    public HeadReader(DataFolder data)
    {
        foreach (var row in data.Lexicon(LexiconName).Rows)
        {
            _names.TryAdd(row["name"], (row["fact"], row.Line));
        }
    }

    /// <summary>The facts of a page.</summary>
    /// <param name="root">Its root element.</param>
    /// <param name="tree">Its boxes, runs and marked elements.</param>
    /// <param name="scan">What was seen in its characters.</param>
    /// <param name="uri">Where it was found, or null.</param>
    public HeadFacts Read(IElement root, HtmlTree tree, TagScan scan, string? uri)
    {
        var meta = Meta(tree, scan.Html);
        var json = JsonLd.Find(scan.Html, scan.DataScripts);
        var address = Canonical(tree) ?? First(meta, "address")?.Text;
        var site = First(meta, "site");
        var publisher = site is { From: "meta og:site_name" } ? site.Text : json?.Publisher ?? site?.Text;
        return new HeadFacts
        {
            Title = Title(tree, meta, json, publisher, scan.Html),
            Description = First(meta, "description"),
            ArticleBody = json?.Body,
            Authors = Authors(meta, json, publisher),
            Publisher = publisher,
            Published = Published(tree, meta, json),
            AddressDay = (uri ?? address) is { } named ? DayReader.InAddress(named) : null,
            Language = Language(root, meta, json),
            Address = address,
            SaysArticle = json is { Published: not null } || meta.Any(row => row.Fact == "published" && row.Stated.From.StartsWith("meta article:", StringComparison.Ordinal)),
        };
    }

    private List<(string Fact, int Order, Stated Stated)> Meta(HtmlTree tree, string html)
    {
        var found = new List<(string Fact, int Order, Stated Stated)>();
        foreach (var marked in tree.Marked.Where(marked => marked.Element.LocalName == "meta"))
        {
            if (marked.Element.GetAttribute("content") is not { Length: > 0 } content)
            {
                continue;
            }

            foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
            {
                if (marked.Element.GetAttribute(attribute) is { Length: > 0 and <= LongestName } name
                    && _names.TryGetValue(name.ToLowerInvariant(), out var fact)
                    && HeadText.Clean(content) is { Length: > 0 } text)
                {
                    found.Add((fact.Fact, fact.Order, new Stated(text, SourceOf(marked, html), "meta " + name.ToLowerInvariant())));
                    break;
                }
            }
        }

        return [.. found.OrderBy(row => row.Order)];
    }

    private static TextSpan SourceOf(MarkedElement marked, string html)
    {
        var end = TagScan.TagEnd(html, marked.Start);
        var close = marked.Element.LocalName == "title" ? html.IndexOf("</", end, StringComparison.Ordinal) : -1;
        return new TextSpan(marked.Start, close < 0 ? end : TagScan.TagEnd(html, close));
    }

    private static Stated? First(List<(string Fact, int Order, Stated Stated)> meta, string fact) =>
        meta.FirstOrDefault(row => row.Fact == fact).Stated;

    private static Stated? Title(HtmlTree tree, List<(string Fact, int Order, Stated Stated)> meta, JsonLdArticle? json, string? publisher, string html)
    {
        if (json is { Headline.Length: > 3, Published: not null })
        {
            return new Stated(json.Headline, json.Script, "JSON-LD headline");
        }

        if (First(meta, "title") is { Text.Length: > 3 } stated)
        {
            return stated with { Text = SiteSuffix.Remove(stated.Text, publisher) };
        }

        var title = tree.Marked.FirstOrDefault(marked => marked.Element.LocalName == "title" && marked.Element.NamespaceUri?.EndsWith("xhtml", StringComparison.Ordinal) == true);
        return title is not null && HeadText.Clean(title.Element.TextContent) is { Length: > 0 } text
            ? new Stated(SiteSuffix.Remove(text, publisher), SourceOf(title, html), "title element")
            : null;
    }

    private static ImmutableArray<Stated> Authors(List<(string Fact, int Order, Stated Stated)> meta, JsonLdArticle? json, string? publisher)
    {
        var rows = meta.Where(row => row.Fact == "author").Select(row => row.Stated).ToArray();
        ImmutableArray<Stated>[] candidates =
        [
            Names(json?.Authors.Select(name => new Stated(name, json.Script, "JSON-LD author")) ?? [], publisher),
            Names(rows.Where(row => row.From == rows[0].From), publisher),
        ];
        return candidates.FirstOrDefault(names => names.Length > 0, []);
    }

    /// <summary>Names of people: the publisher signs where no writer does.</summary>
    private static ImmutableArray<Stated> Names(IEnumerable<Stated> stated, string? publisher) =>
    [
        .. stated.SelectMany(row => PersonNames.Split(row.Text).Select(name => row with { Text = name }))
            .Where(row => IsName(row.Text) && !row.Text.Equals(publisher, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(row => row.Text),
    ];

    private static bool IsName(string text) =>
        text.Length <= LongestName && !text.Contains("://", StringComparison.Ordinal) && !text.Contains('@') && text.Any(char.IsLetter)
        && text.AsSpan().Count(' ') < MostWordsOfName;

    private static string Language(IElement root, List<(string Fact, int Order, Stated Stated)> meta, JsonLdArticle? json)
    {
        foreach (var candidate in (ReadOnlySpan<string?>)[root.GetAttribute("lang"), root.GetAttribute("xml:lang"), First(meta, "language")?.Text, json?.Language])
        {
            if (LanguageTag.Normalize(candidate) is { } tag)
            {
                return tag;
            }
        }

        return "und";
    }

    private static string? Canonical(HtmlTree tree) => tree.Marked
        .FirstOrDefault(marked => marked.Element.LocalName == "link" && string.Equals(marked.Element.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase))
        ?.Element.GetAttribute("href");

    private static LocalDate? Published(HtmlTree tree, List<(string Fact, int Order, Stated Stated)> meta, JsonLdArticle? json) =>
        DayReader.Read(json?.Published)
        ?? meta.Where(row => row.Fact == "published").Select(row => DayReader.Read(row.Stated.Text)).FirstOrDefault(found => found is not null)
        ?? Elements(tree).FirstOrDefault(found => found is not null);

    private static IEnumerable<LocalDate?> Elements(HtmlTree tree)
    {
        foreach (var marked in tree.Marked)
        {
            if (marked.Element.GetAttribute("itemprop")?.Contains("datePublished", StringComparison.OrdinalIgnoreCase) == true)
            {
                yield return DayOf(marked.Element);
            }
        }

        var times = tree.Marked.Where(marked => marked.Element.LocalName == "time").ToArray();
        foreach (var marked in times.Where(marked => marked.Element.HasAttribute("pubdate") || SaysPublished(marked.Element)))
        {
            yield return DayOf(marked.Element);
        }

        // The first time element stands under the headline as a rule; one in a list of other stories does not.
        foreach (var marked in times.Where(marked => !marked.Unread && (marked.Run >= tree.Runs.Length || (tree.Runs[marked.Run].Box.Places & (Place.Nav | Place.Aside | Place.Footer | Place.List)) == 0)).Take(1))
        {
            yield return DayOf(marked.Element);
        }
    }

    private static bool SaysPublished(IElement time) =>
        time.GetAttribute("class") is { } names && (names.Contains("publi", StringComparison.OrdinalIgnoreCase) || names.Contains("entry-date", StringComparison.OrdinalIgnoreCase));

    private static LocalDate? DayOf(IElement element) =>
        DayReader.Read(element.GetAttribute("datetime")) ?? DayReader.Read(element.GetAttribute("content")) ?? DayReader.Read(HeadText.Clean(element.TextContent));
}
