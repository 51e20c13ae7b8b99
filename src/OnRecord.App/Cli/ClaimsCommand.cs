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
        var all = AllOption();
        var sort = new Option<string>("--sort") { Description = "text (as they stand there), or rank (what a checker would want first, first)", DefaultValueFactory = _ => "text" };
        sort.AcceptOnlyFromAmong("text", "rank");
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output; it appears when it is whole" };
        var safe = CsvOption.Safe();
        var command = new Command("claims", "Lists what is claimed on pages: by whom, through whom, how sure, when, how many, and where it stands.") { paths, format, all, sort, output, safe };
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
                Output(parsed.GetValue(format)!, target.Stream, terminal, isFile: path is not null, parsed.GetValue(safe), new ClaimChoice(parsed.GetValue(all), parsed.GetValue(sort) == "rank")),
                new PageTally());
        });
        return command;
    }

    /// <summary>The option that shows what does not read alone, too.</summary>
    public static Option<bool> AllOption() => new("--all") { Description = "Claims too that cannot be made to read alone (fragments); records in jsonl always have them" };

    private static IRecordOutput Output(string format, Stream stream, Terminal terminal, bool isFile, bool isSafe, ClaimChoice choice) => format switch
    {
        "table" => new ChosenClaims(new ClaimSheet(stream, terminal.Width, terminal.IsOutputTerminal && !isFile, choice.ByRank), choice with { ByRank = false }),
        "jsonl" => new ChosenClaims(new ClaimLines(stream), choice),
        _ => ExportFormats.Create(format, stream, isSafe, choice),
    };
}
