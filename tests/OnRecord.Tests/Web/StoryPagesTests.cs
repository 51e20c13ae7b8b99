using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using OnRecord.Archive.Search;
using OnRecord.Tests.Archives;

namespace OnRecord.Tests.Web;

/// <summary>Stories on the desk.</summary>
public sealed class StoryPagesTests
{
    [Fact]
    public async Task A_story_leads_to_its_documents_and_they_to_it()
    {
        using var desk = new RunningDesk();
        desk.Archive.Store.Add(StoryReports.Names.Select(name => StoryReports.Read[name]));
        var story = new StorySearch(desk.Archive.Store).Stories(SearchQuery.Parse("wreck"), 10).Single();
        var list = await Page(desk, "/stories");
        Assert.Equal(3, list.QuerySelectorAll("tbody tr").Length);
        Assert.Single((await Page(desk, "/stories?q=wreck")).QuerySelectorAll("tbody tr"));
        Assert.Contains(list.QuerySelectorAll("tbody a"), link => link.GetAttribute("href") == $"/stories/{story.Id}");
        foreach (var document in story.Documents)
        {
            // The id of any of its documents leads to the story.
            var page = await Page(desk, $"/stories/{document.Record}");
            Assert.Equal(story.Documents.Select(one => $"/documents/{one.Record}"), page.QuerySelectorAll("ol.hits a.hit").Select(link => link.GetAttribute("href")));
            Assert.Contains("2 Mar 2025 – 4 Mar 2025", page.QuerySelector(".sum")!.TextContent, StringComparison.Ordinal);
            Assert.Contains((await Page(desk, $"/documents/{document.Record}")).QuerySelectorAll("footer a"), link => link.GetAttribute("href") == $"/stories/{story.Id}");
        }

        using var json = JsonDocument.Parse(await desk.GetAsync($"/api/stories/{story.Id}"));
        Assert.Equal(story.Documents.Select(one => one.Record), json.RootElement.GetProperty("documents").EnumerateArray().Select(one => one.GetProperty("record").GetString()));
    }

    [Fact]
    public async Task A_story_shows_what_its_documents_tell_together()
    {
        using var desk = new RunningDesk();
        desk.Archive.Store.Add(StoryReports.Names.Select(name => StoryReports.Read[name]));
        var story = new StorySearch(desk.Archive.Store).Stories(SearchQuery.Parse("wreck"), 10).Single();
        var page = await Page(desk, $"/stories/{story.Id}");
        Assert.Equal(["How many, over time", "Where they contradict", "What they tell alike"], page.QuerySelectorAll(".list h2").Select(head => head.TextContent));
        // Both sides lead to the claim in its document, and so does each figure, in the chart and in the table.
        Assert.Equal(2, page.QuerySelectorAll(".clash .side blockquote a").Length);
        Assert.Equal(2, page.QuerySelectorAll(".told-figures a").Length);
        foreach (var link in page.QuerySelectorAll(".clash a, .told-figures a, td.figure a[href^='/']").Select(link => link.GetAttribute("href")!).Distinct())
        {
            Assert.Contains("aria-current=\"true\"", await desk.GetAsync(link.Split('#')[0]), StringComparison.Ordinal);
        }

        using var json = JsonDocument.Parse(await desk.GetAsync($"/api/stories/{story.Id}"));
        Assert.Equal(page.QuerySelectorAll(".clash").Length, json.RootElement.GetProperty("contradictions").GetArrayLength());
    }

    [Fact]
    public async Task A_text_is_answered_and_not_kept()
    {
        using var desk = new RunningDesk();
        desk.Archive.Store.Add(StoryReports.Names.Select(name => StoryReports.Read[name]));
        Assert.NotNull((await Page(desk, "/ask")).QuerySelector("form[action='/ask'] textarea"));
        using var form = new FormUrlEncodedContent([new("text", "The ferry Sankt Brenna had been overloaded, <b>Ada Brunn</b> said."), new("published", "2025-03-05")]);
        using var answer = await desk.Client.PostAsync(new Uri("/ask", UriKind.Relative), form, TestContext.Current.CancellationToken);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(page.QuerySelectorAll(".clash blockquote"), quote => quote.TextContent.Contains("The Sall Line denied", StringComparison.Ordinal));
        Assert.Equal(0, page.QuerySelectorAll("textarea b").Length);
        using var again = new FormUrlEncodedContent([new("text", "Tova Lind, Velden")]);
        using var twin = await desk.Client.PostAsync(new Uri("/api/ask", UriKind.Relative), again, TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await twin.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(3, json.RootElement.GetProperty("documents").GetArrayLength());
        Assert.Equal(StoryReports.Names.Length, new RecordSearch(desk.Archive.Store).RecordIds(SearchQuery.Parse("")).Count());
        foreach (var (fields, code) in new[] { (new Dictionary<string, string> { ["text"] = " " }, HttpStatusCode.BadRequest), (new() { ["text"] = "A ferry sank.", ["published"] = "soon" }, HttpStatusCode.BadRequest), (new() { ["text"] = new string('a', 1 << 21) }, HttpStatusCode.RequestEntityTooLarge) })
        {
            using var wrong = new FormUrlEncodedContent(fields);
            using var refused = await desk.Client.PostAsync(new Uri("/api/ask", UriKind.Relative), wrong, TestContext.Current.CancellationToken);
            Assert.Equal(code, refused.StatusCode);
        }
    }

    [Theory]
    [InlineData("/stories/0000000000000000-0", HttpStatusCode.NotFound, "has a story")]
    [InlineData("/api/stories/0000000000000000-0", HttpStatusCode.NotFound, "no record of this id")]
    [InlineData("/stories?q=who:me", HttpStatusCode.BadRequest, "is no filter")]
    public async Task A_story_that_is_not_there_is_told(string path, HttpStatusCode code, string told)
    {
        using var desk = new RunningDesk();
        using var answer = await desk.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(code, answer.StatusCode);
        Assert.Contains(told, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<AngleSharp.Dom.IDocument> Page(RunningDesk desk, string path) => new HtmlParser().ParseDocument(await desk.GetAsync(path));
}
