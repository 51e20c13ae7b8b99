using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OnRecord.App.Cli.Archives;
using OnRecord.App.Web;
using OnRecord.App.Web.Inboxes;
using OnRecord.Archive;
using OnRecord.Pages;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord serve</c>: the desk, a web application over an archive.</summary>
internal static class ServeCommand
{
    private const int MostNamed = 20;

    public static Command Create(Terminal terminal)
    {
        var archive = ArchiveOption.Path();
        var urls = new Option<string>("--urls")
        {
            Description = $"Addresses to listen on, with ; between; one that other machines can reach asks for the token in {DeskSettings.TokenVariable}, or makes one",
            DefaultValueFactory = _ => DeskSettings.DefaultUrls,
        };
        var maxBytes = LimitOptions.Limit("--max-bytes", "Refuse an upload, or a page in one, of more bytes than this", PageBytes.DefaultMaxBytes);
        var inbox = new Option<string?>("--inbox") { Description = "The folder that keeps what is handed in until it is read (default: ARCHIVE.inbox)" };
        var proxy = new Option<IPAddress?>("--proxy") { Description = "Address of the proxy before the desk: its X-Forwarded-For and X-Forwarded-Proto are believed", CustomParser = ParseAddress };
        var command = new Command("serve", "Opens the desk: a web application in which an archive is filled, searched and looked at.") { archive, urls, maxBytes, inbox, proxy };
        var limits = new LimitOptions();
        limits.AddTo(command);
        command.SetAction(parsed =>
        {
            var settings = DeskSettings.Read(parsed.GetValue(archive)!, parsed.GetValue(urls)!, Environment.GetEnvironmentVariable(DeskSettings.TokenVariable), parsed.GetValue(maxBytes));
            return Serve(terminal, settings with { Inbox = parsed.GetValue(inbox) ?? settings.Inbox, Limits = limits.Limits(parsed), MaxSeconds = limits.Seconds(parsed), Proxy = parsed.GetValue(proxy) });
        });
        return command;
    }

    private static IPAddress? ParseAddress(ArgumentResult result)
    {
        if (IPAddress.TryParse(result.Tokens[0].Value, out var address))
        {
            return address;
        }

        result.AddError($"--proxy takes an IP address, not '{result.Tokens[0].Value}'");
        return null;
    }

    private static int Serve(Terminal terminal, DeskSettings settings)
    {
        // Makes it where there is none, and tells at once what is wrong with it.
        RecordStore.OpenOrCreate(settings.Archive).Dispose();
        using var folder = InboxFolder.Open(settings.Inbox);
        using var app = Desk.Build(settings, terminal, folder);
        var inbox = app.Services.GetRequiredService<Inbox>();
        try
        {
            app.Start();
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or ArgumentException or System.Net.Sockets.SocketException)
        {
            throw new UsageException($"--urls: cannot listen: {e.Message}");
        }

        foreach (var url in app.Urls)
        {
            terminal.Say($"{RecordStore.PlaceOf(settings.Archive)} is on the desk at {url}/{(settings.Token is { } token ? "?token=" + token : "")}");
        }

        if (inbox.View().Open is > 0 and var open)
        {
            terminal.Say($"{open} of what was handed in before are read now");
        }

        terminal.Say("Ctrl-C closes it");
        using var interrupt = terminal.Interrupted.Register(app.Lifetime.StopApplication);
        app.WaitForShutdown();
        if (inbox.Left() is not { Count: > 0 } left)
        {
            return ExitCode.Success;
        }

        terminal.Say($"{left.Count} of what was handed in {(left.Count == 1 ? "is" : "are")} not read yet, kept in {settings.Inbox} and read when the desk is opened again: "
            + string.Join(", ", left.Take(MostNamed)) + (left.Count > MostNamed ? $" and {left.Count - MostNamed} more" : ""));
        return ExitCode.SomeUnread;
    }
}
