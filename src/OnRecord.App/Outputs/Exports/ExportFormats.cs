namespace OnRecord.App.Outputs.Exports;

/// <summary>The forms of other tools in which records can be written, by name.</summary>
internal static class ExportFormats
{
    private static readonly SortedDictionary<string, Func<Stream, IRecordOutput>> All = new(StringComparer.Ordinal)
    {
        ["annotations"] = output => new AnnotationOutput(output),
        ["brat"] = output => new BratOutput(output),
        ["csv"] = output => new CsvOutput(output),
        ["ftm"] = output => new FollowTheMoneyOutput(output),
        ["geojson"] = output => new GeoJsonOutput(output),
        ["jsonl"] = output => new JsonlOutput(output),
        ["labelstudio"] = output => new LabelStudioOutput(output),
        ["markdown"] = output => new MarkdownOutput(output),
        ["parquet"] = output => new ParquetOutput(output),
        ["schemaorg"] = output => new SchemaOrgOutput(output),
        ["timelinejs"] = output => new TimelineJsOutput(output),
    };

    public static IReadOnlyCollection<string> Names => All.Keys;

    public static IRecordOutput Create(string name, Stream output) => All[name](output);
}

/// <summary>An output that leaves things out that its form cannot hold, and says so.</summary>
internal interface ITellsLeftOut
{
    /// <summary>What was left out, a sentence each.</summary>
    IEnumerable<string> LeftOut { get; }
}
