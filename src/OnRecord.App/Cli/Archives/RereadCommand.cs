using System.CommandLine;
using OnRecord.App.Inputs;
using OnRecord.Archive;

namespace OnRecord.App.Cli.Archives;

/// <summary><c>onrecord reread</c>: makes the records again that an older release, or other models, made.</summary>
internal static class RereadCommand
{
    public static Command Create(Terminal terminal)
    {
        var archive = ArchiveOption.Path();
        var all = new Option<bool>("--all") { Description = "Read every page again, not only those that another release or other models read" };
        var command = new Command("reread", "Makes the records of an archive again that another release, or other models, made, or that are damaged; page by page, so it can be interrupted.") { archive, all };
        var limits = new LimitOptions();
        limits.AddTo(command);
        command.SetAction(parsed =>
        {
            using var store = ArchiveOption.Open(parsed, archive);
            using var progress = new Progress(terminal);
            var read = terminal.Around(Reading.Open().Read);
            var (done, unread) = (0, 0);
            var again = ReadAgain.Of(read, limits.Limits(parsed), limits.Seconds(parsed), Say);
            foreach (var page in store.Reread(again, parsed.GetValue(all), Maker.Current))
            {
                (done, unread) = page.IsNew ? (done + 1, unread) : (done, unread + 1);
                if (page.Problem is { } problem)
                {
                    Say($"{page.Name}: {problem}");
                }

                progress.Show(done + unread, unread);
                if (terminal.Interrupted.IsCancellationRequested)
                {
                    break;
                }
            }

            progress.Clear();
            terminal.Say($"{store.Place}: {done} pages read again{(unread > 0 ? $", {unread} could not be; their records are left as they were" : "")}");
            return terminal.Interrupted.IsCancellationRequested ? ExitCode.Interrupted : unread > 0 ? ExitCode.SomeUnread : ExitCode.Success;

            void Say(string message)
            {
                progress.Clear();
                terminal.Say(message);
            }
        });
        return command;
    }
}
