using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using OnRecord.App.Cli;
using OnRecord.App.Inputs;
using OnRecord.App.Web;
using OnRecord.Tests.Archives;

namespace OnRecord.Tests.Web;

/// <summary>The desk over an archive of its own, on a port that the system chooses, with a client that follows no redirects.</summary>
internal sealed class RunningDesk : IDisposable
{
    private readonly WebApplication _app;
    private readonly Terminal _terminal;

    public RunningDesk(string? token = null, int maxBytes = 1 << 20, string urls = "http://127.0.0.1:0", Func<ReadPage, ReadPage>? around = null)
    {
        _terminal = new Terminal { Input = Stream.Null, Output = Stream.Null, Error = Errors, Around = around ?? (read => read) };
        _app = Desk.Build(DeskSettings.Read(Archive.FilePath, urls, token, maxBytes), _terminal);
        _app.Start();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(_app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)) };
    }

    public TempArchive Archive { get; } = new();

    public StringWriter Errors { get; } = new();

    public HttpClient Client { get; }

    /// <summary>A page or an answer, which must be there.</summary>
    public async Task<string> GetAsync(string path)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode} {Errors}");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        Client.Dispose();
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
        _terminal.Dispose();
        Archive.Dispose();
    }
}

/// <summary>A desk with the sample pages, opened once for a class of tests that change nothing.</summary>
public sealed class SampleDesk : IDisposable
{
    public SampleDesk() => Desk.Archive.AddSamples();

    internal RunningDesk Desk { get; } = new();

    public void Dispose() => Desk.Dispose();
}
