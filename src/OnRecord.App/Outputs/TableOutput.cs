using System.Text;
using OnRecord.App.Outputs.Report;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OnRecord.App.Outputs;

/// <summary>The report for a person: a section for each question that a reader asks of a document.</summary>
internal sealed class TableOutput : IRecordOutput
{
    private readonly Stream _output;
    private readonly int _width;
    private readonly bool _isColoured;

    public TableOutput(Stream output, int width, bool isColoured)
    {
        _output = output;
        _width = width;
        _isColoured = isColoured;
    }

    public void Write(string name, IReadOnlyList<Record> records)
    {
        using var report = new StringWriter { NewLine = "\n" };
        var console = Console(report);
        foreach (var record in records)
        {
            foreach (var section in Sections(name, record))
            {
                console.Write(section);
            }

            console.WriteLine();
        }

        // Cells are filled up with blanks, which nobody wants in a file or a pipe.
        var lines = report.ToString().Split('\n').Select(line => line.TrimEnd());
        _output.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }

    private IAnsiConsole Console(TextWriter report)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = _isColoured ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = _isColoured ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(report),
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = _width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private static IEnumerable<IRenderable> Sections(string name, Record record) =>
    [
        .. HeadSection.Of(name, record),
        .. AttributionSection.Of(record),
        .. TimelineSection.Of(record),
        .. FigureSection.Of(record),
        .. NotStatedSection.Of(record),
        .. UnresolvedSection.Of(record),
    ];
}
