namespace OnRecord.Data;

/// <summary>A lexicon or model is missing, damaged or not what its head says. Thrown when the program starts, never later.</summary>
public sealed class DataFileException : Exception
{
    /// <summary>An error about the file at <paramref name="path"/>, with what to do about it.</summary>
    public DataFileException(string path, string problem, Exception? inner = null)
        : base($"{path}: {problem}", inner)
    {
        Path = path;
    }

    /// <summary>The file.</summary>
    public string Path { get; }
}
