using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OnRecord.App.Outputs.Exports;

/// <summary>How exports write JSON: properties as they are named, no nulls, letters of all scripts as they are.</summary>
internal static class JsonExport
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void Text(Stream output, string text) => output.Write(System.Text.Encoding.UTF8.GetBytes(text));

    public static void Value(Stream output, object value) => JsonSerializer.Serialize(output, value, Options);
}

/// <summary>Writes the items of one JSON array, a line each, between a beginning and an end.</summary>
internal sealed class JsonItems(Stream output, string begin, string end)
{
    private bool _isBegun;

    public void Add(object item)
    {
        JsonExport.Text(output, _isBegun ? ",\n" : begin + "\n");
        _isBegun = true;
        JsonExport.Value(output, item);
    }

    public void Close() => JsonExport.Text(output, (_isBegun ? "\n" : begin + "\n") + end + "\n");
}
