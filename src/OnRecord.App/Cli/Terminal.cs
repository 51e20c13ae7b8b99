using System.Text;
using OnRecord.App.Files;
using OnRecord.App.Inputs;
using OnRecord.App.Inputs.Fetching;
using OnRecord.App.Outputs;

namespace OnRecord.App.Cli;

/// <summary>The streams that a command reads and writes; tests put their own in.</summary>
internal sealed class Terminal : IDisposable
{
    /// <summary>Width of reports where no terminal tells its own.</summary>
    public const int DefaultWidth = 100;

    private readonly CancellationTokenSource _interrupt = new();
    private readonly Lock _said = new();

    public required Stream Input { get; init; }

    /// <summary>Whatever keeps it from being written is an <see cref="OutputException"/>.</summary>
    public required Stream Output { get; init => field = new CheckedOutput(value, "standard output"); }

    public required TextWriter Error { get; init; }

    /// <summary>Whether a person watches the output.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Whether a person watches the errors, so that progress may be drawn there.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Columns of a report.</summary>
    public int Width { get; init; } = DefaultWidth;

    /// <summary>How pages are fetched where the user asks for it.</summary>
    public FetchSettings Fetching { get; init; } = new();

    /// <summary>Stands around the reading of each page; tests put faults in.</summary>
    public Func<ReadPage, ReadPage> Around { get; init; } = read => read;

    /// <summary>Set when the user presses Ctrl-C.</summary>
    public CancellationToken Interrupted => _interrupt.Token;

    public static Terminal OfConsole()
    {
        var terminal = new Terminal
        {
            Input = Posix.IsInherited(0) ? Console.OpenStandardInput() : new ClosedInput(),
            Output = StandardOutput.Open(),
            Error = Posix.IsInherited(2) ? new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true } : TextWriter.Null,
            IsOutputTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected,
            Width = ConsoleWidth(),
        };
        Console.CancelKeyPress += (_, press) =>
        {
            // The first Ctrl-C lets the page at hand finish, so that no line is cut; the second ends at once.
            press.Cancel = !terminal.Interrupted.IsCancellationRequested;
            terminal.Interrupt();
        };
        return terminal;
    }

    /// <summary>Asks the running command to stop after the page at hand.</summary>
    public void Interrupt() => _interrupt.Cancel();

    /// <summary>Says something about a file or the command, on one line of the error stream; names in it give no orders and forge no line.</summary>
    public void Say(string message)
    {
        lock (_said)
        {
            try
            {
                Error.WriteLine($"onrecord: {TerminalText.Line(message)}");
            }
            catch (IOException)
            {
                // Where errors cannot be told, the exit code tells.
            }
        }
    }

    /// <summary>Writes lines for a person, with whatever names and words of pages are in them.</summary>
    /// <exception cref="OutputException">The output cannot be written.</exception>
    public void Print(string lines)
    {
        Output.Write(Encoding.UTF8.GetBytes(TerminalText.Lines(lines)));
        Output.Flush();
    }

    public void Dispose() => _interrupt.Dispose();

    private static int ConsoleWidth()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns > 0)
        {
            return columns;
        }

        if (Console.IsOutputRedirected)
        {
            return DefaultWidth;
        }

        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : DefaultWidth;
        }
        catch (IOException)
        {
            return DefaultWidth;
        }
    }
}
