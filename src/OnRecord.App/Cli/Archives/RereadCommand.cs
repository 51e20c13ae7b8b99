using System.CommandLine;
using OnRecord.Archive;

namespace OnRecord.App.Cli.Archives;

/// <summary><c>onrecord reread</c>: makes the records again that an older release, or other models, made.</summary>
internal static class RereadCommand
{
    public static Command Create(Terminal terminal)
    {
        var archive = ArchiveOption.Path();
        var all = new Option<bool>("--all") { Description = "Read every page again, not only those that another release or other models read" };
        var command = new Command("reread", "Makes the records of an archive again that another release, or other models, made; page by page, so it can be interrupted.") { archive, all };
        command.SetAction(parsed =>
        {
            using var store = ArchiveOption.Open(parsed, archive);
            using var progress = new Progress(terminal);
            var done = 0;
            foreach (var _ in store.Reread(Reading.Open(), parsed.GetValue(all), Maker.Current))
            {
                progress.Show(++done, 0);
                if (terminal.Interrupted.IsCancellationRequested)
                {
                    break;
                }
            }

            progress.Clear();
            terminal.Say($"{store.Place}: {done} pages read again");
            return terminal.Interrupted.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Success;
        });
        return command;
    }
}
