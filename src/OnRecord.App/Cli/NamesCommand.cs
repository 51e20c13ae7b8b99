using System.CommandLine;
using OnRecord.App.Inputs;
using OnRecord.App.Outputs;
using OnRecord.App.Outputs.Names;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord names PATH…</c>: who and what the pages speak of, by which words, and which rule joined them.</summary>
internal static class NamesCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, folders, globs, or - for standard input, as for read", Arity = ArgumentArity.OneOrMore };
        var page = new PageOptions();
        var fetch = new FetchOptions(terminal);
        var format = new Option<string?>("--format") { Description = "table (default in a terminal), jsonl (an entity a line; default elsewhere) or csv (a mention a row)" };
        format.AcceptOnlyFromAmong("table", "jsonl", "csv");
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output; it appears when it is whole" };
        var safe = CsvOption.Safe();
        var command = new Command("names", "Lists the persons, organisations, countries and places of pages, and which words name the same.") { paths, format, output, safe };
        page.AddTo(command);
        fetch.AddTo(command);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(output);
            var chosen = parsed.GetValue(format) ?? (terminal.IsOutputTerminal && path is null ? "table" : "jsonl");
            var settings = page.Read(parsed);
            var inputs = fetch.Expand(parsed, parsed.GetValue(paths)!, settings);
            var reading = Reading.Open();
            using var target = OutputTarget.Open(path, terminal, OutputForms.Of(chosen));
            IRecordOutput names = chosen switch
            {
                "table" => new NameTable(target.Stream, terminal.Width, isColoured: terminal.IsOutputTerminal && path is null),
                "csv" => new NameCsv(target.Stream, parsed.GetValue(safe)),
                _ => new NameJsonl(target.Stream),
            };
            return PageRun.Write(terminal, new PagePipeline(terminal.Around(reading.Read), settings).Read(inputs, terminal.Interrupted), target, names, new PageTally());
        });
        return command;
    }
}
