using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using OnRecord.App.Cli;
using OnRecord.App.Inputs;
using OnRecord.App.Web;
using OnRecord.App.Web.Inboxes;
using OnRecord.Tests.Archives;

namespace OnRecord.Tests.Web;

/// <summary>The desk over an archive of its own, on a port that the system chooses, with a client that follows no redirects.</summary>
internal sealed class RunningDesk : IDisposable
{
    private readonly Terminal _terminal;
    private readonly DeskSettings _settings;
    private WebApplication _app;
    private InboxFolder _folder;

    public RunningDesk(string? token = null, int maxBytes = 1 << 20, string urls = "http://127.0.0.1:0", Func<ReadPage, ReadPage>? around = null, Func<DeskSettings, DeskSettings>? with = null)
    {
        _terminal = new Terminal { Input = Stream.Null, Output = Stream.Null, Error = Errors, Around = around ?? (read => read) };
        _settings = (with ?? (settings => settings))(DeskSettings.Read(Archive.FilePath, urls, token, maxBytes));
        (_app, _folder, Client) = Open();
    }

    public string Inbox => _settings.Inbox;

    public TempArchive Archive { get; } = new();

    public StringWriter Errors { get; } = new();

    public HttpClient Client { get; private set; }

    /// <summary>A page or an answer, which must be there.</summary>
    public async Task<string> GetAsync(string path)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode} {Errors}");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Closes the desk.</summary>
    public void Close()
    {
        Client.Dispose();
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
        _folder.Dispose();
    }

    /// <summary>Opens it again, over the same archive and inbox.</summary>
    public void Reopen() => (_app, _folder, Client) = Open();

    public void Dispose()
    {
        Close();
        _terminal.Dispose();
        Archive.Dispose();
    }

    private (WebApplication App, InboxFolder Folder, HttpClient Client) Open()
    {
        var folder = InboxFolder.Open(_settings.Inbox);
        var app = Desk.Build(_settings, _terminal, folder);
        app.Start();
        return (app, folder, new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)) });
    }
}

/// <summary>A desk with the sample pages, opened once for a class of tests that change nothing.</summary>
public sealed class SampleDesk : IDisposable
{
    public SampleDesk() => Desk.Archive.AddSamples();

    internal RunningDesk Desk { get; } = new();

    public void Dispose() => Desk.Dispose();
}
