using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;
using OnRecord.App.Cli;
using OnRecord.App.Web;
using OnRecord.App.Web.Inboxes;
using OnRecord.Archive;
using OnRecord.Tests;

[assembly: AssemblyFixture(typeof(OnRecord.ServiceTests.Browser))]

namespace OnRecord.ServiceTests;

/// <summary>Debian's Chromium, opened once for all tests; without it they are skipped, and say so.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    /// <summary>As root without a sandbox; and without the calls home, of which a closed network refuses many at a time.</summary>
    private static readonly string[] Flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];

    /// <summary>Milliseconds after which a page that does not answer is given up: long, since a busy machine is no fault of the desk.</summary>
    private const float Patience = 180_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A window of its own; the test is skipped where there is no browser.</summary>
    internal async Task<IBrowserContext> OpenAsync(string address, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        if (_browser is null)
        {
            Assert.Skip($"there is no browser: {Program} is missing (Debian: apt-get install chromium)");
        }

        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = address, ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme, AcceptDownloads = true });
        context.SetDefaultTimeout(Patience);
        return context;
    }
}

/// <summary>A desk over an archive in a folder of its own.</summary>
internal sealed class TestDesk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onrecord-desk-");
    private readonly Terminal _terminal;
    private readonly WebApplication _app;
    private readonly InboxFolder _inbox;

    public TestDesk(bool withSamples = true)
    {
        var archive = Path.Combine(_folder.FullName, "desk.db");
        _terminal = new Terminal { Input = Stream.Null, Output = Stream.Null, Error = TextWriter.Null };
        using (RecordStore.OpenOrCreate(archive))
        {
        }

        if (withSamples)
        {
            CommandLine.Run(["add", Path.Combine(Repository.Root, "corpus", "pages"), "--archive", archive, "--quiet"], _terminal);
        }

        Archive = archive;
        var settings = DeskSettings.Read(archive, "http://127.0.0.1:0", null, 1 << 22);
        _inbox = InboxFolder.Open(settings.Inbox);
        _app = Desk.Build(settings, _terminal, _inbox);
        _app.Start();
    }

    public string Archive { get; }

    public string Address => _app.Urls.First();

    public void Dispose()
    {
        _app.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
        _inbox.Dispose();
        _terminal.Dispose();
        _folder.Delete(recursive: true);
    }
}
