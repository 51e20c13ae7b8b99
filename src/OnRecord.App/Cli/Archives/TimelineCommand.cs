using System.CommandLine;
using OnRecord.Archive.Search;

namespace OnRecord.App.Cli.Archives;

/// <summary><c>onrecord timeline [QUERY…]</c>: claims by when they happened, not when they were printed.</summary>
internal static class TimelineCommand
{
    private const int DefaultMost = 50;

    public static Command Create(Terminal terminal)
    {
        var query = ArchiveOption.Query();
        var archive = ArchiveOption.Path();
        var all = ClaimsCommand.AllOption();
        var most = HitOptions.Most(DefaultMost);
        var seconds = HitOptions.Seconds();
        var format = HitOptions.Format();
        var command = new Command("timeline", "Lists claims by when they are said to have happened, not by when they were printed.") { query, archive, all, most, seconds, format };
        command.SetAction(parsed =>
        {
            var asked = ArchiveOption.Read(parsed, query, all);
            using var store = ArchiveOption.OpenToRead(parsed, archive);
            HitOptions.Limit(parsed, seconds, store);
            var search = new RecordSearch(store);
            HitOptions.Output(parsed, format, terminal).Timeline(search.Timeline(asked, parsed.GetValue(most)), search.CountDated(asked), search.CountUndated(asked));
            terminal.Output.Flush();
            return HitOptions.Ended(search, terminal);
        });
        return command;
    }
}
