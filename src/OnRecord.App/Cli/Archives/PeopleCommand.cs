using System.CommandLine;
using OnRecord.App.Api;
using OnRecord.Archive.Search;

namespace OnRecord.App.Cli.Archives;

/// <summary><c>onrecord people [QUERY…]</c>: people, organisations and other sources, each once however documents call it.</summary>
internal static class PeopleCommand
{
    private const int DefaultMost = 50;

    public static Command Create(Terminal terminal)
    {
        var query = ArchiveOption.Query();
        var archive = ArchiveOption.Path();
        var show = new Option<string>("--show") { Description = "speaking: who speaks and has a name; named: who is named; unnamed: sources without a name", DefaultValueFactory = _ => "speaking" };
        show.AcceptOnlyFromAmong("speaking", "named", "unnamed");
        var who = new Option<string?>("--who") { Description = "Tell all that is known of one: its name, or what the list calls it by (person/dana-orlo)" };
        var most = HitOptions.Most(DefaultMost);
        var skip = HitOptions.Skip();
        var seconds = HitOptions.Seconds();
        var format = HitOptions.Format();
        var command = new Command("people", "Lists people, organisations and other sources of the claims that a query finds, each once however documents call it; with --who tells what one says, what is told of it, its stories, and which names were joined.")
        {
            query, archive, show, who, most, skip, seconds, format,
        };
        command.SetAction(parsed =>
        {
            var asked = ArchiveOption.Read(parsed, query);
            using var store = ArchiveOption.OpenToRead(parsed, archive);
            HitOptions.Limit(parsed, seconds, store);
            var output = HitOptions.Output(parsed, format, terminal);
            if (parsed.GetValue(who) is { } one)
            {
                output.Profile(new ProfileSearch(store).Find(one, PeopleApi.MostOfProfile, parsed.GetValue(most)) ?? throw new UsageException($"--who {one}: nobody in the archive is called so"));
            }
            else
            {
                var (search, shown) = (new PeopleSearch(store), PeopleView.Shown(parsed.GetValue(show)));
                output.People(search.List(asked, shown, null, parsed.GetValue(most), parsed.GetValue(skip)), search.Count(asked, shown, null));
            }

            terminal.Output.Flush();
            return ExitCode.Success;
        });
        return command;
    }
}
