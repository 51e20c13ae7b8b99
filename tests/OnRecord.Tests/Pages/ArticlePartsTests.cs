using System.Text;
using OnRecord.Data;
using OnRecord.Pages;

namespace OnRecord.Tests.Pages;

/// <summary>What belongs to an article and what does not, and who wrote it, where pages say it in ways of their own.</summary>
public sealed class ArticlePartsTests
{
    private const string Title = "Ferry to Osk is late all week";
    private const string First = "<p>The ferry company said on Monday that the morning boat would be late all week because the new engine had not come from the yard in time.</p>";
    private const string Rest = "<p>The mayor of Osk, Ada Brunn, said that the town would pay for a bus until the boat was back, and that nobody had been told before the weekend.</p>"
        + "<p>About 200 people take the boat each day, most of them on their way to work at the cannery on the other side of the sound.</p>"
        + "<p>A second boat was sold last year to pay for the repair of the pier, and the council has not decided whether to buy another one.</p>";

    private static readonly PageReader Reader = new(DataFolder.English());

    [Theory]
    [InlineData("{0};")]
    [InlineData("<![CDATA[{0}]]>")]
    [InlineData("\n// <![CDATA[\n{0}\n// ]]>\n")]
    [InlineData("/* <![CDATA[ */ {0} /* ]]> */")]
    [InlineData("<!--\n{0}\n//-->")]
    [InlineData("[{0}, ];")]
    [InlineData("{0}")]
    public void Data_are_read_whatever_stands_around_them(string wrapping)
    {
        var article = Read($"<script type='application/ld+json'>{wrapping.Replace("{0}", """{"@type":"NewsArticle","headline":"Ferry","datePublished":"2025-08-19T06:00:00+02:00","author":{"name":"Mira Holm"},}""", StringComparison.Ordinal)}</script>{First}{Rest}");
        Assert.Equal(("2025-08-19", "Mira Holm"), (Day(article), Writers(article)));
    }

    [Fact]
    public void Data_that_cannot_be_read_are_told()
    {
        Assert.Contains(Read($"<script type='application/ld+json'>{{\"@type\": \"NewsArticle\", \"headline\": \"</script>{First}{Rest}").Unresolved, open => open is { What: "data", Why: "unreadableData" });
        Assert.DoesNotContain(Read($"<script type='application/ld+json'> </script>{First}{Rest}").Unresolved, open => open.What == "data");
    }

    [Theory]
    [InlineData("""{"@type":"Person","givenName":"Mira","familyName":"Holm"}""", "Mira Holm")]
    [InlineData("""[{"@type":"Person","name":"Mira Holm, PhD"},{"name":"Jan Stolt, Jr."}]""", "Mira Holm, PhD + Jan Stolt, Jr.")]
    [InlineData("""{"name":["Mira Holm","Jan Stolt"]}""", "Mira Holm + Jan Stolt")]
    public void Writers_are_read_in_the_forms_that_data_have(string author, string writers) =>
        Assert.Equal(writers, Writers(Read($$"""<script type='application/ld+json'>{"@type":"NewsArticle","datePublished":1755576000,"author":{{author}}}</script>{{First}}{{Rest}}""")));

    [Fact]
    public void A_time_of_data_may_be_a_number_and_a_line_of_figures_is_none()
    {
        Assert.Equal("2025-08-19", Day(Read($$"""<script type='application/ld+json'>{"@type":"NewsArticle","datePublished":1755576000}</script>{{First}}{{Rest}}""")));
        Assert.Equal("2025-08-19", Day(Read($$"""<script type='application/ld+json'>{"@type":"NewsArticle","datePublished":1755576000000}</script>{{First}}{{Rest}}""")));
        Assert.Null(Day(Read($"<p>1755576000</p>{First}{Rest}")));
    }

    [Fact]
    public void A_person_on_the_page_goes_before_an_organisation_in_the_data()
    {
        const string Data = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"NewsMediaOrganization\",\"name\":\"Wire Feed\"}}</script>";
        Assert.Equal("Mira Holm", Writers(Read($"{Data}<p class='byline'>Mira Holm, AAP</p>{First}{Rest}")));
        Assert.Equal("Mira Holm", Writers(Read($"{Data}<p class='byline'>By Mira Holm for Wire Feed</p>{First}{Rest}")));
        Assert.Equal("Wire Feed", Writers(Read($"{Data}{First}{Rest}")));
    }

    [Theory]
    [InlineData("<p class='meta'>By Mira Holm | Larnet Post | Aug 19, 2025 | Updated Aug 20, 2025 8:15 a.m.</p>", "Mira Holm", "2025-08-19")]
    [InlineData("<p class='by'>Tuesday August 19, 2025 10:05 am by Mira Holm</p>", "Mira Holm", "2025-08-19")]
    [InlineData("<p>19 August 2025, by Mira Holm and Jan Stolt</p>", "Mira Holm + Jan Stolt", "2025-08-19")]
    [InlineData("<p>Posted: 5:02 PM, Aug 19, 2025<br>Last Updated: 8:15 AM, Aug 21, 2025</p><p>By: Mira Holm and Jan Stolt</p>", "Mira Holm + Jan Stolt", "2025-08-19")]
    [InlineData("<p class='byline'><span class='by'>by</span> <a class='who' href='/m'>Mira Holm</a><span class='day'>19 Aug 2025</span><a class='count' href='#c'>651</a></p>", "Mira Holm", "2025-08-19")]
    [InlineData("<ul><li>Received: 3 May 2022</li><li>Accepted: 16 December 2022</li><li>Published: 02 January 2023</li></ul>", "", "2023-01-02")]
    public void Bylines_and_days_are_read_in_the_forms_that_pages_have(string line, string writers, string day)
    {
        var article = Read($"<h1>{Title}</h1>{line}{First}{Rest}");
        Assert.Equal((writers, day), (Writers(article), Day(article)));
        Assert.DoesNotContain(article.Blocks, block => block.Role == BlockRole.Paragraph && block.Span.Of(article.Text).Contains("2025", StringComparison.Ordinal));
    }

    [Fact]
    public void The_time_of_a_comment_and_a_year_to_come_are_no_day_of_publication()
    {
        Assert.Null(Day(Read($"<h1>{Title}</h1>{First}{Rest}<div id='comments'><div class='comment'><b>gull</b> <time datetime='2025-08-20T08:00:00Z'>8 hours ago</time><p>They said the same in 2019.</p></div></div>")));
        Assert.Equal("2025-08-19", Day(Read($"<meta property='article:published_time' content='2099-01-01T00:00:00Z'><h1>{Title}</h1><p>August 19, 2025</p>{First}{Rest}")));
    }

    [Fact]
    public void The_heading_of_a_slide_is_no_headline()
    {
        var article = Read($"<meta property='og:title' content='Larnet News'><h1>{Title}</h1><div class='slideshow'><img src='a.jpg'><h1 class='slide'>In this photo from Tuesday the boat lies at the pier of Osk</h1></div>{First}{Rest}");
        Assert.Equal(Title, article.First(BlockRole.Headline)!.Span.Of(article.Text));
    }

    [Theory]
    [InlineData("twitter-tweet")]
    [InlineData("instagram-media")]
    [InlineData("bluesky-embed")]
    public void An_embedded_post_is_a_quotation_with_its_author(string name)
    {
        var article = Read($"<h1>{Title}</h1>{First}<p>The mayor answered on a social network:</p><blockquote class='{name}'><p>We will publish it on Friday. Nobody knew.</p>— Ada Brunn (@adabrunn) <a href='https://t.example/1'>August 20, 2025</a></blockquote>{Rest}");
        var quotes = article.Blocks.Where(block => block.Role == BlockRole.Quote).Select(block => block.Span.Of(article.Text)).ToList();
        Assert.Contains("We will publish it on Friday. Nobody knew.", quotes);
        Assert.Contains(quotes, quote => quote.Contains("Ada Brunn", StringComparison.Ordinal));
    }

    [Fact]
    public void The_verdict_of_a_fact_check_is_read_and_stars_of_a_shop_are_not()
    {
        const string Verdict = "<div class='rating_wrapper'><h5>Rating</h5><span class='rating'>Unproven</span></div>";
        Assert.Contains("Unproven", Read($"<h1>Did the boat stop?</h1><div class='claim_wrapper'><h3>Claim:</h3>{First}</div>{Verdict}{Rest}").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_of_other_stories_is_none_of_the_article_and_a_list_of_its_parts_is()
    {
        var stories = string.Concat(Enumerable.Range(0, 8).Select(i => $"<li><h3><a href='/s/{i}'>Story {i}: Mayor opens new school</a></h3><p>The mayor of Brunn opened school number {i} for 300 children on Monday and said that it had cost less than planned.</p></li>"));
        var documents = ReadAll($"<div class='story'><h1>{Title}</h1>{First}{Rest}</div><div class='stream'><ul>{stories}</ul></div>");
        Assert.DoesNotContain("school number", documents[0].Text, StringComparison.Ordinal);
        Assert.Equal(8, documents.Count(document => document.Kind == DocumentKind.Teaser));
        var parts = Read($"<div class='story'><h1>{Title}</h1>{First}{Rest}<ul>{stories}</ul>{First.Replace("Monday", "Friday", StringComparison.Ordinal)}</div>");
        Assert.Contains("school number", parts.Text, StringComparison.Ordinal);
    }

    private static string? Day(Document document) => document.Published?.Value.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Writers(Document document) => string.Join(" + ", document.Bylines.Select(byline => byline.Name));

    private static Document Read(string body) => ReadAll(body)[0];

    private static IReadOnlyList<Document> ReadAll(string body)
    {
        var html = $"<!doctype html><html lang=en><head><title>{Title}</title></head><body><nav><a href='/'>Home</a></nav>{(body.Contains("<h1>", StringComparison.Ordinal) ? "" : $"<h1>{Title}</h1>")}{body}<footer><p>© 2025 Larnet Post. All rights reserved.</p></footer></body></html>";
        return Reader.Read(Page.Of(Encoding.UTF8.GetBytes(html), mediaType: "text/html"), ReadOptions.Default);
    }
}
