using System.Collections.Immutable;
using AngleSharp.Dom;
using OnRecord.Data;
using OnRecord.Pages.Stated;

namespace OnRecord.Pages.Html;

/// <summary>A fact that a <c>meta</c> element states.</summary>
/// <param name="Fact">The lexicon's name of the fact.</param>
/// <param name="Order">Its place in the lexicon: the least counts most.</param>
/// <param name="Stated">What it says, and where.</param>
internal sealed record MetaFact(string Fact, int Order, Stated Stated);

/// <summary>Reads the facts that a page's data state.</summary>
internal sealed class HeadReader
{
    private const string LexiconName = "html-meta";
    private const int LongestName = 80;
    private const int MostWordsOfName = 6;
    private const int MostFacts = 60;
    private const int ShortestSite = 4;

    private readonly PersonNames _people;
    private readonly Dictionary<string, (string Fact, int Order)> _names = new(StringComparer.Ordinal);

    /// <summary>Opens the lexicon.</summary>
    /// <exception cref="DataFileException">It is missing.</exception>
    public HeadReader(DataFolder data)
    {
        _people = new PersonNames(data);
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
        var json = JsonLd.Find(scan.Html, scan.DataScripts, out var unread);
        var canonical = Canonical(tree, scan.Html);
        var address = canonical?.Text ?? First(meta, "address")?.Text;
        var site = First(meta, "site");
        var publisher = site is { From: "meta og:site_name" } ? site.Text : json?.Publisher ?? site?.Text;
        var titles = Titles(tree, meta, json, publisher, scan.Html).ToArray();
        var authors = Authors(meta, json, publisher, uri ?? address);
        var dates = HeadDates.Of(tree, meta, json, scan.Html);
        var section = json?.Section is { } named ? new Stated(named, json.Script, "JSON-LD articleSection") : First(meta, "section");
        return new HeadFacts
        {
            Title = titles.FirstOrDefault(),
            Titles = [.. titles.Select(title => title.Text).Distinct(StringComparer.Ordinal)],
            Description = First(meta, "description"),
            ArticleBody = json?.Body,
            Authors = authors,
            Publisher = publisher,
            Published = dates.Published,
            Modified = dates.Modified,
            Section = section?.Text,
            All = All(meta, json, titles, dates, (section, canonical)),
            AddressDay = AddressDay.Of(uri ?? address),
            Language = Language(root, meta, json),
            Address = address,
            HoldsUnreadData = unread is not null,
            SaysArticle = json is { Published: not null } || meta.Any(row => row.Fact == "published" && row.Stated.From.StartsWith("meta article:", StringComparison.Ordinal)),
        };
    }

