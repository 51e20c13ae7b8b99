using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OnRecord.Archive;
using OnRecord.Archive.Search;
using OnRecord.Tests.Archives;

namespace OnRecord.ServiceTests;

/// <summary>Every page of the desk can be used by people who see, hear or move otherwise, as far as axe-core can tell.</summary>
public sealed class AccessTests(Browser browser) : IDisposable
{
    private readonly TestDesk _desk = new();

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious_and_no_page_is_wider_than_the_window(int width, ColorScheme scheme)
    {
        await using var context = await browser.OpenAsync(_desk.Address, width, scheme);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/documents?q=drones");
        var document = await page.Locator(".sheet .main a").First.GetAttributeAsync("href");
        await page.GotoAsync(document!);
        var claim = await page.Locator(".card .claim").First.GetAttributeAsync("href");
        await page.GotoAsync("/people");
        var source = await page.Locator(".sheet .main a").First.GetAttributeAsync("href");
        foreach (var path in new[] { "/inbox", "/documents", "/documents?q=drones&kind=article", claim!, document + "?show=open", document + "?show=page", "/claims?status=asserted", "/people", "/people?show=named", "/people?show=unnamed", source!, "/timeline", "/figures", "/search", "/search?q=drones", "/nothing" })
        {
            await page.GotoAsync(path);
            await Check(page, path, width, scheme);
        }
    }

    [Theory]
    [InlineData(1400, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task A_story_and_an_answer_can_be_used_by_all(int width, ColorScheme scheme)
    {
        string story;
        using (var store = RecordStore.Open(_desk.Archive))
        {
            store.Add(StoryReports.Names.Select(name => StoryReports.Read[name]));
            story = new StorySearch(store).Stories(SearchQuery.Parse("wreck"), 1).Single().Id;
        }

        await using var context = await browser.OpenAsync(_desk.Address, width, scheme);
        var page = await context.NewPageAsync();
        foreach (var path in new[] { "/stories", $"/stories/{story}", "/ask", "/people/profile?who=Ada+Brunn" })
        {
            await page.GotoAsync(path);
            await Check(page, path, width, scheme);
        }

        await page.GotoAsync("/ask");
        await page.Locator("main textarea").FillAsync("The ferry Sankt Brenna had been overloaded, Ada Brunn said. Police counted fourteen drowned.");
        await page.Locator("main form button").ClickAsync();
        await page.Locator(".clash").First.WaitForAsync();
        await Check(page, "the answer", width, scheme);
    }

    private static async Task Check(IPage page, string path, int width, ColorScheme scheme)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.All(one => one.Impact is not ("serious" or "critical")), $"{path}, {width} wide, {scheme}: " + string.Join("; ", found.Violations.Select(one => $"{one.Impact} {one.Id}: {one.Help}: {string.Join(" | ", one.Nodes.Take(3).Select(node => node.Html))}")));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{path} is wider than {width}");
    }

    public void Dispose() => _desk.Dispose();
}
