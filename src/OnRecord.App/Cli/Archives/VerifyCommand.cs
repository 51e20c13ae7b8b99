using System.CommandLine;
using OnRecord.Archive;

namespace OnRecord.App.Cli.Archives;

/// <summary><c>onrecord verify</c>: checks an archive's hashes, spans and counts.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var archive = ArchiveOption.Path();
        var command = new Command("verify", "Checks an archive: the database, every hash, and all that is made of pages and records by making it again.") { archive };
        command.SetAction(parsed =>
        {
            using var store = ArchiveOption.OpenToRead(parsed, archive);
            var problems = Verification.Check(store);
            foreach (var problem in problems)
            {
                terminal.Say(problem);
            }

            terminal.Say(problems.IsEmpty ? $"{store.Place}: all {ArchiveSummary.Of(store).Pages} pages and their records hold" : $"{store.Place}: {problems.Length} problems");
            return problems.IsEmpty ? ExitCode.Success : ExitCode.Archive;
        });
        return command;
    }
}
