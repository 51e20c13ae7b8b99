using System.Text;
using OnRecord.Tests.Records;
using Parquet;

namespace OnRecord.Tests.Exports;

/// <summary>Events in the columns of POLECAT and of ACLED.</summary>
public sealed class EventExportTests
{
    private const string Story = "Norway imposed sanctions on Portugal on 3 May 2020. Gunmen kidnapped the governor of Torvik, police said. Police arrested three journalists. "
        + "Norway's army did not attack the village. The minister praised the 𠮷野 senator.";

    private static readonly IReadOnlyList<Record> Records =
        [.. SamplePages.Reading.Read(Page.Of(Encoding.UTF8.GetBytes(Story), "https://news.example/20200504"), new ReadOptions { Plain = true })];

    [Fact]
    public void An_event_a_row_with_its_trigger_where_the_row_says()
    {
        var rows = Rows("events");
        Assert.Equal(Records.Sum(record => record.Events.Length) + 1, rows.Count);
        Assert.True(rows.Count > 4, "the story has events");
        Assert.All(rows.Skip(1), row => Assert.Equal(
            Cell(rows, row, "trigger"),
            string.Concat(Story.EnumerateRunes().Skip(int.Parse(Cell(rows, row, "trigger_start"), null)).Take(int.Parse(Cell(rows, row, "trigger_end"), null) - int.Parse(Cell(rows, row, "trigger_start"), null)))));
        var sanction = rows.Single(row => Cell(rows, row, "Event Type") == "SANCTION");
        Assert.Equal(
            ("Norway", "NOR", "Portugal", "PRT", "MATERIAL CONFLICT", "2020-05-03"),
            (Cell(rows, sanction, "Actor Name"), Cell(rows, sanction, "Actor Country"), Cell(rows, sanction, "Recipient Name"), Cell(rows, sanction, "Recipient Country"), Cell(rows, sanction, "Quad Code"), Cell(rows, sanction, "Event Date")));
    }

    [Fact]
    public void Acled_has_the_events_that_it_has_a_word_for_and_that_happened()
    {
        var rows = Rows("acled");
        Assert.Equal(Records.Sum(record => record.Events.Count(one => one.Acled is not null)) + 1, rows.Count);
        Assert.Contains(rows, row => Cell(rows, row, "sub_event_type") == "Abduction/forced disappearance" && Cell(rows, row, "event_type") == "Violence against civilians");
        Assert.Contains(rows, row => Cell(rows, row, "sub_event_type") == "Arrests" && Cell(rows, row, "event_type") == "Strategic developments");
        Assert.DoesNotContain(rows, row => Cell(rows, row, "trigger") == "attack");
    }

    [Fact]
    public async Task Parquet_has_the_rows_of_the_table()
    {
        using var file = new MemoryStream(Bytes("events-parquet"));
        await using var reader = await ParquetReader.CreateAsync(file, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(Rows("events")[0], reader.Schema.DataFields.Select(field => field.Name));
        using var group = reader.OpenRowGroupReader(0);
        Assert.Equal(Records.Sum(record => record.Events.Length), group.RowCount);
    }

    private static List<List<string>> Rows(string format) => ExportTests.CsvRows(Encoding.UTF8.GetString(Bytes(format)));

    private static string Cell(List<List<string>> rows, List<string> row, string column) => row[rows[0].IndexOf(column)];

    private static byte[] Bytes(string format) => ExportTests.Export(format, Records);
}
