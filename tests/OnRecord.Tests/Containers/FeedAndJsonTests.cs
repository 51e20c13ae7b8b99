using System.Text;
using CsCheck;
using NodaTime;
using OnRecord.Data;
using OnRecord.Pages;

namespace OnRecord.Tests.Containers;

public sealed class FeedAndJsonTests
{
    private const string Rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <?xml-stylesheet href="feed.xsl"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
        <channel><title>Harbour&nbsp;Post</title><link>https://example.org/</link>
        <item><title>Quay closed &ndash; again</title><media:title>A picture</media:title><link>https://example.org/quay?a=1&b=2</link>
        <pubDate>Mon, 25 Aug 2025 23:30:00 -0500</pubDate><description>Short.</description>
        <content:encoded><![CDATA[<p>The harbour board said on Tuesday that the quay would stay closed &amp; guarded.</p><p>The divers had found 12 cracks in the wall of the quay on Monday, the board said, and the ships would have to wait.</p>]]></content:encoded></item><item><title>Ferry late</title><guid>https://example.org/ferry</guid>
        <description>&lt;p&gt;The ferry company said on Friday that the morning boat would be late all week.&lt;/p&gt;</description></item>
        <item><title>Only a title</title></item>
        </channel></rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title type="text">Quay &lt; closed</title>
        <link rel="self" href="https://example.org/self"/><link href="https://example.org/quay"/><published>2025-08-25T10:00:00Z</published>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The harbour board said on Tuesday that the quay was closed.</p></div></content></entry></feed>
        """;

    private const string JsonFeed = """
        {"version": "https://jsonfeed.org/version/1.1", "title": "Post", "items": [
        {"id": "1", "url": "https://example.org/quay", "title": "Quay closed", "content_html": "<p>The board said that it was closed.</p>", "date_published": "2025-08-25T10:00:00+02:00"},
        {"id": "2", "content_text": "5 < 6, said the board."}, 7]}
        """;

    [Fact]
    public void Items_of_rss_are_pages_with_address_day_and_headline()
    {
        var items = Read(Rss);
        Assert.Equal(3, items.Count);
        Assert.Equal(("https://example.org/quay?a=1&b=2", new LocalDate(2025, 8, 25)), (items[0].Page!.Uri, items[0].Page!.Published));
        Assert.Equal("https://example.org/ferry", items[1].Page!.Uri);
        var teaser = Assert.Single(new PageReader(DataFolder.English()).Read(items[2].Page!, ReadOptions.Default));
        Assert.Equal((DocumentKind.Teaser, "Only a title"), (teaser.Kind, teaser.Text));
        var article = new PageReader(DataFolder.English()).Read(items[0].Page!, ReadOptions.Default)[0];
        Assert.Equal("Quay closed – again", article.First(BlockRole.Headline)!.Span.Of(article.Text));
        Assert.Contains("The divers had found 12 cracks", article.Text, StringComparison.Ordinal);
        Assert.Equal(new PublishedDate(new LocalDate(2025, 8, 25), DateBasis.Metadata), article.Published);
    }

    [Theory]
    [InlineData("a document type with declarations", "<!DOCTYPE rss [<!ENTITY mole \"Mole > Post\"><!ENTITY % more SYSTEM 'x.dtd'>]>\n", "")]
    [InlineData("a document type alone", "<?xml version='1.0'?><!DOCTYPE rss PUBLIC \"-//Mole//DTD RSS 0.91//EN\" \"https://example.org/rss.dtd\">", "")]
    [InlineData("a comment with mark-up", "<!-- for <b>readers</b> -->\n<!-- <html> -->", "")]
    [InlineData("a stylesheet behind a comment", "<?xml version='1.0'?><!-- a --><?xml-stylesheet href='a>b.xsl'?>", "")]
    [InlineData("a prefixed root", "", "mole")]
    public void A_feed_is_known_behind_whatever_stands_before_its_root(string what, string before, string prefix)
    {
        var p = prefix.Length > 0 ? prefix + ":" : "";
        var items = Read($"{before}<{p}rss version='2.0'{(prefix.Length > 0 ? $" xmlns:{prefix}='urn:mole'" : "")}><{p}channel><{p}item><{p}title>Quay closed</{p}title><{p}description>The board said that the quay was closed.</{p}description></{p}item></{p}channel></{p}rss>");
        Assert.True(items is [{ Page: not null }], what);
        Assert.Contains("The board said that the quay was closed.", Encoding.UTF8.GetString(items[0].Page!.Bytes.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<content:encoded><![CDATA[<p>The board said so.</p>]]></content:encoded>")]
    [InlineData("<media:description>A picture.</media:description><mole:encoded>&lt;p&gt;The board said so.&lt;/p&gt;</mole:encoded>")]
    [InlineData("<description>&lt;![CDATA[&lt;p&gt;The board said so.&lt;/p&gt;]]&gt;</description>")]
    [InlineData("<description>&lt;![CDATA[&lt;p&gt;The board said so.&lt;/p&gt;</description>")]
    public void Prefixes_that_nobody_declared_and_sections_that_were_escaped_are_read(string content)
    {
        var page = Assert.Single(Read($"<rss><channel><item><title>Quay closed</title>{content}</item></channel></rss>")).Page!;
        Assert.Contains("<div><p>The board said so.</p></div>", Encoding.UTF8.GetString(page.Bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_of_atom_are_pages()
    {
        var page = Assert.Single(Read(Atom)).Page!;
        Assert.Equal(("https://example.org/quay", new LocalDate(2025, 8, 25)), (page.Uri, page.Published));
        Assert.Contains("<h1>Quay &lt; closed</h1>", Encoding.UTF8.GetString(page.Bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Items_of_a_json_feed_are_pages()
    {
        var items = Read(JsonFeed);
        Assert.Equal((3, new LocalDate(2025, 8, 25)), (items.Count, items[0].Page!.Published));
        Assert.Contains("5 &lt; 6", Encoding.UTF8.GetString(items[1].Page!.Bytes.Span), StringComparison.Ordinal);
        Assert.NotNull(items[2].Problem);
    }

    [Fact]
    public void A_cut_feed_gives_the_items_before_the_cut() => Gen.Double[0, 1].Sample(share =>
    {
        var whole = Read(Rss);
        var cut = Encoding.UTF8.GetBytes(Rss)[..(int)(share * Rss.Length)];
        var some = Read(cut, ContainerKind.XmlFeed).Where(item => item.Page is not null).ToList();
        return some.Select(item => item.Page!.Sha256).SequenceEqual(whole.Take(some.Count).Select(item => item.Page!.Sha256));
    }, iter: 500);

    [Fact]
    public void Lines_of_news_please_are_pages_and_bad_lines_are_told_by_number()
    {
        const string Line = """{"authors": [], "date_download": "2025-08-26 06:00:00", "date_publish": "2025-08-25 10:00:00", "maintext": "The board said so.", "title": "Quay closed", "url": "https://example.org/quay"}""";
        var items = Read(Line + "\n{\"maintext\": \n\n[1,2]\n" + Line + "\n{\"maintext\": \"half \\ud800 pair\"}");
        Assert.Equal(["line 1", "line 2", "line 4", "line 5", "line 6"], items.Select(item => item.Place));
        Assert.Equal([false, true, true, false, false], items.Select(item => item.Problem is not null));
        var page = items[0].Page!;
        Assert.Equal("Quay closed\n\nThe board said so.", Encoding.UTF8.GetString(page.Bytes.Span));
        Assert.Equal(("2025-08-26T06:00:00Z", new LocalDate(2025, 8, 25), "https://example.org/quay"), (page.Fetched, page.Published, page.Uri));
        Assert.Equal("half \ufffd pair", Encoding.UTF8.GetString(items[4].Page!.Bytes.Span));
        Assert.Equal(page.Sha256, Assert.Single(Read(Line.Replace("\", \"", "\",\n\"", StringComparison.Ordinal).Replace("{", "{\n", StringComparison.Ordinal))).Page!.Sha256);
        Assert.Equal(items.Count, Read(WarcFiles.Gzip(Encoding.UTF8.GetBytes(Line + "\n{\"maintext\": \n\n[1,2]\n" + Line + "\n{\"maintext\": \"half \\ud800 pair\"}"))).Count);
    }

    [Fact]
    public void Fields_that_the_user_names_are_read()
    {
        var options = new ContainerOptions { TextField = "body", HtmlField = "raw", UriField = "where", PublishedField = "day", MaxPageBytes = 2000 };
        var items = Read(
            """{"body": "Text.", "where": "https://example.org/1", "day": "2025-08-25"}""" + "\n" + """{"body": "Text.", "raw": "<p>Text.</p>"}""" + "\n{}\n{\"body\": \"" + new string('x', 3000) + "\"}\n{\"body\": \"last\"}\n",
            options);
        Assert.Equal(("text/plain", "https://example.org/1", new LocalDate(2025, 8, 25)), (items[0].Page!.MediaType, items[0].Page!.Uri, items[0].Page!.Published));
        Assert.Equal("text/html", items[1].Page!.MediaType);
        Assert.Contains("'raw' or 'body'", items[2].Problem!, StringComparison.Ordinal);
        Assert.Contains("2,000", items[3].Problem!, StringComparison.Ordinal);
        Assert.NotNull(items[4].Page);
    }

    [Fact]
    public void Any_bytes_are_read_without_an_exception() => Gen
        .Select(Gen.Int[0, 2].Select(i => new[] { Rss, Atom, JsonFeed }[i]), Gen.Int[2, 5].Select(i => (ContainerKind)i), Gen.Select(Gen.Double[0, 1], Gen.Byte).Array[0, 30])
        .Sample((text, kind, damage) =>
        {
            var file = Encoding.UTF8.GetBytes(text);
            foreach (var (place, value) in damage)
            {
                file[(int)(place * (file.Length - 1))] = value;
            }

            _ = Read(file, kind);
        }, iter: 2000);

    private static List<ContainedPage> Read(string text, ContainerOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), options: options);

    private static List<ContainedPage> Read(byte[] file, ContainerKind? kind = null, ContainerOptions? options = null) =>
        [.. ContainerReader.Read(new MemoryStream(file), kind ?? ContainerReader.KindOf(file)!.Value, options ?? ContainerOptions.Default)];
}
