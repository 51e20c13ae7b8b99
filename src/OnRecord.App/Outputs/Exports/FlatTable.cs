namespace OnRecord.App.Outputs.Exports;

/// <summary>A column of a flat table whose rows are made of <typeparamref name="T"/>: text, or a whole number where <paramref name="IsNumber"/>.</summary>
internal sealed record Column<T>(string Name, bool IsNumber, Func<T, object?> Value);

/// <summary>A table that is written in the same way as CSV and as Parquet: its columns, and the rows that a record gives.</summary>
/// <param name="Columns">Name of each column, and whether it holds whole numbers.</param>
/// <param name="Rows">The rows of a record, a cell a column.</param>
internal sealed record FlatTable(IReadOnlyList<(string Name, bool IsNumber)> Columns, Func<Record, IEnumerable<object?[]>> Rows)
{
    /// <summary>A table of columns over what a record gives.</summary>
    public static FlatTable Of<T>(IReadOnlyList<Column<T>> columns, Func<Record, IEnumerable<T>> rows) => new(
        [.. columns.Select(column => (column.Name, column.IsNumber))],
        record => rows(record).Select(row => columns.Select(column => column.Value(row)).ToArray()));
}
