using System.CommandLine;

namespace OnRecord.App.Cli.Archives;

/// <summary><c>onrecord remove KEY…</c>: takes pages and their records out of an archive.</summary>
internal static class RemoveCommand
{
    public static Command Create(Terminal terminal)
    {
        var keys = new Argument<string[]>("KEY") { Description = "A page's hash or its first digits (eight at least), a record's id, or the name under which a page was added", Arity = ArgumentArity.OneOrMore };
        var archive = ArchiveOption.Path();
        var command = new Command("remove", "Takes pages and their records out of an archive.") { keys, archive };
        command.SetAction(parsed =>
        {
            using var store = ArchiveOption.Open(parsed, archive);
            var missing = 0;
            foreach (var key in parsed.GetValue(keys)!)
            {
                var removed = store.Remove(key);
                missing += removed == 0 ? 1 : 0;
                terminal.Say(removed == 0 ? $"{key}: nothing in {store.Place} has this hash, id or name" : $"{key}: removed with {removed} documents");
            }

            if (store.Wipe() is { } left)
            {
                terminal.Say(left);
            }

            return missing > 0 ? ExitCode.SomeUnread : ExitCode.Success;
        });
        return command;
    }
}
