using System.Text;
using OnRecord.App.Outputs.Report;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OnRecord.App.Outputs;

/// <summary>The report for a person: a section for each question that a reader asks of a document.</summary>
internal sealed class TableOutput : IRecordOutput
{
    private readonly IAnsiConsole _console;

    public TableOutput(Stream output, int width, bool isColoured)
    {
        var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { AutoFlush = true, NewLine = "\n" };
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isColoured ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isColoured ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(writer),
            Interactive = InteractionSupport.No,
        });
        _console.Profile.Width = width;
        _console.Profile.Capabilities.Unicode = true;
    }

    public void Write(string name, IReadOnlyList<Record> records)
    {
        foreach (var record in records)
        {
            foreach (var section in Sections(name, record))
            {
                _console.Write(section);
            }

            _console.WriteLine();
        }
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
