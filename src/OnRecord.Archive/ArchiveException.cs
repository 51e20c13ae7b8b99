namespace OnRecord.Archive;

/// <summary>An archive cannot do what was asked; the message says why and what to do.</summary>
public class ArchiveException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>One record of an archive cannot be read; the others can. The message names it and says what to do.</summary>
public sealed class DamagedRecordException(string recordId, string message, Exception? inner = null) : ArchiveException(message, inner)
{
    /// <summary>Id of the record.</summary>
    public string RecordId { get; } = recordId;
}
