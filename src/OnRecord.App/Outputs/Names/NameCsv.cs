using System.Globalization;
using OnRecord.App.Outputs.Exports;

namespace OnRecord.App.Outputs.Names;

/// <summary>A mention a row, with its entity: CSV (RFC 4180) in UTF-8, with LF.</summary>
internal sealed class NameCsv : IRecordOutput
{
    private static readonly string[] Columns = ["page", "record", "start", "end", "text", "form", "type", "rule", "join", "entity", "name", "country", "named", "key", "titles"];

    private readonly Stream _output;
    private readonly bool _isSafe;

    public NameCsv(Stream output, bool isSafe = false)
    {
        (_output, _isSafe) = (output, isSafe);
        CsvOutput.Row(_output, Columns);
    }

    public void Write(string name, IReadOnlyList<Record> records)
    {
        foreach (var record in records)
        {
            var map = new CodePointMap(record.Document.Text);
            var entities = record.Entities.ToDictionary(entity => entity.Id);
            foreach (var mention in record.Mentions)
            {
                var entity = mention.Entity is { } id ? entities[id] : null;
                CsvOutput.Row(
                    _output,
                    [
                        name,
                        record.Id,
                        Number(map.ToCodePoints(mention.Span.Start)),
                        Number(map.ToCodePoints(mention.Span.End)),
                        mention.Span.Of(record.Document.Text),
                        Lower(mention.Form),
                        Lower(mention.Type),
                        mention.Rule,
                        mention.Join ?? "",
                        entity?.Id ?? "",
                        entity?.Name ?? "",
                        entity?.Country ?? "",
                        entity is null ? "" : entity.Named ? "true" : "false",
                        entity?.Key ?? "",
                        string.Join(" | ", entity?.Titles ?? []),
                    ],
                    _isSafe);
            }
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
