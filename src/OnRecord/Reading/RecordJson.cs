namespace OnRecord;

/// <summary>Writes and reads records as JSON, and turns offsets into code points and back.</summary>
public static class RecordJson
{
}
