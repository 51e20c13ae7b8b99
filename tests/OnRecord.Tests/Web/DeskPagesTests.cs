using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace OnRecord.Tests.Web;

/// <summary>What the pages of the desk hold, over real HTTP.</summary>
public sealed class DeskPagesTests(SampleDesk samples) : IClassFixture<SampleDesk>
{
    private readonly RunningDesk _desk = samples.Desk;

    public static TheoryData<string> Views() =>
        ["/inbox", "/stories", "/stories?q=earthquake&published=2025", "/documents", "/documents?q=ferry&kind=article", "/claims", "/claims?status=denied&sort=-published", "/people", "/people?show=named&of=person", "/people?show=unnamed", "/timeline", "/timeline?after=2025", "/figures", "/figures?of=count&thing=drones", "/search", "/search?q=earthquake"];

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_page_is_whole_names_itself_and_loads_nothing_from_elsewhere(string path)
    {
        var page = await Page(path);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.EndsWith(" · OnRecord", page.Title, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.All(page.QuerySelectorAll("[src], link[href]"), element => Assert.StartsWith("/assets/", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src]), [onclick], [onload], [onerror]"));
        Assert.All(page.QuerySelectorAll("input:not([type=hidden]), select, textarea"), field => Assert.True(page.QuerySelector($"label[for='{field.Id}']") is not null, $"{path}: {field.OuterHtml} has no label"));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [InlineData("documents", "documents")]
    [InlineData("claims", "claims")]
    [InlineData("people", "people")]
    [InlineData("people?show=named", "people")]
    [InlineData("people?show=unnamed", "people")]
    [InlineData("timeline", "claims")]
    [InlineData("figures", "points")]
    [InlineData("search?q=ferry", "claims")]
    public async Task A_page_has_a_twin_in_json(string path, string rows)
    {
        using var json = JsonDocument.Parse(await _desk.GetAsync("/api/" + path));
        Assert.True(json.RootElement.GetProperty(rows).GetArrayLength() > 0, path);
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        using var json = JsonDocument.Parse(await _desk.GetAsync("/api/openapi.json"));
        var paths = json.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        Assert.Equal(
            ["/api/ask", "/api/claims", "/api/claims/export", "/api/documents", "/api/documents/export", "/api/documents/{id}", "/api/documents/{id}/page", "/api/figures", "/api/inbox", "/api/inbox/{id}/again", "/api/inbox/{id}/cancel", "/api/people", "/api/people/profile", "/api/search", "/api/stories", "/api/stories/{id}", "/api/timeline"],
            paths.Order(StringComparer.Ordinal));
        Assert.StartsWith("3.", json.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_lights_up_the_claim_that_its_address_names()
    {
        var record = Records.SamplePages.Read("island-gazette")[0];
        var claim = record.Claims.First(one => one.AttributedTo.Length == 1 && one.Quantities.Length > 0);
        var page = await Page($"/documents/{record.Id}?claim={claim.Id}");
        var text = record.Document.Text;
        Assert.Equal(Joined(claim.Span.Of(text)), Joined(Lit(page, "lit-claim")));
        var attribution = record.Attributions.Single(one => one.Id == claim.AttributedTo[0]);
        Assert.Equal(attribution.Source!.Span.Of(text), Lit(page, "lit-source"));
        Assert.Equal(attribution.Cue.Span.Of(text), Lit(page, "lit-cue"));
        Assert.Equal(string.Concat(claim.Quantities.Select(place => record.Quantities[place].Span.Of(text))), Lit(page, "lit-figure"));
        Assert.Equal(claim.Id, page.QuerySelector("[aria-current=true]")!.Id!["claim-".Length..]);
    }

    [Fact]
    public async Task The_text_of_a_document_is_shown_to_the_letter()
    {
        foreach (var record in Records.SamplePages.Names.SelectMany(Records.SamplePages.Read))
        {
            var page = await Page($"/documents/{record.Id}");
            var shown = page.QuerySelectorAll(".block > :not(.role)").Select(block => block.TextContent);
            Assert.Equal(record.Document.Blocks.Select(block => block.Span.Of(record.Document.Text)), shown);
        }
    }

    [Fact]
    public async Task The_page_as_it_came_stands_beside_with_the_same_blocks()
    {
        foreach (var record in Records.SamplePages.Names.SelectMany(Records.SamplePages.Read))
        {
            var page = await Page($"/documents/{record.Id}?show=page");
            var marks = page.QuerySelectorAll(".raw .mark");
            Assert.NotEmpty(marks);
            Assert.All(marks, mark => Assert.NotNull(page.GetElementById(mark.GetAttribute("href")![1..])));
        }
    }

    [Fact]
    public async Task What_was_not_said_and_what_is_open_is_told_in_plain_words()
    {
        var record = Records.SamplePages.Read("island-gazette")[0];
        var page = await Page($"/documents/{record.Id}?show=open");
        Assert.Contains("[The Beacon] did not say where the drones were built", page.QuerySelector(".beside .open")!.TextContent, StringComparison.Ordinal);
        Assert.All(Records.SamplePages.Names.SelectMany(Records.SamplePages.Read).SelectMany(one => one.Unresolved), open =>
            Assert.True(OnRecord.App.Web.Reader.OpenQuestions.PlainWords.ContainsKey(open.Why), $"{open.What}: {open.Why} has no plain words"));
    }

    [Fact]
    public async Task The_sheet_sorts_filters_and_exports_what_is_seen()
    {
        var page = await Page("/claims?status=notStated&sort=source&most=500");
        var rows = page.QuerySelectorAll("table.claims tbody tr");
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal("not stated", row.QuerySelector(".status")!.TextContent));
        Assert.Equal("ascending", page.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
        var csv = await _desk.GetAsync("/api/claims/export?format=csv&status=notStated");
        Assert.Equal(rows.Length, csv.Split('\n').Count(line => line.StartsWith("urn:onrecord:", StringComparison.Ordinal)));
        Assert.DoesNotContain(",asserted,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_form_of_export_can_be_had_of_documents_and_claims()
    {
        foreach (var format in OnRecord.App.Outputs.Exports.ExportFormats.Names)
        {
            using var answer = await _desk.Client.GetAsync(new Uri($"/api/documents/export?format={format}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.NotEmpty(await _desk.GetAsync($"/api/claims/export?format={format}&q=drones"));
        }
    }

    [Theory]
    [InlineData("/claims?q=who:me", HttpStatusCode.BadRequest, "is no filter")]
    [InlineData("/api/claims?q=who:me", HttpStatusCode.BadRequest, "is no filter")]
    [InlineData("/claims?source=%20-%20", HttpStatusCode.BadRequest, "give a word of its name")]
    [InlineData("/claims?sort=loud", HttpStatusCode.BadRequest, "is none of best")]
    [InlineData("/timeline?after=soon", HttpStatusCode.BadRequest, "takes a day, month or year")]
    [InlineData("/api/claims/export?format=pdf", HttpStatusCode.BadRequest, "is none of acled")]
    [InlineData("/documents/0000000000000000-0", HttpStatusCode.NotFound, "has no document")]
    [InlineData("/api/documents/0000000000000000-0", HttpStatusCode.NotFound, "no such record")]
    [InlineData("/people/profile?who=nobody", HttpStatusCode.NotFound, "Nobody in the archive")]
    [InlineData("/people?show=loud", HttpStatusCode.BadRequest, "is none of speaking")]
    [InlineData("/api/people?of=dog", HttpStatusCode.BadRequest, "is none of person")]
    [InlineData("/nothing", HttpStatusCode.NotFound, "no such page")]
    public async Task A_question_that_cannot_be_answered_is_told_why(string path, HttpStatusCode code, string told)
    {
        using var answer = await _desk.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(code, answer.StatusCode);
        Assert.Contains(told, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_of_too_many_words_or_too_much_time_is_refused_and_not_answered_with_a_fault()
    {
        foreach (var path in new[] { "/search", "/api/search", "/claims", "/api/documents/export?format=csv" })
        {
            using var answer = await _desk.Client.GetAsync(
                new Uri($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}q={string.Join("+OR+", Enumerable.Range(0, 300).Select(i => $"word{i}"))}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("up to 64", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_source_has_the_claims_that_the_list_counts()
    {
        using var json = JsonDocument.Parse(await _desk.GetAsync("/api/people"));
        foreach (var source in json.RootElement.GetProperty("people").EnumerateArray().Take(12))
        {
            var (name, claims) = (source.GetProperty("who").GetString()!, source.GetProperty("claims").GetInt64());
            using var found = JsonDocument.Parse(await _desk.GetAsync($"/api/claims?most=500&speaker={Uri.EscapeDataString(name)}"));
            Assert.Equal(claims, found.RootElement.GetProperty("found").GetInt64());
            Assert.Equal(claims, found.RootElement.GetProperty("claims").EnumerateArray().Sum(claim => claim.GetProperty("copies").GetInt64() + 1));
            var page = await Page($"/people/profile?who={Uri.EscapeDataString(name)}");
            Assert.InRange(page.QuerySelectorAll("section[aria-labelledby=says] a.hit").Length, 1, Math.Min(claims, 15));
            Assert.NotEmpty(page.QuerySelectorAll("section[aria-labelledby=joins] tbody tr"));
            Assert.All(page.QuerySelectorAll("aside a, section[aria-labelledby=joins] a"), link => Assert.StartsWith("/", link.GetAttribute("href"), StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/documents")]
    [InlineData("/claims")]
    [InlineData("/people")]
    [InlineData("/people?show=named")]
    [InlineData("/timeline")]
    public async Task The_way_on_leads_to_rows_until_there_are_none(string path)
    {
        var first = path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "most=";
        var (next, rows, pages) = (first + "3", 0, 0);
        while (next is not null)
        {
            var page = await Page(next);
            var found = page.QuerySelectorAll("table tbody tr").Length;
            Assert.InRange(found, 1, 3);
            (rows, pages, next) = (rows + found, pages + 1, page.QuerySelector("a[rel=next]")?.GetAttribute("href"));
        }

        var all = await Page(first + "500");
        Assert.Equal(all.QuerySelectorAll("table tbody tr").Length, rows);
        Assert.True(pages > 1);
        Assert.DoesNotContain("0 others", all.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assets_are_there_and_are_not_sent_twice()
    {
        foreach (var name in new[] { "desk.css", "pages.css", "document.js", "inbox.js", "figures.js", "echarts.js", "mark.svg" })
        {
            using var first = await _desk.Client.GetAsync(new Uri("/assets/" + name, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            Assert.NotEmpty(await first.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            using var again = new HttpRequestMessage(HttpMethod.Get, "/assets/" + name) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
            using var second = await _desk.Client.SendAsync(again, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        }
    }

    private static string Lit(IHtmlDocument page, string part) => string.Concat(page.QuerySelectorAll($"#text .{part}").Select(piece => piece.TextContent));

    /// <summary>Without the breaks between blocks, which pieces do not hold.</summary>
    private static string Joined(string text) => text.Replace("\n", "", StringComparison.Ordinal);

    private async Task<IHtmlDocument> Page(string path) => new HtmlParser().ParseDocument(await _desk.GetAsync(path));
}
