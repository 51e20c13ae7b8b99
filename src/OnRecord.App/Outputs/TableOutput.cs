using OnRecord.App.Outputs.Report;
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

    public void Write(string name, IReadOnlyList<Record> records) => ReportText.Write(_output, _width, _isColoured, records.Select(record => Sections(name, record)));

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
