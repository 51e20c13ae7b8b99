using Parquet;
using Parquet.Schema;

namespace OnRecord.App.Outputs.Exports;

/// <summary>A flat table as Apache Parquet, a row group for every 50,000 rows.</summary>
internal sealed class ParquetOutput(Stream output, FlatTable table) : IRecordOutput, IDisposable
{
    private const int RowsInGroup = 50_000;

    private readonly List<object?[]> _rows = [];
    private readonly MemoryStream _file = new();
    private ParquetWriter? _writer;

    public void Write(string name, IReadOnlyList<Record> records)
    {
        _rows.AddRange(records.SelectMany(table.Rows));
        if (_rows.Count >= RowsInGroup)
        {
            WriteGroup().GetAwaiter().GetResult();
        }
    }

    public void Dispose()
    {
        WriteGroup().GetAwaiter().GetResult();
        _writer!.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _file.WriteTo(output);
        _file.Dispose();
    }

    private async Task WriteGroup()
    {
        var fields = table.Columns.Select(column => column.IsNumber ? new DataField<int>(column.Name) : (DataField)new DataField<string>(column.Name)).ToArray();
        _writer ??= await ParquetWriter.CreateAsync(new ParquetSchema(fields), _file);
        using var group = _writer.CreateRowGroup();
        for (var i = 0; i < fields.Length; i++)
        {
            var place = i;
            if (table.Columns[i].IsNumber)
            {
                await group.WriteAsync<int>(fields[i], _rows.Select(row => (int)row[place]!).ToArray());
            }
            else
            {
                await group.WriteAsync(fields[i], _rows.Select(row => (string)row[place]!).ToArray());
            }
        }

        _rows.Clear();
    }
}
