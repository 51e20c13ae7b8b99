using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OnRecord.App.Outputs.Report;

/// <summary>Puts the sections of reports on a page of a width.</summary>
internal static class ReportText
{
    /// <summary>Writes reports, an empty line behind each.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="width">Columns.</param>
    /// <param name="isColoured">Whether colours may be written.</param>
    /// <param name="reports">The sections of each report.</param>
    public static void Write(Stream output, int width, bool isColoured, IEnumerable<IEnumerable<IRenderable>> reports)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = Console(text, width, isColoured);
        foreach (var sections in reports)
        {
            foreach (var section in sections)
            {
                console.Write(section);
            }

            console.WriteLine();
        }

        // Cells are filled up with blanks, which nobody wants in a file or a pipe.
        var lines = text.ToString().Split('\n').Select(line => line.TrimEnd());
        output.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }

    private static IAnsiConsole Console(TextWriter text, int width, bool isColoured)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isColoured ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isColoured ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text),
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
