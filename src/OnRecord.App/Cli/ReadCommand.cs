using System.CommandLine;
using OnRecord.App.Inputs;
using OnRecord.App.Outputs;
using OnRecord.App.Outputs.Exports;

namespace OnRecord.App.Cli;

/// <summary><c>onrecord read PATH…</c>: pages in, records out.</summary>
internal static class ReadCommand
{
    private static readonly string[] Formats = ["table", "text", "html", "conllu", .. ExportFormats.Names];

    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, folders (searched to their depths for .html, .htm, .xhtml, .txt, .text and these with .gz), globs, or - for standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        var page = new PageOptions();
        var fetch = new FetchOptions(terminal);
        var format = new Option<string?>("--format") { Description = "table (default in a terminal), jsonl (default elsewhere), text, html (blocks coloured by role), conllu (sentences, tags and trees), or another tool's: " + string.Join(", ", ExportFormats.Names) };
        format.AcceptOnlyFromAmong(Formats);
        var all = ClaimsCommand.AllOption();
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output; it appears when it is whole" };
        var resume = new Option<bool>("--resume") { Description = "Go on where an interrupted run with the same inputs and --output stopped (jsonl only)" };
        var safe = CsvOption.Safe();
        var command = new Command("read", "Reads pages and prints what is on record in each document on them.") { paths, format, all, output, resume, safe };
        page.AddTo(command);
        fetch.AddTo(command);
        command.SetAction(parsed =>
        {
            var chosen = parsed.GetValue(format) ?? (terminal.IsOutputTerminal && parsed.GetValue(output) is null ? "table" : "jsonl");
            var path = parsed.GetValue(output);
            var isResumed = parsed.GetValue(resume);
            if (isResumed && (path is null || chosen != "jsonl"))
            {
                throw new UsageException("--resume needs --output FILE and the format jsonl");
            }

            if (isResumed && fetch.IsChosen(parsed))
            {
                throw new UsageException("--resume cannot go with --fetch: a page fetched again need not be the same");
            }

            var pages = page.Read(parsed);
            var inputs = fetch.Expand(parsed, parsed.GetValue(paths)!, pages);
            var place = isResumed ? OutputPlace.Of(path!) : null;
            if (place?.IsFile == false)
            {
                throw new UsageException($"--resume: {path} is no file; nothing stays of what was written into it");
            }

            if (place is not null && File.Exists(place.Path) && !File.Exists(place.Partial))
            {
                terminal.Say($"{path} is whole: there is nothing to resume");
                return ExitCode.Success;
            }

            var reading = Reading.Open();
            using var written = place is null ? null : WrittenPages.Open(place);
            if (written?.Remark is { } remark)
            {
                terminal.Say(remark);
            }

            var tally = new PageTally();
            inputs = written is null ? inputs : ResumedInputs.After(inputs, written, pages, () => tally.Resumed++);
            using var target = OutputTarget.Open(path, terminal, OutputForms.Of(chosen), append: written is not null, isSummed: chosen == "jsonl" && (written is null || File.Exists(place!.Sums)));
            return PageRun.Write(terminal, new PagePipeline(terminal.Around(reading.Read), pages).Read(inputs, terminal.Interrupted), target, Output(chosen, target.Stream, reading, pages.Options.Limits, terminal, isFile: path is not null, parsed.GetValue(safe), new ClaimChoice(parsed.GetValue(all))), tally);
        });
        return command;
    }

    private static IRecordOutput Output(string format, Stream stream, Reading reading, ReadLimits limits, Terminal terminal, bool isFile, bool isSafe, ClaimChoice choice) => format switch
    {
        "table" => new TableOutput(stream, terminal.Width, isColoured: terminal.IsOutputTerminal && !isFile),
        "text" => new TextOutput(stream),
        "html" => new HtmlOutput(stream),
        "conllu" => new ConlluOutput(stream, reading, limits),
        _ => ExportFormats.Create(format, stream, isSafe, choice),
    };
}
