using System.Globalization;
using System.Text;

namespace OnRecord.App.Outputs.Exports;

/// <summary>A claim a row, with its evidence and keys back: CSV (RFC 4180) in UTF-8, with LF.</summary>
internal sealed class CsvOutput : IRecordOutput
{
    private readonly Stream _output;

    public CsvOutput(Stream output)
    {
        _output = output;
        Row(_output, ClaimColumns.All.Select(column => column.Name));
    }

    public void Write(string name, IReadOnlyList<Record> records)
    {
        foreach (var row in records.SelectMany(ClaimRow.Of))
        {
            Row(_output, ClaimColumns.All.Select(column => Convert.ToString(column.Value(row), CultureInfo.InvariantCulture) ?? ""));
        }
    }

    /// <summary>Writes a row.</summary>
    public static void Row(Stream output, IEnumerable<string> cells) => output.Write(Encoding.UTF8.GetBytes(string.Join(',', cells.Select(Cell)) + "\n"));

    private static string Cell(string text) => text.AsSpan().IndexOfAny("\",\r\n") >= 0 ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
}
