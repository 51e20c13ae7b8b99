using System.Text;
using OnRecord.App.Inputs;
using OnRecord.App.Inputs.Fetching;

namespace OnRecord.App.Cli;

/// <summary>The streams that a command reads and writes; tests put their own in.</summary>
internal sealed class Terminal : IDisposable
{
    /// <summary>Width of reports where no terminal tells its own.</summary>
    public const int DefaultWidth = 100;

    private readonly CancellationTokenSource _interrupt = new();

    public required Stream Input { get; init; }

    public required Stream Output { get; init; }

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
            Input = Console.OpenStandardInput(),
            Output = Console.OpenStandardOutput(),
            Error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true },
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

    /// <summary>Says something about a file or the command, to the error stream.</summary>
    public void Say(string message) => Error.WriteLine($"onrecord: {message}");

    public void Dispose()
    {
        Error.Flush();
        _interrupt.Dispose();
    }

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
