using System.CommandLine;
using OnRecord.App.Inputs;
using OnRecord.Archive.Search;

namespace OnRecord.App.Cli.Archives;

/// <summary><c>onrecord ask FILE</c>: what an archive knows of a text, which is not stored.</summary>
internal static class AskCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("FILE") { Description = "A page or a text, or - for standard input" };
        var archive = ArchiveOption.Path();
        var seconds = HitOptions.Seconds();
        var format = HitOptions.Format("jsonl");
        var page = new PageOptions();
        var command = new Command("ask", "Tells what an archive knows of a text: documents of its story, who tells its claims alike or otherwise, figures. Nothing is stored.") { path, archive, seconds, format };
        page.AddTo(command);
        command.SetAction(parsed =>
        {
            var settings = page.Read(parsed);
            using var store = ArchiveOption.OpenToRead(parsed, archive);
            HitOptions.Limit(parsed, seconds, store);
            var input = new PageInputs(terminal, settings).One(parsed.GetValue(path)!, 0);
            var result = new PagePipeline(terminal.Around(Reading.Open().Read), settings).ReadOne(input);
            if (result.Error is { } error)
            {
                terminal.Say($"{result.Name}: {error}");
                return ExitCode.SomeUnread;
            }

            var output = HitOptions.Output(parsed, format, terminal);
            foreach (var record in result.Records.Where(record => record.Document.Kind == DocumentKind.Article).DefaultIfEmpty(result.Records.FirstOrDefault()).OfType<Record>())
            {
                output.Answer(new AnswerSearch(store).Of(record));
            }

            terminal.Output.Flush();
            return ExitCode.Success;
        });
        return command;
    }
}
