using System.CommandLine;
using OnRecord.App.Api;
using OnRecord.Archive.Search;

namespace OnRecord.App.Cli.Archives;

/// <summary><c>onrecord stories [QUERY…]</c>: documents about one event, beyond copies.</summary>
internal static class StoriesCommand
{
    private const int DefaultMost = 50;

    public static Command Create(Terminal terminal)
    {
        var query = ArchiveOption.Query();
        var archive = ArchiveOption.Path();
        var most = HitOptions.Most(DefaultMost);
        var skip = HitOptions.Skip();
        var seconds = HitOptions.Seconds();
        var format = HitOptions.Format("jsonl");
        var command = new Command("stories", "Lists stories, documents about one event, the newest first, with what they tell alike, contradict and count; with a query those that have a document that it finds.") { query, archive, most, skip, seconds, format };
        command.SetAction(parsed =>
        {
            var asked = ArchiveOption.Read(parsed, query);
            using var store = ArchiveOption.OpenToRead(parsed, archive);
            HitOptions.Limit(parsed, seconds, store);
            var search = new StorySearch(store);
            HitOptions.Output(parsed, format, terminal).Stories([.. search.Stories(asked, parsed.GetValue(most), parsed.GetValue(skip)).Select(story => StoryView.Of(store, story))], search.Count(asked));
            terminal.Output.Flush();
            return ExitCode.Success;
        });
        return command;
    }
}
