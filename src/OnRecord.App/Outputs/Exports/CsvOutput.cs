using System.Globalization;
using System.Text;

namespace OnRecord.App.Outputs.Exports;

/// <summary>A flat table as CSV (RFC 4180) in UTF-8, with LF.</summary>
internal sealed class CsvOutput : IRecordOutput
{
    private static readonly System.Buffers.SearchValues<char> FormulaStarts = System.Buffers.SearchValues.Create("=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20");

    private readonly Stream _output;
    private readonly FlatTable _table;
    private readonly bool _isSafe;

    /// <param name="output">Where it is written.</param>
    /// <param name="table">The table.</param>
    /// <param name="isSafe">An apostrophe goes before what a spreadsheet would take for a formula.</param>
    public CsvOutput(Stream output, FlatTable table, bool isSafe = false)
    {
        (_output, _table, _isSafe) = (output, table, isSafe);
        Row(_output, _table.Columns.Select(column => column.Name));
    }

    public void Write(string name, IReadOnlyList<Record> records)
    {
        foreach (var row in records.SelectMany(_table.Rows))
        {
            Row(_output, row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? ""), _isSafe);
        }
    }

    /// <summary>Writes a row.</summary>
    public static void Row(Stream output, IEnumerable<string> cells, bool isSafe = false) =>
        output.Write(Encoding.UTF8.GetBytes(string.Join(',', cells.Select(cell => Cell(isSafe ? Safe(cell) : cell))) + "\n"));

    /// <summary>As OWASP advises; white space before a formula does not save from it.</summary>
    private static string Safe(string text) => text.Length > 0 && (FormulaStarts.Contains(text[0]) || text.AsSpan().TrimStart() is [var first, ..] && FormulaStarts.Contains(first)) ? "'" + text : text;

    private static string Cell(string text) => text.AsSpan().IndexOfAny("\",\r\n") >= 0 ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
}
