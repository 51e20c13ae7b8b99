using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

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
            var found = await page.RunAxe();
            Assert.True(found.Violations.All(one => one.Impact is not ("serious" or "critical")), $"{path}, {width} wide, {scheme}: " + string.Join("; ", found.Violations.Select(one => $"{one.Impact} {one.Id}: {one.Help}: {string.Join(" | ", one.Nodes.Take(3).Select(node => node.Html))}")));
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{path} is wider than {width}");
        }
    }

    public void Dispose() => _desk.Dispose();
}
