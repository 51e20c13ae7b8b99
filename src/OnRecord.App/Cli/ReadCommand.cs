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
        var output = new Option<string?>("--output", "-o") { Description = "Write to this file instead of standard output; it appears when it is whole" };
        var resume = new Option<bool>("--resume") { Description = "Go on where an interrupted run with the same inputs and --output stopped (jsonl only)" };
        var command = new Command("read", "Reads pages and prints what is on record in each document on them.") { paths, format, output, resume };
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
            if (isResumed && File.Exists(path) && !File.Exists(path + ".partial"))
            {
                terminal.Say($"{path} is whole: there is nothing to resume");
                return ExitCode.Success;
            }

            var reading = Reading.Open();
            using var written = isResumed ? WrittenPages.Open(path!) : null;
            var tally = new Tally();
            inputs = written is null ? inputs : ResumedInputs.After(inputs, written, pages, () => tally.Resumed++);
            using var target = OutputTarget.Open(path, terminal, append: written is not null);
            return Run(terminal, new PagePipeline(reading, pages).Read(inputs, terminal.Interrupted), target, Output(chosen, target.Stream, reading, terminal, isFile: path is not null), tally, path);
        });
        return command;
    }

    private static int Run(Terminal terminal, IEnumerable<PageResult> results, OutputTarget target, IRecordOutput output, Tally tally, string? path)
    {
        using var progress = new Progress(terminal);
        try
        {
            foreach (var result in results)
            {
                if (result.Error is { } error)
                {
                    progress.Clear();
                    terminal.Say($"{result.Name}: {error}");
                    tally.Unread++;
                }
                else
                {
                    output.Write(result.Name, result.Records);
                    tally.Read++;
                }

                if (terminal.IsOutputTerminal && path is null)
                {
                    target.Stream.Flush();
                }

                progress.Show(tally.Read + tally.Unread, tally.Unread);
            }

            progress.Clear();
            (output as IDisposable)?.Dispose();
            (output as ITellsLeftOut)?.LeftOut.ToList().ForEach(terminal.Say);
            return Finish(terminal, target, tally, path);
        }
        catch (IOException e) when (path is null)
        {
            // The reader of our output has gone (as in "onrecord read … | head"): that is no fault of the pages.
            throw new OutputException($"the output was closed: {e.Message}", e);
        }
        catch (IOException e)
        {
            throw new OutputException($"{path}: cannot be written: {e.Message}", e);
        }
    }

    private static int Finish(Terminal terminal, OutputTarget target, Tally tally, string? path)
    {
        if (terminal.Interrupted.IsCancellationRequested)
        {
            var kept = path is null ? "" : $"; they are in {path}.partial";
            terminal.Say($"interrupted after {tally.Read} pages{kept}");
            return ExitCode.Interrupted;
        }

        if (tally.Read + tally.Unread + tally.Resumed == 0)
        {
            terminal.Say("no page found: name a file, a folder with .html or .txt files, or - for standard input");
            return ExitCode.Usage;
        }

        target.Complete();
        if (tally.Resumed > 0)
        {
            terminal.Say($"{tally.Resumed} pages were in the output already");
        }

        if (tally.Unread > 0)
        {
            if (tally.Read > 0)
            {
                terminal.Say($"{tally.Unread} of {tally.Read + tally.Unread} pages could not be read; the other {tally.Read} are in the output");
            }

            return ExitCode.SomeUnread;
        }

        return ExitCode.Success;
    }

    private static IRecordOutput Output(string format, Stream stream, Reading reading, Terminal terminal, bool isFile) => format switch
    {
        "table" => new TableOutput(stream, terminal.Width, isColoured: terminal.IsOutputTerminal && !isFile),
        "text" => new TextOutput(stream),
        "html" => new HtmlOutput(stream),
        "conllu" => new ConlluOutput(stream, reading),
        _ => ExportFormats.Create(format, stream),
    };

    private sealed class Tally
    {
        public int Read { get; set; }

        public int Unread { get; set; }

        /// <summary>Pages that an interrupted run had written.</summary>
        public int Resumed { get; set; }
    }
}
