using System.Net;
using System.Text.Json;
using OnRecord.App.Web.Inboxes;
using OnRecord.Archive.Search;

namespace OnRecord.Tests.Web;

/// <summary>What the inbox has accepted is kept until it is read, however the desk ends; no page holds it, and what is under way stays within bounds.</summary>
public sealed class InboxKeepingTests : IDisposable
{
    private readonly ManualResetEventSlim _may = new();
    private RunningDesk? _desk;

    public void Dispose()
    {
        _may.Set();
        _desk?.Dispose();
        _may.Dispose();
    }

    [Fact]
    public async Task What_was_accepted_is_on_the_disk_and_read_after_the_desk_was_closed()
    {
        using var desk = Open();
        Assert.Equal(HttpStatusCode.Accepted, await Post(desk, "A ferry sank off Norrick, the coast guard said.", "2025-08-25"));
        Assert.Equal(HttpStatusCode.Accepted, await Post(desk, "A dam held at Sarn, the mayor said."));
        var waiting = Directory.GetDirectories(Path.Combine(desk.Inbox, "waiting"));
        Assert.Equal(2, waiting.Length);
        Assert.Contains(waiting, path => File.ReadAllText(Path.Combine(path, "content")).Contains("ferry", StringComparison.Ordinal));
        desk.Close();
        Assert.Equal(2, Directory.GetDirectories(Path.Combine(desk.Inbox, "waiting")).Length);
        _may.Set();
        desk.Reopen();
        var items = await Ended(desk);
        Assert.All(items, item => Assert.Equal("done", item.GetProperty("state").GetString()));
        Assert.Equal("2025-08-25", Assert.Single(desk.Archive.Search.Documents(Archives.TempArchive.Query("ferry"), 5)).Published);
        Assert.Empty(Directory.GetDirectories(Path.Combine(desk.Inbox, "waiting")));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(desk.Inbox, "temporary")));
    }

    [Fact]
    public async Task A_page_that_is_read_and_one_that_waits_can_be_taken_out()
    {
        using var desk = Open();
        foreach (var place in new[] { "Norrick", "Sarn", "Torvia" })
        {
            await Post(desk, $"A ferry sank off {place}, the coast guard said.");
        }

        Assert.Equal(HttpStatusCode.OK, await Do(desk, "/api/inbox/2/cancel"));
        Assert.Equal(HttpStatusCode.Redirect, await Do(desk, "/inbox/1/cancel"));
        Assert.Equal(HttpStatusCode.NotFound, await Do(desk, "/api/inbox/2/cancel"));
        Assert.Equal(HttpStatusCode.NotFound, await Do(desk, "/inbox/9/again"));
        _may.Set();
        Assert.Equal(["cancelled", "cancelled", "done"], (await Ended(desk)).OrderBy(item => item.GetProperty("id").GetInt32()).Select(item => item.GetProperty("state").GetString()));
        Assert.Empty(Directory.GetDirectories(Path.Combine(desk.Inbox, "waiting")));
    }

    [Fact]
    public async Task A_page_that_takes_too_long_is_ended_and_the_next_is_read()
    {
        using var desk = Open(text => text.Contains("slow", StringComparison.Ordinal), 1);
        await Post(desk, "A slow ferry sank off Norrick, the coast guard said.");
        await Post(desk, "A dam held at Sarn, the mayor said.");
        var items = await Ended(desk);
        Assert.Contains("took longer", items.Single(item => item.GetProperty("id").GetInt32() == 1).GetProperty("problems")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("done", items.Single(item => item.GetProperty("id").GetInt32() == 2).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Of_a_page_no_more_is_read_than_its_limits_let()
    {
        using var desk = new RunningDesk(with: settings => settings with { Limits = settings.Limits with { MaxTokens = 5 } });
        await Post(desk, "A ferry sank off Norrick, the coast guard said. A dam held at Sarn, the mayor said.");
        await Ended(desk);
        var id = Assert.Single(new RecordSearch(desk.Archive.Store).RecordIds(SearchQuery.Parse("")));
        Assert.Single(desk.Archive.Store.Find(id)!.Unresolved, one => one.Why == "tooManyTokens");
    }

    [Fact]
    public async Task Where_the_archive_has_gone_nothing_is_begun_anew_and_what_was_handed_in_waits()
    {
        using var desk = Open();
        _may.Set();
        var away = desk.Archive.FilePath + ".away";
        desk.Archive.Store.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Move(desk.Archive.FilePath, away);
        Assert.Equal(HttpStatusCode.Accepted, await Post(desk, "A ferry sank off Norrick, the coast guard said."));
        await Until(desk, items => items[0].GetProperty("problems").GetArrayLength() > 0);
        Assert.False(File.Exists(desk.Archive.FilePath));
        Assert.Single(Directory.GetDirectories(Path.Combine(desk.Inbox, "waiting")));
        File.Move(away, desk.Archive.FilePath);
        Assert.Equal("done", (await Ended(desk))[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task What_the_desk_ended_at_again_and_again_is_kept_and_tried_when_somebody_says_so()
    {
        using var desk = Open();
        await Post(desk, "A ferry sank off Norrick, the coast guard said.");
        desk.Close();
        var told = Directory.GetFiles(Path.Combine(desk.Inbox, "waiting"), "item.json", SearchOption.AllDirectories).Single();
        File.WriteAllText(told, File.ReadAllText(told).Replace("\"Attempts\":0", "\"Attempts\":3", StringComparison.Ordinal));
        Directory.CreateDirectory(Path.Combine(desk.Inbox, "waiting", "77"));
        File.WriteAllText(Path.Combine(desk.Inbox, "waiting", "77", "item.json"), "no JSON");
        desk.Reopen();
        _may.Set();
        var item = Assert.Single(await Ended(desk));
        Assert.Equal("failed", item.GetProperty("state").GetString());
        Assert.Contains("77: cannot be understood", desk.Errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Do(desk, "/api/inbox/1/again"));
        Assert.Equal("done", Assert.Single(await Ended(desk)).GetProperty("state").GetString());
        await Post(desk, "A dam held at Sarn, the mayor said.");
        Assert.Equal(78, (await Ended(desk)).Max(one => one.GetProperty("id").GetInt32()));
    }

    [Fact]
    public async Task Without_room_nothing_is_taken_and_it_is_said_when_to_come_again()
    {
        using var desk = Open(with: 20_000);
        Assert.Equal(HttpStatusCode.Accepted, await Post(desk, new string('a', 3_000)));
        using var form = new MultipartFormDataContent { { new StringContent(new string('b', 8_000)), "text" } };
        using var answer = await desk.Client.PostAsync(new Uri("/api/inbox", UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        _may.Set();
        await Ended(desk);
        Assert.Equal(HttpStatusCode.Accepted, await Post(desk, new string('b', 8_000)));
    }

    [Fact]
    public void Room_is_given_back_whatever_comes()
    {
        var admission = new Admission(100, 2);
        var (first, second) = (admission.Enter(40), admission.Enter(40));
        Assert.Null(admission.Enter(1));
        second!.Dispose();
        Assert.Null(admission.Enter(61));
        using (Assert.IsType<Admission.Place>(admission.Enter(60)))
        {
            first!.Dispose();
        }

        admission.Wait(100);
        Assert.Null(admission.Enter(1));
        admission.Leave(100);
        Assert.NotNull(admission.Enter(100));
    }

    [Fact]
    public void A_folder_is_of_one_desk()
    {
        _desk = new RunningDesk();
        Assert.Contains("in use by another desk", Assert.Throws<App.Cli.UsageException>(() => InboxFolder.Open(_desk.Inbox)).Message, StringComparison.Ordinal);
        var file = _desk.Archive.FilePath + ".file";
        File.WriteAllText(file, "no folder");
        Assert.Throws<App.Cli.UsageException>(() => InboxFolder.Open(file));
    }

    [Fact]
    public void What_was_under_way_is_gone_at_the_next_start()
    {
        _desk = new RunningDesk();
        _desk.Close();
        var left = Path.Combine(_desk.Inbox, "temporary", "1");
        Directory.CreateDirectory(left);
        File.WriteAllText(Path.Combine(left, "content"), "half of it");
        _desk.Reopen();
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_desk.Inbox, "temporary")));
    }

    /// <summary>A desk whose reading of some texts waits until it may, or is ended.</summary>
    private RunningDesk Open(Func<string, bool>? slow = null, int? seconds = null, long? with = null) => new(
        around: read => (page, options, cancelled) =>
        {
            if ((slow ?? (_ => true))(System.Text.Encoding.UTF8.GetString(page.Bytes.Span)))
            {
                _may.Wait(cancelled);
            }

            // Where there is a limit of time, what is not slow takes none, however busy the machine is.
            return seconds is null ? read(page, options, cancelled) : [];
        },
        with: settings => settings with { MaxSeconds = seconds ?? settings.MaxSeconds, MostWaiting = with ?? settings.MostWaiting });

    private static async Task<HttpStatusCode> Post(RunningDesk desk, string text, string published = "")
    {
        using var form = new MultipartFormDataContent { { new StringContent(text), "text" }, { new StringContent(published), "published" } };
        using var answer = await desk.Client.PostAsync(new Uri("/api/inbox", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> Do(RunningDesk desk, string path)
    {
        using var answer = await desk.Client.PostAsync(new Uri(path, UriKind.Relative), null, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static Task<List<JsonElement>> Ended(RunningDesk desk) => Until(desk, items => items.All(item => item.GetProperty("state").GetString() is not ("waiting" or "reading")));

    private static async Task<List<JsonElement>> Until(RunningDesk desk, Func<List<JsonElement>, bool> isSo)
    {
        while (true)
        {
            using var json = JsonDocument.Parse(await desk.GetAsync("/api/inbox"));
            var items = json.RootElement.GetProperty("items").Clone().EnumerateArray().ToList();
            if (isSo(items))
            {
                return items;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
