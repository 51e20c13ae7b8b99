namespace OnRecord;

/// <summary>This is no record of the form <c>onrecord/1</c>; the message names the field and what is wrong with it.</summary>
public sealed class RecordFormatException : Exception
{
    /// <summary>An error with what is wrong, and where.</summary>
    public RecordFormatException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
