using System.CommandLine;
using OnRecord.App.Inputs;
using OnRecord.App.Outputs;
using OnRecord.App.Outputs.Exports;
using OnRecord.App.Outputs.Sheets;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord claims PAGE…</c>: what is claimed on pages, as a sheet for somebody who checks it.</summary>
internal static class ClaimsCommand
{
    private static readonly string[] Formats = ["table", "csv", "jsonl", "brat"];

    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PAGE") { Description = "Files, folders, globs, or - for standard input, as for read", Arity = ArgumentArity.OneOrMore };
        var page = new PageOptions();
        var fetch = new FetchOptions(terminal);
        var format = new Option<string>("--format")
        {
            Description = "table (a sheet for a person), csv (a claim a row), jsonl (a claim a line, with the columns of csv), brat (a ZIP for brat)",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong(Formats);
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output; it appears when it is whole" };
        var command = new Command("claims", "Lists what is claimed on pages: by whom, through whom, how sure, when, how many, and where it stands.") { paths, format, output };
        page.AddTo(command);
        fetch.AddTo(command);
        command.SetAction(parsed =>
        {
            var settings = page.Read(parsed);
            var path = parsed.GetValue(output);
            var inputs = fetch.Expand(parsed, parsed.GetValue(paths)!, settings);
            var reading = Reading.Open();
            using var target = OutputTarget.Open(path, terminal, OutputForms.Of(parsed.GetValue(format)!));
            return PageRun.Write(
                terminal,
                new PagePipeline(terminal.Around(reading.Read), settings).Read(inputs, terminal.Interrupted),
                target,
                Output(parsed.GetValue(format)!, target.Stream, terminal, isFile: path is not null),
                new PageTally());
        });
        return command;
    }

    private static IRecordOutput Output(string format, Stream stream, Terminal terminal, bool isFile) => format switch
    {
        "table" => new ClaimSheet(stream, terminal.Width, isColoured: terminal.IsOutputTerminal && !isFile),
        "jsonl" => new ClaimLines(stream),
        _ => ExportFormats.Create(format, stream),
    };
}
