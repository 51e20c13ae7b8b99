using OnRecord.App.Inputs;
using OnRecord.App.Outputs;
using OnRecord.App.Outputs.Exports;

namespace OnRecord.App.Cli;

/// <summary>Writes the records of pages as they are read, and tells what could not be: what <c>read</c> and <c>claims</c> share.</summary>
internal static class PageRun
{
    /// <summary>Writes all results; the exit code.</summary>
    /// <exception cref="OutputException">The output cannot be written.</exception>
    public static int Write(Terminal terminal, IEnumerable<PageResult> results, OutputTarget target, IRecordOutput output, PageTally tally)
    {
        using var progress = new Progress(terminal);
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
                target.EndPage();
                tally.Read++;
            }

            if (terminal.IsOutputTerminal && target.Kept is null)
            {
                target.Stream.Flush();
            }

            progress.Show(tally.Read + tally.Unread, tally.Unread);
        }

        progress.Clear();
        (output as IDisposable)?.Dispose();
        (output as ITellsLeftOut)?.LeftOut.ToList().ForEach(terminal.Say);
        return Finish(terminal, target, tally);
    }

    private static int Finish(Terminal terminal, OutputTarget target, PageTally tally)
    {
        if (terminal.Interrupted.IsCancellationRequested)
        {
            var kept = target.Kept is { } partial ? $"; they are in {partial}" : "";
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
                terminal.Say($"{tally.Unread} of {tally.Read + tally.Unread} pages could not be read; {(tally.Read == 1 ? "the other one is" : $"the other {tally.Read} are")} in the output");
            }

            return ExitCode.SomeUnread;
        }

        return ExitCode.Success;
    }
}

/// <summary>How many pages a run has read, could not read, and found read already.</summary>
internal sealed class PageTally
{
    public int Read { get; set; }

    public int Unread { get; set; }

    /// <summary>Pages that an interrupted run had written.</summary>
    public int Resumed { get; set; }
}
