using System.CommandLine;
using OnRecord.App.Cli.Archives;
using OnRecord.Archive;
using OnRecord.Data;

namespace OnRecord.App.Cli;

/// <summary>The program <c>onrecord</c>: parses the command line, runs one verb, turns failures into messages and exit codes.</summary>
internal static class CommandLine
{
    public static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Turns raw news pages into a record that can be checked.");
        root.Subcommands.Add(ReadCommand.Create(terminal));
        root.Subcommands.Add(ClaimsCommand.Create(terminal));
        root.Subcommands.Add(NamesCommand.Create(terminal));
        root.Subcommands.Add(ExplainCommand.Create(terminal));
        root.Subcommands.Add(AddCommand.Create(terminal));
        root.Subcommands.Add(SearchCommand.Create(terminal));
        root.Subcommands.Add(TimelineCommand.Create(terminal));
        root.Subcommands.Add(StoriesCommand.Create(terminal));
        root.Subcommands.Add(PeopleCommand.Create(terminal));
        root.Subcommands.Add(AskCommand.Create(terminal));
        root.Subcommands.Add(ExportCommand.Create(terminal));
        root.Subcommands.Add(InfoCommand.Create(terminal));
        root.Subcommands.Add(VerifyCommand.Create(terminal));
        root.Subcommands.Add(RemoveCommand.Create(terminal));
        root.Subcommands.Add(RereadCommand.Create(terminal));
        root.Subcommands.Add(ServeCommand.Create(terminal));
        return root;
    }

    public static int Run(string[] args, Terminal terminal)
    {
        var parsed = Root(terminal).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                terminal.Say(error.Message);
            }

            var verb = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
            terminal.Say($"try 'onrecord {verb}--help'");
            return ExitCode.Usage;
        }

        try
        {
            using var output = new StreamWriter(terminal.Output, leaveOpen: true) { NewLine = "\n" };
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = terminal.Error });
        }
        catch (Exception e)
        {
            return CodeOf(e, terminal);
        }
    }

    /// <summary>What went wrong as one line and an exit code, whatever it was.</summary>
    public static int CodeOf(Exception e, Terminal terminal)
    {
        if (e is OutputException { IsReaderGone: true })
        {
            return ExitCode.ReaderGone;
        }

        var (code, message) = e switch
        {
            DataFileException => (ExitCode.Installation, e.Message),
            UsageException or QueryException => (ExitCode.Usage, e.Message),
            ArchiveException => (ExitCode.Archive, e.Message),
            OutputException => (ExitCode.Output, e.Message),
            _ => (ExitCode.Fault, Faults.Told(e)),
        };
        terminal.Say(message);
        return code;
    }
}

/// <summary>The command line asks for something that cannot be done; the message says what to do instead.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>The output cannot be written; the message names it and says why.</summary>
internal sealed class OutputException : Exception
{
    public OutputException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>The reader of the output has gone: that is no fault, and nothing to tell.</summary>
    public OutputException(IOException inner)
        : base("the output was closed", inner) => IsReaderGone = true;

    public bool IsReaderGone { get; }
}
