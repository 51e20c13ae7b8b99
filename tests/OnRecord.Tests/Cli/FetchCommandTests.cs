using OnRecord.App.Cli;
using OnRecord.App.Inputs.Fetching;
using OnRecord.Tests.Fetching;

namespace OnRecord.Tests.Cli;

public sealed class FetchCommandTests : IDisposable
{
    private readonly ProgramRun _run = new() { Fetching = new FetchSettings { Connects = _ => true, Clock = new JumpingClock() } };
    private readonly LoopbackSite _site = new();

    [Fact]
    public void An_address_is_refused_until_fetching_is_asked_for()
    {
        Assert.Equal(ExitCode.Usage, _run.Run("read", _site.At("/1").AbsoluteUri));
        Assert.Contains("say --fetch", _run.Error, StringComparison.Ordinal);
        Assert.Empty(_site.Asked);
    }

    [Fact]
    public void A_list_of_addresses_is_fetched_in_its_order()
    {
        _site.Answer("/robots.txt", 404, "").Page("/1", "<article><h1>One</h1><p>The bridge was closed on Monday.</p></article>").Page("/2", "<article><h1>Two</h1><p>It was opened again on Friday.</p></article>")
            .Answer("/gone", 410, "", "Content-Type: text/html");
        var list = _run.File("list.txt", $"# bridges\r\n{_site.At("/1")}\r\n\r\nftp://example/3\r\n{_site.At("/gone")}\r\n");
        Assert.Equal(ExitCode.SomeUnread, _run.Run("read", "--fetch", list, _site.At("/2").AbsoluteUri, "--format", "text"));
        Assert.True(_run.Output.IndexOf("The bridge", StringComparison.Ordinal) < _run.Output.IndexOf("It was opened", StringComparison.Ordinal), _run.Output);
        Assert.Contains("list.txt, line 4: is no http or https address", _run.Error, StringComparison.Ordinal);
        Assert.Contains($"{_site.At("/gone")}: the server answered 410", _run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--resume", "-o", "x.jsonl")]
    [InlineData("--delay", "0")]
    public void What_cannot_be_kept_to_is_refused(params string[] options)
    {
        Assert.Equal(ExitCode.Usage, _run.Run(["read", "--fetch", _site.At("/1").AbsoluteUri, .. options]));
        Assert.Empty(_site.Asked);
    }

    public void Dispose()
    {
        _site.Dispose();
        _run.Dispose();
    }
}
