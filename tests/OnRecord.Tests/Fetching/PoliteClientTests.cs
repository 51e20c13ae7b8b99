using System.IO.Compression;
using System.Text;
using OnRecord.App.Inputs.Fetching;

namespace OnRecord.Tests.Fetching;

/// <summary>The client against a server on this machine, which only the tests allow it to connect to.</summary>
public sealed class PoliteClientTests : IDisposable
{
    private const int MaxBytes = 100_000;

    private readonly LoopbackSite _site = new();
    private readonly JumpingClock _clock = new();

    [Fact]
    public async Task A_page_is_fetched_after_the_sites_rules()
    {
        _site.Answer("/robots.txt", 404, "").Page("/news?id=3", "<p>Rain.</p>");
        var page = await Fetch("/news?id=3");
        Assert.Equal("<p>Rain.</p>", Encoding.UTF8.GetString(page.Bytes.Span));
        Assert.Equal(_site.At("/news?id=3").AbsoluteUri, page.Uri);
        Assert.Equal(("text/html", "utf-8", "2025-03-14T15:09:28Z"), (page.MediaType, page.Charset, page.Fetched));
        Assert.Equal(["/robots.txt", "/news?id=3"], _site.Asked);
        Assert.Contains("User-Agent: OnRecord/", _site.LastHead, StringComparison.Ordinal);
        Assert.DoesNotContain("Cookie", _site.LastHead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_pages_of_a_site_are_a_pause_apart_and_its_rules_are_read_once()
    {
        _site.Answer("/robots.txt", 200, "User-agent: *\nCrawl-delay: 7").Page("/1", "one").Page("/2", "two");
        using var client = Client();
        await Task.WhenAll(client.Fetch(_site.At("/1"), MaxBytes), client.Fetch(_site.At("/2"), MaxBytes));
        Assert.Single(_site.Asked, path => path == "/robots.txt");
        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(7)], _clock.Pauses);
    }

    [Fact]
    public async Task A_wish_for_an_hour_between_pages_is_kept_for_half_a_minute()
    {
        _site.Answer("/robots.txt", 200, "User-agent: *\nCrawl-delay: 3600").Page("/1", "one").Page("/2", "two");
        using var client = Client();
        await client.Fetch(_site.At("/1"), MaxBytes);
        await client.Fetch(_site.At("/2"), MaxBytes);
        Assert.Equal(TimeSpan.FromSeconds(30), _clock.Pauses[^1]);
    }

    [Fact]
    public async Task What_the_rules_forbid_is_not_asked_for()
    {
        _site.Answer("/robots.txt", 200, "User-agent: *\nDisallow: /drafts").Page("/drafts/1", "secret");
        await Fails("/drafts/1", "robots.txt does not allow /drafts/1");
        Assert.Equal(["/robots.txt"], _site.Asked);
    }

    [Fact]
    public async Task A_site_whose_rules_cannot_be_had_is_left_alone()
    {
        _site.Answer("/robots.txt", 503, "").Page("/1", "one");
        await Fails("/1", "robots.txt cannot be had: the server answered 503");
        Assert.Equal(["/robots.txt"], _site.Asked);
    }

    [Fact]
    public async Task Redirects_are_followed_and_the_last_address_is_kept()
    {
        _site.Answer("/robots.txt", 404, "").Answer("/old", 301, "", "Location: /new").Page("/new", "here");
        Assert.Equal(_site.At("/new").AbsoluteUri, (await Fetch("/old")).Uri);
    }

    [Theory]
    [InlineData("/drafts", "robots.txt does not allow /drafts")]
    [InlineData("file:///etc/hostname", "neither http nor https")]
    [InlineData("http://user:pass@127.0.0.1/", "name or password")]
    [InlineData("http://[", "without a target")]
    [InlineData("/loop", "more than 5 redirects")]
    public async Task A_redirect_leads_nowhere_that_an_address_may_not(string target, string reason)
    {
        _site.Answer("/robots.txt", 200, "User-agent: *\nDisallow: /drafts").Answer("/old", 302, "", $"Location: {target}").Answer("/loop", 302, "", "Location: /loop");
        await Fails("/old", reason);
    }

    [Fact]
    public async Task This_machine_is_not_the_public_network()
    {
        _site.Answer("/robots.txt", 404, "").Page("/1", "one");
        using var client = new PoliteClient(new FetchSettings { Clock = _clock });
        var fault = await Assert.ThrowsAsync<FetchException>(() => client.Fetch(_site.At("/1"), MaxBytes));
        Assert.Contains("not on the public network", fault.Message, StringComparison.Ordinal);
        Assert.Empty(_site.Asked);
    }

    [Fact]
    public async Task A_page_over_the_limit_is_refused_also_when_it_was_packed()
    {
        _site.Answer("/robots.txt", 404, "").Page("/plain", new string('a', MaxBytes + 1)).Page("/fits", new string('a', MaxBytes))
            .Answer("/packed", 200, Packed(10_000_000), "Content-Type: text/html", "Content-Encoding: gzip");
        await Fails("/plain", "more than 100000 bytes");
        await Fails("/packed", "more than 100000 bytes");
        Assert.Equal(MaxBytes, (await Fetch("/fits")).Bytes.Length);
    }

    [Theory]
    [InlineData(404, "text/html", "the server answered 404")]
    [InlineData(500, "text/html", "the server answered 500")]
    [InlineData(200, "image/png", "is image/png, not a page")]
    [InlineData(302, "text/html", "without a target")]
    public async Task What_is_no_page_is_named(int status, string type, string reason)
    {
        _site.Answer("/robots.txt", 404, "").Answer("/1", status, "x", $"Content-Type: {type}");
        await Fails("/1", reason);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_costs_the_time_that_was_set()
    {
        _site.Answer("/robots.txt", 404, "");
        using var client = new PoliteClient(new FetchSettings { Connects = _ => true, Delay = TimeSpan.FromMilliseconds(1), Timeout = TimeSpan.FromMilliseconds(300) });
        var fault = await Assert.ThrowsAsync<FetchException>(() => client.Fetch(_site.At("/silent"), MaxBytes));
        Assert.Contains("no whole answer", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_damaged()
    {
        _site.Answer("/robots.txt", 404, "").Answer("/1", 200, [1, 2, 3], "Content-Type: text/html", "Content-Encoding: gzip");
        await Fails("/1", "damaged");
    }

    public void Dispose() => _site.Dispose();

    private static byte[] Packed(int length)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(new byte[length]);
        }

        return packed.ToArray();
    }

    private PoliteClient Client() => new(new FetchSettings { Connects = _ => true, Clock = _clock });

    private async Task<Page> Fetch(string path)
    {
        using var client = Client();
        return await client.Fetch(_site.At(path), MaxBytes);
    }

    private async Task Fails(string path, string reason)
    {
        var fault = await Assert.ThrowsAsync<FetchException>(() => Fetch(path));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }
}
