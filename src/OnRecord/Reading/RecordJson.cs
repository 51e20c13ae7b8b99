using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OnRecord;

/// <summary>
/// Writes and reads records as JSON, <c>onrecord/2</c>. Here, and nowhere else, UTF-16 offsets become Unicode code points
/// and back. The schema is <c>docs/record.schema.json</c>.
/// </summary>
public static class RecordJson
{
    /// <summary>Letters of all scripts are written as they are; only what JSON requires is escaped.</summary>
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Indented = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    /// <summary>The record as one line of JSON, without a line feed.</summary>
    public static string Write(Record record) => Write(record, Compact);

    /// <summary>The record as indented JSON with line feeds.</summary>
    public static string WriteIndented(Record record) => Write(record, Indented);

    /// <summary>Writes the record as one line of JSON in UTF-8, without a line feed.</summary>
    public static void Write(Record record, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Compact);
        new RecordWriter(json, record).Write();
    }

    /// <summary>Reads a record. Unknown fields are ignored.</summary>
    /// <exception cref="RecordFormatException">This is no JSON, no <c>onrecord/2</c>, or a field is missing or impossible; the message names it.</exception>
    public static Record Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return RecordParser.Read(RecordFields.Of(document.RootElement));
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // No JSON, or no Unicode: half of a surrogate pair.
            throw new RecordFormatException($"This is not a record of the form {Record.Format}: {e.Message}", e);
        }
    }

    private static string Write(Record record, JsonWriterOptions options)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            new RecordWriter(json, record).Write();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
