using System.Net;
using System.Text.Json;
using OnRecord.Archive.Search;

namespace OnRecord.Tests.Web;

/// <summary>What is handed in is read into the archive.</summary>
public sealed class InboxTests : IDisposable
{
    private readonly RunningDesk _desk = new();

    [Fact]
    public async Task Files_and_text_are_read_and_stored_once()
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(File.ReadAllBytes(Records.SamplePages.PagePath("quake-brief"))), "files", "../../quake.txt" },
            { new ByteArrayContent([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), "files", "picture.png" },
            { new StringContent("A ferry ran aground off Norrick on Monday, the coast guard said.\r\nNobody was hurt."), "text" },
            { new StringContent("2025-08-25"), "published" },
        };
        Assert.Equal(HttpStatusCode.Accepted, await Post(form));
        var items = await Read(3);
        Assert.Equal("done", Item(items, "quake.txt").GetProperty("state").GetString());
        Assert.Equal("failed", Item(items, "picture.png").GetProperty("state").GetString());
        Assert.Contains("looks like", Item(items, "picture.png").GetProperty("problems")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(1, Item(items, "pasted: A ferry ran aground").GetProperty("stored").GetInt32());
        var found = Assert.Single(_desk.Archive.Search.Documents(SearchQuery.Parse("aground"), 5));
        Assert.Equal("2025-08-25", found.Published);
        Assert.Contains("aground", await _desk.GetAsync("/documents/" + found.RecordId), StringComparison.Ordinal);

        using var again = new MultipartFormDataContent { { new ByteArrayContent(File.ReadAllBytes(Records.SamplePages.PagePath("quake-brief"))), "files", "again.txt" } };
        await Post(again);
        Assert.Equal(1, Item(await Read(4), "again.txt").GetProperty("known").GetInt32());
    }

    [Fact]
    public async Task A_container_is_opened_into_its_pages()
    {
        const string Feed = """{"title":"One","maintext":"A bridge fell on Monday, the mayor said.","url":"https://news.example/1","date_publish":"2025-08-25 10:00:00"}""" + "\n"
            + """{"title":"Two","maintext":"A dam held on Tuesday, the mayor said.","url":"https://news.example/2","date_publish":"2025-08-26 10:00:00"}""" + "\n";
        using var form = new MultipartFormDataContent { { new StringContent(Feed), "files", "news.jsonl" } };
        await Post(form);
        Assert.Equal(2, Item(await Read(1), "news.jsonl").GetProperty("stored").GetInt32());
    }

    [Theory]
    [InlineData("text", "  ", "there is nothing in it")]
    [InlineData("uri", "javascript:alert(1)", "is no address of a page")]
    [InlineData("published", "soon", "is no day of publication")]
    public async Task An_impossible_form_is_told_and_nothing_is_read(string field, string value, string told)
    {
        using var form = new MultipartFormDataContent { { new StringContent(value), field } };
        if (field != "text")
        {
            form.Add(new StringContent("A ferry sank."), "text");
        }

        using var answer = await _desk.Client.PostAsync(new Uri("/inbox", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(told, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("\"items\":[]", await _desk.GetAsync("/api/inbox"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_without_scripts_is_led_back_to_the_list()
    {
        using var form = new MultipartFormDataContent { { new StringContent("A ferry sank."), "text" } };
        using var answer = await _desk.Client.PostAsync(new Uri("/inbox", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal("/inbox#handed", answer.Headers.Location!.ToString());
        await Read(1);
        Assert.Contains("See the record", await _desk.GetAsync("/inbox"), StringComparison.Ordinal);
    }

    public void Dispose() => _desk.Dispose();

    private static JsonElement Item(JsonElement items, string name) => items.EnumerateArray().Single(item => item.GetProperty("name").GetString()!.StartsWith(name, StringComparison.Ordinal));

    private async Task<HttpStatusCode> Post(HttpContent form)
    {
        using var answer = await _desk.Client.PostAsync(new Uri("/api/inbox", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    /// <summary>The items, once so many are read.</summary>
    private async Task<JsonElement> Read(int count)
    {
        for (var left = TimeSpan.FromMinutes(3); ; left -= TimeSpan.FromMilliseconds(100))
        {
            using var json = JsonDocument.Parse(await _desk.GetAsync("/api/inbox"));
            if (json.RootElement.GetProperty("open").GetInt32() == 0 && json.RootElement.GetProperty("items").GetArrayLength() >= count)
            {
                return json.RootElement.GetProperty("items").Clone();
            }

            Assert.True(left > TimeSpan.Zero, "the inbox did not come to an end");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
