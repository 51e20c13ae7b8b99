using System.Text.Json;
using Microsoft.Playwright;
using OnRecord.Archive;

namespace OnRecord.ServiceTests;

/// <summary>A person's way through the desk, in a real browser.</summary>
public sealed class DeskTests(Browser browser) : IDisposable
{
    private readonly TestDesk _desk = new();

    [Fact]
    public async Task A_dropped_page_is_read_and_its_record_is_seen()
    {
        await using var context = await browser.OpenAsync(_desk.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/inbox");
        // What a browser makes of a file that is dropped from another window.
        var data = await page.EvaluateHandleAsync("""
            () => {
              const data = new DataTransfer();
              data.items.add(new File(['A dam held above Norrick on Monday, the water board said.\nNobody was hurt, and 12 houses stayed dry.'], 'dam.txt', { type: 'text/plain' }));
              return data;
            }
            """);
        await page.DispatchEventAsync(".drop", "drop", new { dataTransfer = data });
        await page.GetByText("See the record").ClickAsync();
        await Assertions.Expect(page.Locator("#text")).ToContainTextAsync("A dam held above Norrick on Monday");
        await Assertions.Expect(page.Locator(".card .claim").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_clicked_claim_lights_up_the_right_characters()
    {
        var (record, claim) = Claim();
        await using var context = await browser.OpenAsync(_desk.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/documents/{record.Id}");
        Assert.Equal("", await Lit(page, "lit-claim"));
        await page.Locator($"#claim-{claim.Id} .claim").ClickAsync();
        var text = record.Document.Text;
        var attribution = record.Attributions.Single(one => one.Id == claim.AttributedTo[0]);
        Assert.Equal(claim.Span.Of(text), await Lit(page, "lit-claim"));
        Assert.Equal(attribution.Source!.Span.Of(text), await Lit(page, "lit-source"));
        Assert.Equal(attribution.Cue.Span.Of(text), await Lit(page, "lit-cue"));
        Assert.Equal(string.Concat(claim.Quantities.Select(place => record.Quantities[place].Span.Of(text))), await Lit(page, "lit-figure"));
        Assert.EndsWith($"/documents/{record.Id}?claim={claim.Id}#lit", page.Url, StringComparison.Ordinal);

        // The address alone shows the same, also without scripts.
        await using var bare = await browser.OpenAsync(_desk.Address);
        var again = await bare.NewPageAsync();
        await again.RouteAsync("**/*.js", route => route.AbortAsync());
        await again.GotoAsync($"/documents/{record.Id}?claim={claim.Id}");
        Assert.Equal(claim.Span.Of(text), await Lit(again, "lit-claim"));
    }

    [Fact]
    public async Task Pointing_at_the_text_lights_up_a_claim_for_as_long_as_it_lasts()
    {
        var (record, claim) = Claim();
        await using var context = await browser.OpenAsync(_desk.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/documents/{record.Id}");
        await page.Locator($"#claim-{claim.Id}").HoverAsync();
        Assert.Equal(claim.Span.Of(record.Document.Text), await Lit(page, "lit-claim"));
        await page.Locator("h1").First.HoverAsync();
        await page.Mouse.MoveAsync(2, 2);
        Assert.NotEqual(claim.Span.Of(record.Document.Text), await Lit(page, "lit-claim"));
    }

    [Fact]
    public async Task A_claim_is_found_opened_and_chosen_with_the_keyboard_alone()
    {
        await using var context = await browser.OpenAsync(_desk.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/documents");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("Skip to the content")).ToBeFocusedAsync();
        await Reach(page, "#find");
        await page.Keyboard.TypeAsync("earthquake");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveTitleAsync("earthquake · OnRecord");
        await Reach(page, ".hit");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".card[aria-current]")).ToHaveCountAsync(1);
        var before = await Lit(page, "lit-claim");
        Assert.NotEqual("", before);
        await Reach(page, ".card:not([aria-current]) .claim");
        Assert.NotEqual(before, await Lit(page, "lit-claim"));
        var focused = await page.EvaluateAsync<string>("() => document.activeElement.textContent");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(focused, await page.Locator(".card[aria-current] .claim").TextContentAsync());
    }

    [Fact]
    public async Task What_is_seen_in_the_sheet_is_exported()
    {
        await using var context = await browser.OpenAsync(_desk.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/claims?most=500");
        await page.GetByLabel("Status").SelectOptionAsync("denied");
        await page.GetByRole(AriaRole.Button, new() { Name = "Filter" }).ClickAsync();
        var seen = await page.Locator("table.claims tbody tr").CountAsync();
        Assert.True(seen > 0);
        await page.GetByText("Export", new() { Exact = true }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByText("CSV table").ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(seen, lines.Count(line => line.StartsWith("urn:onrecord:", StringComparison.Ordinal)));
        Assert.Equal("onrecord-claims.csv", download.SuggestedFilename);
    }

    [Fact]
    public async Task A_block_and_its_place_on_the_page_as_it_came_show_each_other()
    {
        await using var context = await browser.OpenAsync(_desk.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/documents/{Claim().Record.Id}?show=page");
        await page.Locator("#raw-1").HoverAsync();
        await Assertions.Expect(page.Locator("#block-1")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex(@"\bnear\b"));
    }

    [Fact]
    public async Task Figures_are_drawn_under_the_strict_policy()
    {
        await using var context = await browser.OpenAsync(_desk.Address);
        var page = await context.NewPageAsync();
        var wrong = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                wrong.Add(message.Text);
            }
        };
        page.PageError += (_, error) => wrong.Add(error);
        await page.GotoAsync("/figures");
        await Assertions.Expect(page.Locator("#chart canvas")).ToBeVisibleAsync();
        // Something is drawn: not all points of the picture are alike.
        Assert.True(await page.EvaluateAsync<bool>("""
            () => {
              const canvas = document.querySelector('#chart canvas');
              const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              return new Set(new Uint32Array(pixels.buffer)).size > 5;
            }
            """));
        Assert.Empty(wrong);
    }

    public void Dispose() => _desk.Dispose();

    private static Task<string> Lit(IPage page, string part) => page.EvaluateAsync<string>($"() => [...document.querySelectorAll('#text .{part}')].map(piece => piece.textContent).join('')");

    /// <summary>Presses Tab until an element that the selector matches has the focus.</summary>
    private static async Task Reach(IPage page, string selector)
    {
        const int Most = 200;
        for (var pressed = 0; pressed < Most; pressed++)
        {
            if (await page.EvaluateAsync<bool>($"() => document.activeElement.matches({JsonSerializer.Serialize(selector)})"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} cannot be reached with the keyboard");
    }

    /// <summary>A claim of a sample page on one line, with one source and a figure.</summary>
    private (Record Record, Claim Claim) Claim()
    {
        using var store = RecordStore.Open(_desk.Archive);
        return new OnRecord.Archive.Search.RecordSearch(store).RecordIds(OnRecord.Archive.Search.SearchQuery.Parse("kind:article"))
            .Select(id => store.Find(id)!)
            .SelectMany(record => record.Claims.Select(claim => (record, claim)))
            .First(one => one.claim is { AttributedTo.Length: 1, Quantities.Length: > 0, Level: not ClaimLevel.Fragment } && one.record.Attributions.Single(attribution => attribution.Id == one.claim.AttributedTo[0]).Source is not null
                && !one.claim.Span.Of(one.record.Document.Text).Contains('\n', StringComparison.Ordinal));
    }
}
