using OnRecord.App.Cli;
using OnRecord.Archive;
using OnRecord.Archive.Search;
using OnRecord.Tests.Web;

namespace OnRecord.ServiceTests;

/// <summary>Nothing that a page holds runs in the browser of who looks at it, or calls anybody.</summary>
public sealed class HostileTests(Browser browser) : IDisposable
{
    private readonly TestDesk _desk = new(withSamples: false);

    [Fact]
    public async Task Hostile_pages_run_nothing_and_call_nobody()
    {
        Fill();
        await using var context = await browser.OpenAsync(_desk.Address);
        var page = await context.NewPageAsync();
        var wrong = new List<string>();
        page.Dialog += async (_, dialog) =>
        {
            wrong.Add("dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(_desk.Address, StringComparison.Ordinal))
            {
                wrong.Add("request: " + request.Url);
            }
        };
        var looked = 0;
        foreach (var path in Paths())
        {
            await page.GotoAsync(path);
            await page.Mouse.MoveAsync(300, 300);
            looked++;
            if (await page.EvaluateAsync<bool>("() => window.hurt !== undefined || ![...document.scripts].every(script => script.src.startsWith(location.origin + '/assets/'))"))
            {
                wrong.Add("ran: " + path);
            }

            Assert.Equal(new Uri(_desk.Address).Authority, new Uri(page.Url).Authority);
        }

        Assert.True(looked > 3 * HostilePages.All.Count(), $"only {looked} pages were looked at");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_bytes_of_a_page_are_saved_and_never_shown()
    {
        Fill();
        await using var context = await browser.OpenAsync(_desk.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/documents");
        var document = await page.Locator(".sheet .main a").First.GetAttributeAsync("href");
        await page.GotoAsync(document + "?show=page");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Save the whole page").ClickAsync());
        Assert.EndsWith(".page", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.EndsWith(document + "?show=page", page.Url, StringComparison.Ordinal);
    }

    public void Dispose() => _desk.Dispose();

    private List<string> Paths()
    {
        var paths = new List<string> { "/stories?most=500", "/claims?most=500", "/people?most=500", "/people?show=named&most=500", "/people?show=unnamed&most=500", "/timeline?most=500", "/figures", "/search?q=bridge", "/inbox", "/search?q=%22%3E%3Cscript%3Ewindow.hurt%3D1%3C%2Fscript%3E" };
        // Not from the list of documents, which shows one of a family.
        using var store = RecordStore.Open(_desk.Archive);
        foreach (var id in new RecordSearch(store).RecordIds(SearchQuery.Parse("")))
        {
            paths.AddRange([$"/documents/{id}", $"/documents/{id}?show=page", $"/documents/{id}?show=open"]);
        }

        return paths;
    }

    private void Fill()
    {
        var folder = Directory.CreateTempSubdirectory("onrecord-hostile-");
        foreach (var (place, html) in HostilePages.All.Index())
        {
            File.WriteAllText(Path.Combine(folder.FullName, $"{place} ' onmouseover=window.hurt=1 {(place % 2 == 0 ? ".html" : ".txt")}"), html);
        }

        using var terminal = new Terminal { Input = Stream.Null, Output = Stream.Null, Error = TextWriter.Null };
        Assert.Equal(0, CommandLine.Run(["add", folder.FullName, "--archive", _desk.Archive, "--quiet"], terminal));
        folder.Delete(recursive: true);
    }
}
