using System.Net;
using System.Text;
using OnRecord.App.Cli;
using OnRecord.App.Web;
using OnRecord.Pages;

namespace OnRecord.Tests.Web;

/// <summary>Who may see and change what on the desk.</summary>
public sealed class DeskSafetyTests
{
    private const string Token = "a-token-of-enough-characters";

    [Theory]
    [InlineData("/documents")]
    [InlineData("/api/claims")]
    [InlineData("/nothing")]
    [InlineData("/assets/desk.css")]
    public async Task Every_answer_forbids_foreign_and_inline_scripts(string path)
    {
        using var desk = new RunningDesk();
        using var answer = await desk.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    public async Task A_name_that_another_site_has_pointed_here_gets_nothing(string host, HttpStatusCode code)
    {
        using var desk = new RunningDesk();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/documents") { Headers = { Host = $"{host}:{desk.Client.BaseAddress!.Port}" } };
        using var answer = await desk.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(code, answer.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Accepted)]
    [InlineData("X-Nothing", "a program", HttpStatusCode.Accepted)]
    public async Task Only_the_desk_itself_and_programs_may_hand_in(string header, string value, HttpStatusCode code)
    {
        using var desk = new RunningDesk();
        using var form = new MultipartFormDataContent { { new StringContent("A ferry sank."), "text" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/inbox") { Content = form };
        request.Headers.Add(header, value);
        using var answer = await desk.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(code, answer.StatusCode);
    }

    [Fact]
    public async Task A_desk_with_a_token_lets_in_who_shows_it()
    {
        using var desk = new RunningDesk(Token);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(desk, "/documents"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(desk, "/assets/desk.css"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(desk, "/documents?token=wrong"));
        Assert.Equal(HttpStatusCode.OK, await Status(desk, "/api/documents", ("Authorization", "Bearer " + Token)));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(desk, "/api/documents", ("Authorization", "Bearer " + Token + "x")));

        using var answer = await desk.Client.GetAsync(new Uri($"/claims?q=a&token={Token}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/claims?q=a", answer.Headers.Location!.ToString());
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Status(desk, "/claims?q=a", ("Cookie", cookie.Split(';')[0])));
    }

    [Fact]
    public void An_address_that_others_can_reach_has_a_token()
    {
        Assert.Null(Read("http://127.0.0.1:5080;http://localhost:5081;http://[::1]:5082").Token);
        Assert.All(["http://0.0.0.0:5080", "http://*:5080", "http://192.0.2.7:5080", "http://127.0.0.1:1;http://desk.example:2"], urls => Assert.True(Read(urls).Token!.Length >= 32, urls));
        Assert.NotEqual(Read("http://*:5080").Token, Read("http://*:5080").Token);
        Assert.Equal(Token, Read("http://*:5080", Token).Token);
    }

    [Theory]
    [InlineData("", null, "name an address")]
    [InlineData("ftp://127.0.0.1", null, "takes http addresses")]
    [InlineData("https://127.0.0.1", null, "put a proxy before")]
    [InlineData("http://127.0.0.1:5080/desk", null, "leave the path out")]
    [InlineData("http://127.0.0.1:99999", null, "a port is a number from 0 to 65535")]
    [InlineData("http://127.0.0.1:-1", null, "--urls")]
    [InlineData("http://127.0.0.1:http", null, "--urls")]
    [InlineData("http://", null, "is no")]
    [InlineData("http://a b:5080", null, "is no name of a host")]
    [InlineData("http://user@127.0.0.1:5080", null, "is no name of a host")]
    [InlineData("http://unix:/tmp/desk.sock", null, "--urls")]
    [InlineData("http://[::1", null, "is no name of a host")]
    [InlineData("http://*:5080", "short", "16 characters at least")]
    public void An_impossible_address_or_token_is_told(string urls, string? token, string told) =>
        Assert.Contains(told, Assert.Throws<UsageException>(() => Read(urls, token)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task An_upload_over_the_limit_is_refused()
    {
        using var desk = new RunningDesk(maxBytes: 1000);
        using var form = new MultipartFormDataContent { { new StringContent(new string('a', 3_000_000)), "text" } };
        HttpStatusCode code;
        try
        {
            using var answer = await desk.Client.PostAsync(new Uri("/api/inbox", UriKind.Relative), form, TestContext.Current.CancellationToken);
            code = answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            // The server may close the connection before all is sent.
            code = HttpStatusCode.RequestEntityTooLarge;
        }

        Assert.True(code is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest, $"{code}");
        Assert.Contains("\"items\":[]", await desk.GetAsync("/api/inbox"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_page_holds_is_never_markup_of_the_desk()
    {
        using var desk = new RunningDesk();
        desk.Archive.Store.Add(HostilePages.All.Select((html, place) =>
        {
            var page = Page.Of(Encoding.UTF8.GetBytes(html), "https://evil.example/\"><script>alert(1)</script>");
            return new OnRecord.Archive.StoredPage($"<img src=x onerror=alert({place})>", page, ReadOptions.Default, Records.SamplePages.Reading.Read(page, ReadOptions.Default));
        }));
        var paths = new List<string> { "/stories", "/documents", "/claims", "/people", "/people?show=named", "/timeline", "/figures", "/search?q=bridge", "/documents?q=%3Cscript%3Ealert(1)%3C/script%3E" };
        // Not from the list of documents, which shows one of a family.
        foreach (var id in desk.Archive.Search.RecordIds(Archives.TempArchive.Query("")))
        {
            paths.AddRange([$"/documents/{id}", $"/documents/{id}?show=page", $"/documents/{id}?show=open"]);
        }

        Assert.True(paths.Count > 3 * HostilePages.All.Count(), "hostile pages gave no documents");
        foreach (var path in paths)
        {
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await desk.GetAsync(path));
            Assert.Empty(page.QuerySelectorAll("script:not([src]), iframe, object, embed, base, meta[http-equiv], style, [style]"));
            Assert.All(page.QuerySelectorAll("script, img, link"), element => Assert.StartsWith("/assets/", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal));
            Assert.All(page.QuerySelectorAll("*"), element => Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
            Assert.All(page.QuerySelectorAll("a"), link => Assert.Matches("^[/#]", link.GetAttribute("href") ?? ""));
        }
    }

    private static DeskSettings Read(string urls, string? token = null) => DeskSettings.Read("a.db", urls, token, PageBytes.DefaultMaxBytes);

    private static async Task<HttpStatusCode> Status(RunningDesk desk, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using var answer = await desk.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
