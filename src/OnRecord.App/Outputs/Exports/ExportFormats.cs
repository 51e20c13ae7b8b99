namespace OnRecord.App.Outputs.Exports;

/// <summary>The forms of other tools in which records can be written, by name.</summary>
internal static class ExportFormats
{
    private static readonly SortedDictionary<string, Func<Stream, bool, IRecordOutput>> All = new(StringComparer.Ordinal)
    {
        ["acled"] = (output, isSafe) => new CsvOutput(output, AcledColumns.Table, isSafe),
        ["annotations"] = (output, _) => new AnnotationOutput(output),
        ["brat"] = (output, _) => new BratOutput(output),
        ["csv"] = (output, isSafe) => new CsvOutput(output, ClaimColumns.Table, isSafe),
        ["events"] = (output, isSafe) => new CsvOutput(output, EventColumns.Table, isSafe),
        ["events-parquet"] = (output, _) => new ParquetOutput(output, EventColumns.Table),
        ["ftm"] = (output, _) => new FollowTheMoneyOutput(output),
        ["geojson"] = (output, _) => new GeoJsonOutput(output),
        ["jsonl"] = (output, _) => new JsonlOutput(output),
        ["labelstudio"] = (output, _) => new LabelStudioOutput(output),
        ["markdown"] = (output, _) => new MarkdownOutput(output),
        ["parquet"] = (output, _) => new ParquetOutput(output, ClaimColumns.Table),
        ["schemaorg"] = (output, _) => new SchemaOrgOutput(output),
        ["timelinejs"] = (output, _) => new TimelineJsOutput(output),
    };

    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>An output in a form. Records of JSON lines are whole whatever is chosen: they are the record. An event is told whether or not its claim reads alone.</summary>
    /// <param name="name">A name.</param>
    /// <param name="output">Where it is written.</param>
    /// <param name="isSafe">Tables for a spreadsheet: no cell of CSV is a formula.</param>
    /// <param name="choice">Which claims; null for those that read alone.</param>
    public static IRecordOutput Create(string name, Stream output, bool isSafe = false, ClaimChoice? choice = null) =>
        name is "jsonl" or "events" or "events-parquet" or "acled" ? All[name](output, isSafe) : new ChosenClaims(All[name](output, isSafe), choice ?? new ClaimChoice());
}

/// <summary>An output that leaves things out that its form cannot hold, and says so.</summary>
internal interface ITellsLeftOut
{
    /// <summary>What was left out, a sentence each.</summary>
    IEnumerable<string> LeftOut { get; }
}
