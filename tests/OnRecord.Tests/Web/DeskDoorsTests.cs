using System.Net;
using System.Net.Sockets;
using System.Text;
using OnRecord.App.Cli;
using OnRecord.App.Web.Safety;
using OnRecord.Pages;

namespace OnRecord.Tests.Web;

/// <summary>Whoever asks, and however wrongly: the desk says what is wrong with it, and nothing else happens.</summary>
public sealed class DeskDoorsTests(SampleDesk sample) : IClassFixture<SampleDesk>
{
    private const string Token = "a-token-of-enough-characters";

    private RunningDesk Desk => sample.Desk;

    [Theory]
    [InlineData("cross-site", "no-cors", "image", "", HttpStatusCode.Forbidden)]
    [InlineData("same-site", "cors", "empty", "", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "navigate", "iframe", "", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "navigate", "document", "prefetch", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "navigate", "document", "", HttpStatusCode.OK)]
    [InlineData("same-origin", "cors", "empty", "", HttpStatusCode.OK)]
    [InlineData("none", "navigate", "document", "", HttpStatusCode.OK)]
    public async Task Other_sites_cannot_ask_the_desk(string site, string mode, string target, string purpose, HttpStatusCode code)
    {
        foreach (var path in new[] { "/api/search?q=ferry", "/documents", "/api/documents/export?format=parquet" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Sec-Fetch-Site", site);
            request.Headers.Add("Sec-Fetch-Mode", mode);
            request.Headers.Add("Sec-Fetch-Dest", target);
            if (purpose.Length > 0)
            {
                request.Headers.Add("Sec-Purpose", purpose);
            }

            using var answer = await Desk.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(code, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("/api/claims?most=abc", "most=abc")]
    [InlineData("/api/documents?most=99999999999", "most=99999999999")]
    [InlineData("/api/timeline?skip=715827833", "skip=715827833")]
    [InlineData("/api/claims?skip=-x", "skip=-x")]
    [InlineData("/api/documents/export", "format")]
    [InlineData("/api/claims/export?format=exe", "is none of")]
    [InlineData("/api/claims/export?format=csv&safe=perhaps", "safe=perhaps")]
    [InlineData("/api/people/profile", "who")]
    public async Task An_impossible_question_is_a_problem_that_names_it(string path, string told)
    {
        foreach (var (address, type) in new[] { (path, "application/problem+json"), (path[4..], "text/html") }.Where(one => !one.Item1.StartsWith("/documents/export", StringComparison.Ordinal) && !one.Item1.StartsWith("/claims/export", StringComparison.Ordinal)))
        {
            using var answer = await Desk.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal((address, HttpStatusCode.BadRequest), (address, answer.StatusCode));
            Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
            Assert.Contains(told, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
            Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        }
    }

    [Theory]
    [InlineData("HEAD", "/documents", HttpStatusCode.OK)]
    [InlineData("HEAD", "/api/claims", HttpStatusCode.OK)]
    [InlineData("HEAD", "/nothing", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/documents", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "/api/inbox", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/api/claims", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound)]
    public async Task Methods_have_the_codes_of_HTTP(string method, string path, HttpStatusCode code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await Desk.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(code, answer.StatusCode);
        Assert.Equal(code == HttpStatusCode.MethodNotAllowed, answer.Content.Headers.Allow.Count > 0);
        Assert.Equal(method == "HEAD", (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Length == 0);
    }

    [Theory]
    [InlineData("application/json", "{\"text\":\"A ferry sank.\"}")]
    [InlineData("text/plain", "A ferry sank.")]
    public async Task What_is_no_form_is_of_the_wrong_type(string type, string body)
    {
        foreach (var (path, told) in new[] { ("/api/inbox", "application/problem+json"), ("/inbox", "text/html") })
        {
            using var content = new StringContent(body, Encoding.UTF8, type);
            using var answer = await Desk.Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
            Assert.Equal(told, answer.Content.Headers.ContentType!.MediaType);
        }
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked", "FFFFFFFFFFFFFFFF\r\nabc\r\n")]
    [InlineData("Transfer-Encoding: chunked", "xyz\r\nabc\r\n")]
    [InlineData("Content-Length: ", "--b\r\nno head at all\r\n")]
    [InlineData("Content-Length: ", "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nA ferry\r\n--")]
    [InlineData("Content-Length: ", "--c\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nA ferry\r\n--c--\r\n")]
    public async Task A_broken_body_is_a_fault_of_who_sent_it(string head, string body)
    {
        var rest = $"{head}{(head.EndsWith(' ') ? body.Length : "")}\r\n\r\n{body}";
        var answer = await Raw($"POST /api/inbox HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=b\r\n{rest}");
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", Desk.Errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/x", "/evil.example/x")]
    [InlineData("///evil.example", "/evil.example")]
    [InlineData("/%5Cevil.example", "/")]
    public async Task Who_shows_the_token_is_led_nowhere_else(string path, string place)
    {
        using var desk = new RunningDesk(Token);
        var answer = await Raw($"GET {path}?token={Token} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", desk);
        var to = answer.Split("\r\n").Single(line => line.StartsWith("Location: ", StringComparison.Ordinal))["Location: ".Length..];
        Assert.StartsWith(place, to, StringComparison.Ordinal);
        Assert.Matches("^/[^/\\\\]", to);
    }

    [Fact]
    public async Task A_cookie_ends_is_of_one_port_and_cannot_be_made_to_last()
    {
        using var desk = new RunningDesk(Token, with: settings => settings with { Proxy = IPAddress.Loopback });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/claims?token={Token}");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await desk.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith($"onrecord-desk-{desk.Client.BaseAddress!.Port}=", cookie, StringComparison.Ordinal);
        Assert.Contains("max-age=604800", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        var value = cookie.Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, await Shown(desk, "Cookie", value));
        Assert.Equal(HttpStatusCode.Unauthorized, await Shown(desk, "Cookie", value.Replace("=1", "=2", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Guesses_are_slowed_and_told()
    {
        using var desk = new RunningDesk(Token);
        var codes = new List<HttpStatusCode>();
        for (var guess = 0; guess < 60; guess++)
        {
            codes.Add(await Shown(desk, "Authorization", $"Bearer guess-{guess}-of-many-others"));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, codes[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, codes);
        Assert.Contains("wrong tokens from 127.0.0.1", desk.Errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(desk, "/documents"));
    }

    [Fact]
    public void An_address_is_looked_at_again_when_it_has_been_quiet()
    {
        using var terminal = new Terminal { Input = Stream.Null, Output = Stream.Null, Error = TextWriter.Null };
        var clock = new Clock();
        var guesses = new Guesses(clock, terminal);
        var (guesser, neighbour) = (IPAddress.Parse("2001:db8::1"), IPAddress.Parse("2001:db8::2"));
        for (var guess = 0; guess < 20; guess++)
        {
            Assert.True(guesses.MayTry(guesser));
            guesses.Wrong(guesser, wasTried: true);
        }

        Assert.False(guesses.MayTry(guesser));
        Assert.False(guesses.MayTry(neighbour));
        Assert.True(guesses.MayTry(IPAddress.Parse("192.0.2.1")));
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.True(guesses.MayTry(guesser));
        guesses.Wrong(guesser, wasTried: true);
        Assert.False(guesses.MayTry(guesser));
    }

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabcabcabc")]
    [InlineData("0123456789abcdef")]
    [InlineData("passwordpassword")]
    [InlineData("1234567890123456")]
    public void A_token_that_can_be_guessed_is_refused(string token) =>
        Assert.Contains("can be guessed", Assert.Throws<UsageException>(() => App.Web.DeskSettings.Read("a.db", "http://*:5080", token, PageBytes.DefaultMaxBytes)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_long_document_is_shown_in_part_and_says_so()
    {
        using var desk = new RunningDesk();
        var text = string.Concat(Enumerable.Repeat("Die Fähre lief am Montag vor der Küste auf Grund, sagte der Bürgermeister der kleinen Stadt. ", 8_000));
        var page = Page.Of(Encoding.UTF8.GetBytes(text), null);
        desk.Archive.Store.Add([new OnRecord.Archive.StoredPage("long", page, new ReadOptions { Plain = true }, Records.SamplePages.Reading.Read(page, new ReadOptions { Plain = true }))]);
        var id = Assert.Single(desk.Archive.Search.RecordIds(Archives.TempArchive.Query("")));
        foreach (var show in new[] { "", "?show=page", "?show=open" })
        {
            var shown = await desk.GetAsync($"/documents/{id}{show}");
            Assert.True(shown.Length < 2_000_000, $"{show}: {shown.Length}");
            Assert.Contains("This document is long", shown, StringComparison.Ordinal);
        }

        Assert.True((await desk.GetAsync($"/api/documents/{id}")).Length > text.Length);
    }

    private static async Task<HttpStatusCode> Status(RunningDesk desk, string path)
    {
        using var answer = await desk.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> Shown(RunningDesk desk, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/documents");
        request.Headers.Add(header, value);
        using var answer = await desk.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task<string> Raw(string request, RunningDesk? desk = null)
    {
        using var client = new TcpClient("127.0.0.1", (desk ?? Desk).Client.BaseAddress!.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2025, 8, 25, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
