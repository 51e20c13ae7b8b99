namespace OnRecord.Archive;

/// <summary>A question cannot be answered as it was asked; the message says why and what is possible.</summary>
public sealed class QueryException(string message, Exception? inner = null) : Exception(message, inner);
