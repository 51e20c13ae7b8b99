namespace OnRecord.App.Outputs;

/// <summary>One record a line, UTF-8 without a mark, LF.</summary>
internal sealed class JsonlOutput(Stream output) : IRecordOutput
{
    public void Write(string name, IReadOnlyList<Record> records)
    {
        foreach (var record in records)
        {
            RecordJson.Write(record, output);
            output.WriteByte((byte)'\n');
        }
    }
}
