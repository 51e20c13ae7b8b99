using System.Text;
using NodaTime;
using OnRecord.Data;
using OnRecord.Pages;
using OnRecord.Pages.Html;
using OnRecord.Pages.Stated;

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
    [InlineData("03.04.2025", "2025-04-03")]
    [InlineData("2025年8月25日", "2025-08-25")]
    [InlineData("2099-01-01T00:00:00Z", null)]
    [InlineData("1970-01-01T00:00:00Z", null)]
    [InlineData("1975-08-25", "1975-08-25")]
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
    [InlineData("https://a.example/1975/08/25/quay", "1975-08-25")]
    [InlineData("https://a.example/2025/August/5/quay", "2025-08-05")]
    [InlineData("https://a.example/2025.8.25/quay", "2025-08-25")]
    [InlineData("/2025-08-25", "2025-08-25")]
    [InlineData("https://20250825.example/quay", null)]
    [InlineData("https://a.example/2099/01/01/quay", null)]
    [InlineData("https://a.example/19620825-quay", null)]
    [InlineData("https://a.example/2025/08/quay", null)]
    [InlineData("https://a.example/story-12345678", null)]
    [InlineData("https://a.example/", null)]
    public void An_address_may_name_the_day(string address, string? day) =>
        Assert.Equal(day, AddressDay.Of(address)?.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("25. August 2025", "2025-08-25")]
    [InlineData("Veröffentlicht am 3. März 2025", "2025-03-03")]
    [InlineData("25 août 2025", "2025-08-25")]
    [InlineData("3 de mayo de 2025", "2025-05-03")]
    [InlineData("25 sierpnia 2025", "2025-08-25")]
    [InlineData("25 августа 2025", "2025-08-25")]
    [InlineData("3 out of 2025", null)]
    public void Months_are_read_in_other_languages(string text, string? day) =>
        Assert.Equal(day, DayReader.Read(text, new MonthNames(DataFolder.English()))?.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2025-08-25T10:00:00+02:00", "2025-08-25T10:00:00+02:00")]
    [InlineData("2025-08-25T10:00:00.123Z", "2025-08-25T10:00:00Z")]
    [InlineData("2025-08-25T10:00-0430", "2025-08-25T10:00:00-04:30")]
    [InlineData("2025-08-25 10:00:07", "2025-08-25T10:00:07")]
    [InlineData("2025-08-25 10:00:07 UTC", "2025-08-25T10:00:07Z")]
    [InlineData("2025-08-25", null)]
    [InlineData("2025-08-25T", null)]
    [InlineData("2025-02-30T10:00:00Z", null)]
    [InlineData("2025-08-25T99:00:00Z", null)]
    [InlineData("August 25, 2025 10:00", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_time_of_day_keeps_the_zone_that_it_names(string? text, string? time) => Assert.Equal(time, StatedTime.Read(text));

    [Fact]
    public void The_date_of_change_is_kept_beside_that_of_publication()
    {
        var article = Read("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-08-25T10:00:00+02:00\",\"dateModified\":\"2025-08-26T08:15:00Z\"}</script>");
        Assert.Equal(new PublishedDate(new LocalDate(2025, 8, 25), DateBasis.Metadata, Time: "2025-08-25T10:00:00+02:00"), article.Published);
        Assert.Equal(new PublishedDate(new LocalDate(2025, 8, 26), DateBasis.Metadata, Time: "2025-08-26T08:15:00Z"), article.Modified);
    }

    [Fact]
    public void Where_only_the_date_of_change_is_stated_it_stands_for_the_other_and_the_record_says_so()
    {
        var article = Read("<meta property=article:modified_time content=2025-08-26><h1>Quay closed for weeks</h1>");
        Assert.Equal(new LocalDate(2025, 8, 26), article.Published!.Value);
        Assert.Contains(article.Unresolved, row => row is { What: "published", Why: "onlyModificationDate" });
    }

    [Fact]
    public void Days_that_contradict_each_other_are_reported_and_days_that_a_zone_explains_are_not()
    {
        const string json = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-08-25T23:30:00Z\"}</script>";
        Assert.Contains(Read(json + "<meta property=article:published_time content=2025-01-02>").Unresolved, row => row is { What: "published", Why: "conflictingDates" });
        Assert.DoesNotContain(Read(json + "<meta property=article:published_time content=2025-08-26>").Unresolved, row => row.What == "published");
    }

    [Theory]
    [InlineData("<script>window.data={\"publishedAt\":\"2025-08-25T10:00:00Z\",\"x\":1}</script>", "2025-08-25")]
    [InlineData("<script>self.push(\"{\\\"datePublished\\\":\\\"2025-08-25\\\"}\")</script>", "2025-08-25")]
    [InlineData("<script>var unpublishedAt = \"2025-08-25\";</script>", null)]
    [InlineData("<script>var publishedAt = null, count = 20250825;</script>", null)]
    public void A_key_in_a_script_gives_the_day_where_nothing_else_does(string script, string? day) =>
        Assert.Equal(day, Read("<h1>Quay closed for weeks</h1>" + script).Published?.Value.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_line_with_a_day_above_the_headline_becomes_a_date_line()
    {
        var article = Read("<div><span>25 August 2025</span></div><div><a href=/x>Port</a></div><h1>Quay closed for weeks</h1>");
        Assert.Equal((new LocalDate(2025, 8, 25), DateBasis.Text), (article.Published!.Value, article.Published.Basis));
        Assert.Equal("25 August 2025", article.Published.Span!.Value.Of(article.Text));
    }

    [Fact]
    public void What_the_data_state_is_kept_with_the_bytes_that_state_it()
    {
        const string html = "<link rel=canonical href=\"https://mole.example/quay\"><meta property=og:title content=\"Quay closed for weeks\"><meta property=article:section content=\"Port news\">"
            + "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Eastern quay shut\",\"datePublished\":\"2025-08-25\",\"image\":[{\"creditText\":\"Ida Rostad / NP\"}]}</script><h1>Quay closed for weeks</h1>";
        var article = Read(html);
        Assert.Equal(("Port news", "https://mole.example/quay"), (article.Section, article.Address));
        Assert.Equal("Ida Rostad / NP", Assert.Single(article.Stated, fact => fact.What == FactKind.ImageCredit).Value);
        Assert.Equal(["JSON-LD headline", "meta og:title"], article.Stated.Where(fact => fact.What == FactKind.Headline).Select(fact => fact.From));
        foreach (var fact in article.Stated)
        {
            Assert.Contains(fact.Value, html[fact.ByteStart..fact.ByteEnd], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_headline_that_no_stated_title_repeats_is_reported()
    {
        Assert.Contains(Read("<meta property=og:title content=\"Divers find cracks below quay\"><h1>Quay closed for weeks</h1>").Unresolved, row => row is { What: "headline", Why: "statedOtherwise" });
        Assert.DoesNotContain(Read("<meta property=og:title content=\"Quay closed for weeks!\"><h1>Quay closed for weeks</h1>").Unresolved, row => row.What == "headline");
    }

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
        Assert.Equal("4 April 2025", article.Published.Span!.Value.Of(article.Text));
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
    [InlineData("Von Anna Berg und Lea Wagner", "Anna Berg", "Lea Wagner")]
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

    [Theory]
    [InlineData("mole-post.example")]
    [InlineData("Mole-Post newsroom")]
    [InlineData("www.mole-post.example")]
    public void Nor_is_one_that_signs_as_its_own_address(string name) =>
        Assert.Equal(["Ellen Marsh"], Read($"<link rel=canonical href=https://www.mole-post.example/a><meta name=author content=\"{name}\"><h1>Quay closed for weeks</h1><p class=byline>By Ellen Marsh, MOLE POST</p>").Bylines.Select(byline => byline.Name));

    [Fact]
    public void A_person_whose_site_bears_the_name_is_a_writer() =>
        Assert.Equal(["Ellen Marsh"], Read("<link rel=canonical href=https://www.ellenmarsh.example/a><meta name=author content=\"Ellen Marsh\"><h1>Quay closed for weeks</h1>").Bylines.Select(byline => byline.Name));

    [Fact]
    public void Of_two_lists_of_writers_one_within_the_other_the_longer_counts() =>
        Assert.Equal(
            ["Ellen Marsh", "Tom Rudd"],
            Read("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Quay closed for weeks\",\"author\":{\"name\":\"Ellen Marsh\"}}</script><meta name=author content=\"Ellen Marsh\"><meta name=author content=\"Tom Rudd\"><h1>Quay closed for weeks</h1>")
                .Bylines.Select(byline => byline.Name));

    [Fact]
    public void Names_that_the_data_state_go_before_those_that_a_line_seems_to_name() =>
        Assert.Equal(["Ellen Marsh"], Read("<meta name=author content=\"Ellen Marsh\"><h1>Quay closed for weeks</h1><p class=byline>Ellen Marsh, Leading Harbour Watcher</p>").Bylines.Select(byline => byline.Name));

    [Fact]
    public void A_heading_that_a_stated_title_repeats_whole_is_not_cut()
    {
        var article = Read("<meta property=og:title content=\"Port news: quay closed for weeks\"><title>quay closed for weeks</title><h1>Port news: quay closed for weeks</h1>");
        Assert.Equal("Port news: quay closed for weeks", article.First(BlockRole.Headline)!.Span.Of(article.Text));
        Assert.Null(article.First(BlockRole.Kicker));
    }

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

    [Theory]
    [InlineData("https://mole-post.example/quay", "https://mole-post.example/quay")]
    [InlineData("HTTP://mole-post.example/quay", "HTTP://mole-post.example/quay")]
    [InlineData("/quay?at=10:30", "/quay?at=10:30")]
    [InlineData("//mole-post.example/quay", "//mole-post.example/quay")]
    [InlineData("javascript:alert(3)", null)]
    [InlineData("&#1; java&#10;script:alert(3)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("file:///etc/hosts", null)]
    [InlineData("android-app://mole/quay", null)]
    public void The_address_of_a_page_is_one_of_the_web(string stated, string? expected)
    {
        Assert.Equal(expected, Read($"<link rel=canonical href='{stated}'>").Address);
        var document = Read($"<meta property='og:url' content='{stated}'><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"url\":\"{stated.Replace("&#10;", "", StringComparison.Ordinal)}\"}}</script>");
        Assert.Equal(expected, document.Address);
        Assert.Equal(expected is null, !document.Stated.Any(fact => fact.What == FactKind.Address));
    }

    private static Document Read(string html) => Reader.Read(Page.Of(Encoding.UTF8.GetBytes(html + Body), mediaType: "text/html"), ReadOptions.Default)[0];
}
