using Spectre.Console;
using Spectre.Console.Rendering;

namespace OnRecord.App.Outputs.Report;

/// <summary>Lays out reports: for a terminal with colours, for a file or a pipe without.</summary>
internal static class ReportConsole
{
    /// <summary>The parts, one below the other, as text of at most <paramref name="width"/> columns.</summary>
    public static string Render(int width, bool isColoured, IEnumerable<IRenderable> parts)
    {
        using var report = new StringWriter { NewLine = "\n" };
        var console = Console(report, width, isColoured);
        foreach (var part in parts)
        {
            console.Write(part);
        }

        // Cells are filled up with blanks, which nobody wants in a file or a pipe.
        return string.Join('\n', report.ToString().Split('\n').Select(line => line.TrimEnd()));
    }

    private static IAnsiConsole Console(TextWriter report, int width, bool isColoured)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isColoured ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isColoured ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(report),
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