    private List<MetaFact> Meta(HtmlTree tree, string html)
    {
        var found = new List<MetaFact>();
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
                    && HeadText.Clean(content) is { Length: > 0 } text
                    && (fact.Fact != "address" || PageAddress.IsWeb(text)))
                {
                    found.Add(new MetaFact(fact.Fact, fact.Order, new Stated(text, SourceOf(marked, html), "meta " + name.ToLowerInvariant())));
                    break;
                }
            }
        }

        return [.. found.OrderBy(row => row.Order)];
    }

    internal static TextSpan SourceOf(MarkedElement marked, string html)
    {
        var start = Math.Max(0, marked.Start);
        var end = TagScan.TagEnd(html, start);
        var close = marked.Element.LocalName == "title" ? html.IndexOf("</", end, StringComparison.Ordinal) : -1;
        return new TextSpan(start, close < 0 ? end : TagScan.TagEnd(html, close));
    }

    private static Stated? First(List<MetaFact> meta, string fact) =>
        meta.FirstOrDefault(row => row.Fact == fact)?.Stated;

    private static IEnumerable<Stated> Titles(HtmlTree tree, List<MetaFact> meta, JsonLdArticle? json, string? publisher, string html)
    {
        if (json is { Headline.Length: > 3, Published: not null })
        {
            yield return new Stated(json.Headline, json.Script, "JSON-LD headline");
        }

        foreach (var row in meta.Where(row => row.Fact == "title" && row.Stated.Text.Length > 3))
        {
            yield return row.Stated with { Text = SiteSuffix.Remove(row.Stated.Text, publisher) };
        }

        var title = tree.Marked.FirstOrDefault(marked => marked.Element.LocalName == "title" && marked.Element.NamespaceUri?.EndsWith("xhtml", StringComparison.Ordinal) == true);
        if (title is not null && HeadText.Clean(title.Element.TextContent) is { Length: > 0 } text)
        {
            yield return new Stated(SiteSuffix.Remove(text, publisher), SourceOf(title, html), "title element");
        }
    }

    /// <summary>What the record tells of the page's data.</summary>
    private static ImmutableArray<(FactKind, Stated)> All(List<MetaFact> meta, JsonLdArticle? json, Stated[] titles, HeadDates dates, (Stated? Section, Stated? Canonical) others)
    {
        var all = new List<(FactKind What, Stated Stated)>();
        void Add(FactKind what, params IEnumerable<Stated?> stated) => all.AddRange(stated.OfType<Stated>().Select(one => (what, one)));
        Stated? Json(string? text, string property) => text is null ? null : new Stated(text, json!.Script, "JSON-LD " + property);
        IEnumerable<Stated> Meta(string fact) => meta.Where(row => row.Fact == fact).Select(row => row.Stated);
        Add(FactKind.Headline, titles);
        Add(FactKind.Description, [Json(json?.Description, "description"), .. Meta("description")]);
        Add(FactKind.Author, [.. json?.Authors.Select(name => Json(name, "author")) ?? [], .. Meta("author")]);
        Add(FactKind.Publisher, [.. Meta("site"), Json(json?.Publisher, "publisher")]);
        Add(FactKind.Published, dates.Published.Select(date => date.Stated));
        Add(FactKind.Modified, dates.Modified.Select(date => date.Stated));
        Add(FactKind.Section, [others.Section, .. Meta("section")]);
        Add(FactKind.Language, [.. Meta("language"), Json(json?.Language, "inLanguage")]);
        Add(FactKind.Address, [others.Canonical, .. Meta("address"), Json(json?.Address, "url")]);
        Add(FactKind.ImageCredit, json?.ImageCredits.Select(credit => Json(credit, "creditText")) ?? []);
        return [.. all.DistinctBy(fact => (fact.What, fact.Stated.Text, fact.Stated.From)).Take(MostFacts)];
    }

    private ImmutableArray<Stated> Authors(List<MetaFact> meta, JsonLdArticle? json, string? publisher, string? address)
    {
        var rows = meta.Where(row => row.Fact == "author").Select(row => row.Stated).ToArray();
        ImmutableArray<Stated>[] candidates =
        [
            Names(json?.Authors.Select(name => new Stated(name, json.Script, json.Houses.Contains(name) ? HeadFacts.House : "JSON-LD author")) ?? [], publisher, address),
            Names(rows.Where(row => row.From == rows[0].From), publisher, address),
        ];

        // Who is named among more is named by less: one of several writers in JSON-LD, all of them in meta.
        var names = candidates.FirstOrDefault(names => names.Length > 0, []);
        return candidates.FirstOrDefault(more => more.Length > names.Length && names.All(name => more.Any(other => other.Text == name.Text)), names);
    }

    /// <summary>Names of people: the publisher signs where no writer does.</summary>
    private ImmutableArray<Stated> Names(IEnumerable<Stated> stated, string? publisher, string? address) =>
    [
        .. stated.SelectMany(row => _people.Split(row.Text).Select(name => row with { Text = name }))
            .Where(row => IsName(row.Text) && !IsPublisher(row.Text, publisher, address is null ? null : Host(address)))
            .DistinctBy(row => row.Text),
    ];

    /// <summary>
    /// Whether a name is the publisher's: the same letters and figures, or those with more behind them ("Mole Post online"); of a single word the beginning is
    /// enough. A person's own site may bear a person's name, so a host counts against single words alone, its address ("mole-post.example"), and what
    /// the newsroom calls itself ("Mole Post editors").
    /// </summary>
    private bool IsPublisher(string name, string? publisher, string? host)
    {
        var own = Plain(name);
        var other = Plain(publisher ?? "");
        return own.Length > 0 && (own == other
            || (other.Length >= ShortestSite && own.StartsWith(other, StringComparison.Ordinal))
            || (host is not null && IsHost(name, own, host))
            || (IsWord(name) && own.Length >= ShortestSite && other.StartsWith(own, StringComparison.Ordinal)));
    }

    private bool IsHost(string name, string own, string host)
    {
        var site = Plain(host);
        return name.Contains(host + ".", StringComparison.OrdinalIgnoreCase)
            || (IsWord(name) ? own == site || (own.Length >= ShortestSite && own.StartsWith(site, StringComparison.Ordinal)) : own.StartsWith(site, StringComparison.Ordinal) && _people.IsRole(name.Split(' ')[^1]));
    }

    private static bool IsWord(string name) => !name.Contains(' ', StringComparison.Ordinal);

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The last name of a host before its ending: <c>www.mole-post.example</c> → <c>mole-post</c>.</summary>
    private static string? Host(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Split('.') is { Length: > 1 } parts ? parts[^2].Length > 3 || parts.Length == 2 ? parts[^2] : parts[^3] : null;

    private static bool IsName(string text) =>
        text.Length <= LongestName && !text.Contains("://", StringComparison.Ordinal) && !text.Contains('@') && text.Any(char.IsLetter)
        && text.AsSpan().Count(' ') < MostWordsOfName;

    private static string Language(IElement root, List<MetaFact> meta, JsonLdArticle? json)
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

    private static Stated? Canonical(HtmlTree tree, string html) => tree.Marked
        .FirstOrDefault(marked => marked.Element.LocalName == "link" && string.Equals(marked.Element.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase)) is { } link
        && link.Element.GetAttribute("href") is { Length: > 0 } address && PageAddress.IsWeb(address)
            ? new Stated(address, SourceOf(link, html), "link canonical")
            : null;
}
