using OnRecord.App.Inputs;
using OnRecord.App.Outputs;
using OnRecord.App.Outputs.Exports;

namespace OnRecord.App.Cli;

/// <summary>The run of a verb that reads pages and writes an output.</summary>
internal static class PageRun
{
    /// <summary>Writes the results as they come, names the pages that could not be read, and gives the exit code.</summary>
    /// <exception cref="OutputException">The output cannot be written.</exception>
    public static int Run(Terminal terminal, IEnumerable<PageResult> results, OutputTarget target, IRecordOutput output, Tally tally, string? path)
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
}

/// <summary>How many pages a run has met.</summary>
internal sealed class Tally
{
    /// <summary>Pages read.</summary>
    public int Read { get; set; }

    /// <summary>Pages that could not be read.</summary>
    public int Unread { get; set; }

    /// <summary>Pages that an interrupted run had written.</summary>
    public int Resumed { get; set; }
}
