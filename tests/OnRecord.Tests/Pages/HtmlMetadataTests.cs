using System.Text;
using NodaTime;
using OnRecord.Data;
using OnRecord.Pages;
using OnRecord.Pages.Html;

namespace OnRecord.Tests.Pages;

/// <summary>What an HTML page states about its article, and which statement wins.</summary>
public sealed class HtmlMetadataTests
{
    private const string Body = "<p>The harbour board said on Tuesday that the eastern quay would stay closed until the divers had finished their work.</p>"
        + "<p>It may take three weeks, the board said, and boats will have to go to the western basin, where there is room for forty.</p>";

    private static readonly PageReader Reader = new(DataFolder.English());

    [Theory]
    [InlineData("2025-08-25T10:00:00+02:00", "2025-08-25")]
    [InlineData("2025-08-25T23:30:00Z", "2025-08-25")]
    [InlineData("2025-08-25", "2025-08-25")]
    [InlineData("2025/8/5 07:00", "2025-08-05")]
    [InlineData("20250825", "2025-08-25")]
    [InlineData("20250825103000", "2025-08-25")]
    [InlineData("Mon, 25 Aug 2025 10:00:00 GMT", "2025-08-25")]
    [InlineData("August 25, 2025", "2025-08-25")]
    [InlineData("25 August 2025", "2025-08-25")]
    [InlineData("25th Sept. 2025", "2025-09-25")]
    [InlineData("By May Holm, June 3rd, 2024", "2024-06-03")]
    [InlineData("25/08/2025", "2025-08-25")]
    [InlineData("08/25/2025", "2025-08-25")]
    [InlineData("1756116000", "2025-08-25")]
    [InlineData("1756116000000", "2025-08-25")]
    [InlineData("03/04/2025", null)]
    [InlineData("2025-02-30", null)]
    [InlineData("August 2025", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    [InlineData("99999999999999999999", null)]
    public void A_date_that_a_machine_wrote_gives_its_own_calendar_day(string text, string? day) =>
        Assert.Equal(day, DayReader.Read(text)?.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("https://a.example/2025/08/25/quay", "2025-08-25")]
    [InlineData("https://a.example/2025/aug/25/quay", "2025-08-25")]
    [InlineData("https://a.example/news/2025-08-25-quay.html", "2025-08-25")]
    [InlineData("https://a.example/20250825-quay", "2025-08-25")]
    [InlineData("https://a.example/2025/08/quay", null)]
    [InlineData("https://a.example/story-12345678", null)]
    [InlineData("https://a.example/", null)]
    public void An_address_may_name_the_day(string address, string? day) =>
        Assert.Equal(day, DayReader.InAddress(address)?.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void JSON_LD_wins_over_meta_and_meta_over_time_elements()
    {
        const string json = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-01-01\"}</script>";
        const string meta = "<meta property=\"article:published_time\" content=\"2025-02-02T10:00:00Z\">";
        const string time = "<h1>Quay closed</h1><time datetime=\"2025-03-03\">3 March</time>";
        Assert.Equal(new LocalDate(2025, 1, 1), Read(json + meta + time).Published!.Value);
        Assert.Equal(new LocalDate(2025, 2, 2), Read(meta + time).Published!.Value);
        Assert.Equal(new LocalDate(2025, 3, 3), Read(time).Published!.Value);
    }

    [Fact]
    public void A_day_under_the_headline_is_read_from_the_text_and_points_to_it()
    {
        var article = Read("<h1>Quay closed for weeks</h1><div>Published 4 April 2025</div>");
        Assert.Equal((new LocalDate(2025, 4, 4), DateBasis.Text), (article.Published!.Value, article.Published.Basis));
        Assert.Equal("Published 4 April 2025", article.Published.Span!.Value.Of(article.Text));
    }

    [Fact]
    public void The_address_gives_the_day_where_nothing_else_does()
    {
        var page = Page.Of(Encoding.UTF8.GetBytes("<h1>Quay closed for weeks</h1>" + Body), "https://a.example/2025/08/25/quay", "text/html");
        Assert.Equal(new PublishedDate(new LocalDate(2025, 8, 25), DateBasis.Url), Reader.Read(page, ReadOptions.Default)[0].Published);
    }

    [Fact]
    public void Without_any_day_there_is_none() => Assert.Null(Read("<h1>Quay closed for weeks</h1>").Published);

    [Theory]
    [InlineData("By Ellen Marsh and Tomás Ferreira", "Ellen Marsh", "Tomás Ferreira")]
    [InlineData("By ELLEN MARSH", "ELLEN MARSH")]
    [InlineData("Written by: Ellen Marsh", "Ellen Marsh")]
    [InlineData("By Ellen Marsh, Tomás Ferreira and Jo van der Aa", "Ellen Marsh", "Tomás Ferreira", "Jo van der Aa")]
    public void Writers_are_named_where_the_byline_names_them(string line, params string[] names) =>
        Assert.Equal(names, Read($"<h1>Quay closed for weeks</h1><p class=byline>{line}</p>").Bylines.Select(byline => byline.Name));

    [Fact]
    public void Writers_that_only_the_data_name_become_a_block_that_points_there()
    {
        const string html = "<meta name=author content=\"Ellen Marsh\"><h1>Quay closed for weeks</h1>";
        var article = Read(html);
        var source = article.First(BlockRole.Byline)!.Source!;
        Assert.Equal("<meta name=author content=\"Ellen Marsh\">", html[source.ByteStart..source.ByteEnd]);
        Assert.Equal("Ellen Marsh", Assert.Single(article.Bylines).Name);
    }

    [Fact]
    public void A_publisher_that_signs_is_not_a_writer() =>
        Assert.Empty(Read("<meta property=og:site_name content=\"The Mole\"><meta name=author content=\"The Mole\"><h1>Quay closed for weeks</h1>").Bylines);

    [Fact]
    public void A_kicker_inside_the_heading_is_told_from_the_headline()
    {
        var article = Read("<title>Quay closed for three weeks</title><h1><span>Port news</span> Quay closed for three weeks</h1>");
        Assert.Equal("Port news", article.First(BlockRole.Kicker)!.Span.Of(article.Text));
        Assert.Equal("Quay closed for three weeks", article.First(BlockRole.Headline)!.Span.Of(article.Text));
    }

    [Theory]
    [InlineData("Bridge reopens after a month | The Valley Post", null, "Bridge reopens after a month")]
    [InlineData("Bridge reopens - The Valley Post", "The Valley Post", "Bridge reopens")]
    [InlineData("Bridge reopens after a month - and closes again after two trains", null, "Bridge reopens after a month - and closes again after two trains")]
    [InlineData("Bridge reopens", null, "Bridge reopens")]
    public void The_name_of_the_site_is_no_part_of_the_title(string title, string? publisher, string headline) =>
        Assert.Equal(headline, SiteSuffix.Remove(title, publisher));

    [Theory]
    [InlineData("en_US", "en-US")]
    [InlineData("EN", "en")]
    [InlineData("zh-Hant-TW", "zh-Hant-TW")]
    [InlineData("english", null)]
    [InlineData("", null)]
    public void Language_tags_are_written_as_BCP_47_wants(string tag, string? expected) => Assert.Equal(expected, LanguageTag.Normalize(tag));

    private static Document Read(string html) => Reader.Read(Page.Of(Encoding.UTF8.GetBytes(html + Body), mediaType: "text/html"), ReadOptions.Default)[0];
}
