using System.Collections.Immutable;
using System.Text;
using OnRecord.Data;
using OnRecord.Pages;

namespace OnRecord.Tests.Pages;

/// <summary>HTML pages, good and bad, without a sample page of their own.</summary>
public sealed class HtmlReaderTests
{
    private const string Sentence = "The harbour board said on Tuesday that the eastern quay would stay closed until the divers had finished their work, which may take three weeks. ";

    private static readonly PageReader Reader = new(DataFolder.English());

    private static readonly string Body = string.Concat(Enumerable.Range(0, 6).Select(i => $"<p>{Sentence}Paragraph {i} adds that {i + 3} boats, two tugs and a ferry were moved to the western basin.</p>\n"));

    [Fact]
    public void An_article_element_gives_headline_and_paragraphs()
    {
        var article = Read($"<html lang=en><title>Quay closed</title><body><nav><a href=/>Home</a> <a href=/s>Sport</a></nav><article><h1>Quay closed</h1>{Body}</article></body></html>")[0];
        Assert.Equal(DocumentKind.Article, article.Kind);
        Assert.Equal("Quay closed", article.First(BlockRole.Headline)!.Span.Of(article.Text));
        Assert.Equal(6, article.Blocks.Count(block => block.Role == BlockRole.Paragraph));
        Assert.Equal("en", article.Language);
        Assert.DoesNotContain("Sport", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_heading_the_headline_comes_from_the_title_and_points_to_it()
    {
        var html = $"<html><head><title>Quay closed &amp; ferry moved | The Mole</title></head><body>{Body}</body></html>";
        var article = Read(html)[0];
        var headline = article.First(BlockRole.Headline)!;
        Assert.Equal("Quay closed & ferry moved", headline.Span.Of(article.Text));
        Assert.Contains("Quay closed &amp; ferry moved", html[headline.Source!.ByteStart..headline.Source.ByteEnd], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<h1><span class=article__kicker>Harbor dispute</span> <span>Docks stay closed all week</span></h1>")]
    [InlineData("<h1><span>Harbor dispute</span>Docks stay closed all week</h1>")]
    public void A_heading_that_sets_its_kicker_apart_gives_both(string heading)
    {
        var article = Read($"<title>Docks stay closed all week | The Mole</title>{heading}{Body}")[0];
        Assert.Equal("Harbor dispute", article.First(BlockRole.Kicker)!.Span.Of(article.Text));
        Assert.Equal("Docks stay closed all week", article.First(BlockRole.Headline)!.Span.Of(article.Text));
    }

    [Fact]
    public void A_heading_that_a_stated_title_gives_whole_stays_whole()
    {
        var article = Read($"<title>Harbor dispute: docks stay closed all week | The Mole</title><h1><span class=kicker>Harbor dispute:</span> docks stay closed all week</h1>{Body}")[0];
        Assert.Equal("Harbor dispute: docks stay closed all week", article.First(BlockRole.Headline)!.Span.Of(article.Text));
    }

    [Fact]
    public void A_button_of_the_menu_is_no_kicker()
    {
        var article = Read($"<div><div><div><div><div><a href=/in>Log in</a></div></div></div></div></div><main><article><header><h1>Quay closed for weeks</h1></header>{Body}</article></main>")[0];
        Assert.Null(article.First(BlockRole.Kicker));
    }

    [Theory]
    [InlineData("<p><a href=/x>READ MORE: Ferry owners demand money back</a></p>")]
    [InlineData("<p>Read also | <a href=/x>Ferry owners demand money back</a></p>")]
    [InlineData("<h3>Lesen Sie auch: <a href=/x>Ferry owners demand money back</a></h3>")]
    public void A_line_that_sends_the_reader_to_another_article_is_a_teaser(string line)
    {
        var documents = Read($"<article><h1>Quay closed</h1>{Body}{line}{Body.Replace("boats", "skiffs", StringComparison.Ordinal)}</article>");
        Assert.DoesNotContain("owners", documents[0].Text, StringComparison.Ordinal);
        var teaser = Assert.Single(documents.Skip(1));
        Assert.Equal(DocumentKind.Teaser, teaser.Kind);
        Assert.Equal("Ferry owners demand money back", teaser.First(BlockRole.Headline)!.Span.Of(teaser.Text));
        Assert.Equal("/x", teaser.Address);
    }

    [Theory]
    [InlineData("<p>Read more: the board publishes its minutes every Friday at noon.</p>")]
    [InlineData("<p>He asked <a href=/x>the board</a>: what should we tell the crews of the ferries?</p>")]
    public void A_line_of_the_article_itself_stays(string line)
    {
        var article = Read($"<article><h1>Quay closed</h1>{Body}{line}{Body.Replace("boats", "skiffs", StringComparison.Ordinal)}</article>")[0];
        Assert.Contains("the board", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>Tugs wait off the eastern quay on Tuesday morning. (Photo: Ida Rostad)</p>", BlockRole.Caption)]
    [InlineData("<p>Tugs wait off the eastern quay on Tuesday morning | Picture: Mole/Ida Rostad</p>", BlockRole.Caption)]
    [InlineData("<p>Tugs wait off the eastern quay, the board said (the source: its own log).</p>", BlockRole.Paragraph)]
    [InlineData("<p>11:48 Ida Rostad</p>", BlockRole.Dateline)]
    [InlineData("<p><time datetime=2025-08-24T10:05>10.05</time> Ida Rostad</p>", BlockRole.Dateline)]
    [InlineData("<p>11:48 was when the last tug left.</p>", BlockRole.Paragraph)]
    public void Lines_within_the_text_have_the_role_that_their_words_show(string line, BlockRole role)
    {
        var article = Read($"<article><h1>Quay closed</h1>{Body}{line}{Body.Replace("boats", "skiffs", StringComparison.Ordinal)}</article>")[0];
        var words = line.Contains("11:48", StringComparison.Ordinal) ? "11:48" : line.Contains("10.05", StringComparison.Ordinal) ? "10.05" : "Tugs wait";
        Assert.Equal(role, Assert.Single(article.Blocks, block => block.Span.Of(article.Text).StartsWith(words, StringComparison.Ordinal)).Role);
    }

    [Fact]
    public void White_space_is_folded_and_no_block_holds_a_line_feed()
    {
        var article = Read($"<h1>Quay\n closed</h1><p>One\t \n two<br>three <b>f</b>our&nbsp;five. {Sentence}</p>{Body}")[0];
        Assert.Contains("One two three four\u00a0five.", article.Text, StringComparison.Ordinal);
        Assert.All(article.Blocks, block => Assert.DoesNotContain('\n', block.Span.Of(article.Text)));
    }

    [Fact]
    public void Two_line_breaks_begin_a_new_paragraph()
    {
        var article = Read($"<div><h1>Quay closed</h1><div>{Sentence}<br><br>{Sentence}It was the second time.<br> <br/>{Sentence}It was the third.</div></div>")[0];
        Assert.Equal(3, article.Blocks.Count(block => block.Role == BlockRole.Paragraph));
    }

    [Theory]
    [InlineData("display:none")]
    [InlineData("DISPLAY : none;color:red")]
    public void Hidden_text_is_not_read(string style)
    {
        var article = Read($"<article><h1>Quay closed</h1>{Body}<p style='{style}'>Never shown to anyone, said the hidden line.</p><p hidden>Nor this one, which is hidden too.</p></article>")[0];
        Assert.DoesNotContain("hidden", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_fallbacks_templates_and_drawings_are_not_read()
    {
        var article = Read($"<article><h1>Quay closed</h1>{Body}<script>document.write('<p>scripted text</p>');</script><noscript>noscript text</noscript><template><p>template text</p></template><svg><text>svg text</text></svg>{Body}</article>")[0];
        Assert.DoesNotContain("ed text", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("svg", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("template", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("<")]
    [InlineData("</")]
    [InlineData("<!--")]
    [InlineData("<html><body></body></html>")]
    [InlineData("<frameset cols='50%,50%'><frame src=a><frame src=b></frameset>")]
    [InlineData("<script>")]
    [InlineData("<p \"\"\"'''>x")]
    [InlineData("<title>")]
    [InlineData("\0\0<p>\0</p>")]
    [InlineData("<p>\uD800 lone \uDC00</p>")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"\\ud800\"}</script>")]
    [InlineData("<script type='application/ld+json'>[[[[{\"@type\":[1,null],\"author\":[[[]]]}]]]]</script>")]
    public void Bad_pages_give_a_document_and_no_exception(string html)
    {
        var documents = Read(html);
        Assert.NotEmpty(documents);
        CheckSpans(documents);
    }

    public static TheoryData<string, string> Heavy => new()
    {
        { "100,000 nested elements", Repeat("<div>", 100_000) + Body },
        { "100,000 nested formatting elements", Repeat("<b><i>", 50_000) + Body },
        { "100,000 nested and closed elements", Repeat("<div>", 50_000) + Body + Repeat("</div>", 50_000) },
        { "unclosed everything", Repeat("<div><p>some words<b><i><a href=x>", 20_000) },
        { "a script of 10 MB", "<h1>Quay</h1>" + Body + "<script>" + Repeat("var x = '<p>no</p>';", 500_000) + "</script>" + Body },
        { "a picture of 10 MB", "<h1>Quay</h1>" + Body + "<img src='data:image/png;base64," + Repeat("iVBORw0KGgo", 1_000_000) + "'>" + Body },
        { "a style attribute of 1 MB", "<h1>Quay</h1><div style='" + Repeat("color:red;", 100_000) + "'>" + Body + "</div>" },
        { "a table of 100,000 cells", "<table>" + Repeat("<tr><td>4<td>5<td>six words in this little cell", 33_000) + "</table>" },
        { "100,000 paragraphs", Repeat("<p>Some words, and no more.</p>", 100_000) },
        { "100,000 unclosed paragraphs", Repeat("<p>Some words, and no more.", 100_000) },
        { "nested tables", Repeat("<table><tr><td>", 20_000) + Body },
        { "100,000 lists", Repeat("<ul><li>x", 100_000) },
        { "1 MB of one line", "<p>" + Repeat("word ", 200_000) },
        { "1 MB without a blank", "<p>" + Repeat("a", 1_000_000) },
        { "100,000 open quotes", Repeat("<a href=\"x>", 100_000) },
        { "100,000 less-than signs", Repeat("<", 100_000) },
        { "100,000 open comments", Repeat("<!-- ", 100_000) },
        { "100,000 script tags", Repeat("<script>", 100_000) },
        { "100,000 links", Repeat("<a href=x>Read this story</a> ", 100_000) },
        { "20,000 teasers", Repeat("<div class=card><h3><a href=x>Ferry runs aground again</a></h3><p>" + Sentence + "</p></div>", 20_000) },
        { "JSON-LD of 100,000 levels", "<script type='application/ld+json'>" + Repeat("[", 100_000) + "</script>" + Body },
        { "20,000 end tags that match nothing", Repeat("</section></b></p>", 20_000) + Body },
    };

    [Theory]
    [MemberData(nameof(Heavy))]
    public void Heavy_pages_are_read(string what, string html)
    {
        // What is quadratic in one of these would take minutes.
        _ = what;
        CheckSpans(Read(html));
    }

    [Fact]
    public void XHTML_is_read_like_HTML()
    {
        var article = Read($"<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\"><html xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"en-GB\"><body><h1>Quay closed</h1><br/>{Body}</body></html>")[0];
        Assert.Equal(6, article.Blocks.Count(block => block.Role == BlockRole.Paragraph));
        Assert.Equal("en-GB", article.Language);
    }

    [Fact]
    public void A_given_day_overrides_the_page()
    {
        var page = Page.Of(Encoding.UTF8.GetBytes($"<meta property='article:published_time' content='2024-01-02'>{Body}"), mediaType: "text/html");
        var given = Reader.Read(page, new ReadOptions { Published = new NodaTime.LocalDate(2025, 8, 25) })[0].Published!;
        Assert.Equal((new NodaTime.LocalDate(2025, 8, 25), DateBasis.Given), (given.Value, given.Basis));
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    internal static ImmutableArray<Document> Read(string html) =>
        Reader.Read(Page.Of(Encoding.UTF8.GetBytes(html), mediaType: "text/html"), ReadOptions.Default);

    internal static void CheckSpans(IEnumerable<Document> documents)
    {
        foreach (var document in documents)
        {
            var end = -1;
            foreach (var block in document.Blocks)
            {
                Assert.Equal(end + 1, block.Span.Start);
                Assert.False(block.Span.IsEmpty);
                end = block.Span.End;
            }

            Assert.Equal(Math.Max(end, 0), document.Text.Length);
            Assert.All(document.Bylines, byline => Assert.Equal(byline.Name, byline.Span.Of(document.Text)));
        }
    }
}
