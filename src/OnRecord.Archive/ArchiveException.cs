namespace OnRecord.Archive;

/// <summary>An archive cannot do what was asked; the message says why and what to do.</summary>
public sealed class ArchiveException(string message, Exception? inner = null) : Exception(message, inner);
