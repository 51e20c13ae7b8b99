using System.Text.Json;
using OnRecord.App.Outputs.Exports;

namespace OnRecord.App.Outputs.Sheets;

/// <summary>A claim a line: a JSON object with the columns of the flat table, those that are empty as null.</summary>
internal sealed class ClaimLines(Stream output) : IRecordOutput
{
    public void Write(string name, IReadOnlyList<Record> records)
    {
        foreach (var row in records.SelectMany(ClaimRow.Of))
        {
            // Values of a dictionary are written even where they are null, so that every line has every column.
            JsonExport.Text(output, JsonSerializer.Serialize(ClaimColumns.All.ToDictionary(column => column.Name, column => column.Value(row)), JsonExport.Options) + "\n");
        }
    }
}
