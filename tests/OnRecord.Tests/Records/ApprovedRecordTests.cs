using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OnRecord.Tests.Records;

/// <summary>The records of the sample pages, each finding on a line of its own, held against the approved ones.</summary>
public sealed class ApprovedRecordTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [MemberData(nameof(SamplePages.Rows), MemberType = typeof(SamplePages))]
    public void The_record_of_a_sample_page_is_the_approved_one(string name)
    {
        var received = string.Join("\n", SamplePages.Read(name).Select(Lines));
        Approved.Matches(Path.Combine(SamplePages.Folder, name, "record.approved.json"), $"[\n{received}\n]\n".Replace("}\n{", "},\n{", StringComparison.Ordinal));
    }

    private static string Lines(Record record)
    {
        using var json = JsonDocument.Parse(RecordJson.Write(record));
        var fields = json.RootElement.EnumerateObject().Select(field => $"  \"{field.Name}\": {Value(field.Value)}");
        return "{\n" + string.Join(",\n", fields) + "\n}";
    }

    private static string Value(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
        {
            return JsonSerializer.Serialize(value, Relaxed);
        }

        var lines = new StringBuilder("[\n");
        lines.AppendJoin(",\n", value.EnumerateArray().Select(item => "    " + JsonSerializer.Serialize(item, Relaxed)));
        return lines.Append("\n  ]").ToString();
    }
}
