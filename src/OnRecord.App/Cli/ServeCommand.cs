using System.CommandLine;
using Microsoft.Extensions.Hosting;
using OnRecord.App.Cli.Archives;
using OnRecord.App.Web;
using OnRecord.Archive;
using OnRecord.Pages;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord serve</c>: the desk, a web application over an archive.</summary>
internal static class ServeCommand
{
    public static Command Create(Terminal terminal)
    {
        var archive = ArchiveOption.Path();
        var urls = new Option<string>("--urls")
        {
            Description = $"Addresses to listen on, with ; between; one that other machines can reach asks for the token in {DeskSettings.TokenVariable}, or makes one",
            DefaultValueFactory = _ => DeskSettings.DefaultUrls,
        };
        var maxBytes = new Option<int>("--max-bytes") { Description = "Refuse an upload, or a page in one, of more bytes than this", DefaultValueFactory = _ => PageBytes.DefaultMaxBytes };
        maxBytes.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() <= 0)
            {
                result.AddError($"--max-bytes takes a number from 1 to {int.MaxValue}");
            }
        });
        var command = new Command("serve", "Opens the desk: a web application in which an archive is filled, searched and looked at.") { archive, urls, maxBytes };
        command.SetAction(parsed => Serve(terminal, DeskSettings.Read(parsed.GetValue(archive)!, parsed.GetValue(urls)!, Environment.GetEnvironmentVariable(DeskSettings.TokenVariable), parsed.GetValue(maxBytes))));
        return command;
    }

    private static int Serve(Terminal terminal, DeskSettings settings)
    {
        // Makes it where there is none, and tells at once what is wrong with it.
        RecordStore.OpenOrCreate(settings.Archive).Dispose();
        using var app = Desk.Build(settings, terminal);
        try
        {
            app.Start();
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or System.Net.Sockets.SocketException)
        {
            throw new UsageException($"--urls: cannot listen: {e.Message}");
        }

        foreach (var url in app.Urls)
        {
            terminal.Say($"{RecordStore.PlaceOf(settings.Archive)} is on the desk at {url}/{(settings.Token is { } token ? "?token=" + token : "")}");
        }

        terminal.Say("Ctrl-C closes it");
        using var interrupt = terminal.Interrupted.Register(app.Lifetime.StopApplication);
        app.WaitForShutdown();
        return ExitCode.Success;
    }
}
