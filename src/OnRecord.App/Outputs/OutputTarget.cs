using OnRecord.App.Cli;

namespace OnRecord.App.Outputs;

/// <summary>
/// Where records go: the terminal, or a file that appears under its name only when it is whole. Until then it is called
/// <c>NAME.partial</c>, and after an interruption it stays there with whole pages only.
/// </summary>
internal sealed class OutputTarget : IDisposable
{
    private readonly string? _path;
    private bool _isComplete;

    private OutputTarget(Stream stream, string? path)
    {
        Stream = stream;
        _path = path;
    }

    public Stream Stream { get; }

    private string Partial => _path + ".partial";

    /// <exception cref="OutputException">The file cannot be made.</exception>
    public static OutputTarget Open(string? path, Terminal terminal, bool append = false)
    {
        if (path is null)
        {
            return new OutputTarget(new BufferedStream(terminal.Output, 1 << 16), null);
        }

        try
        {
            return new OutputTarget(new FileStream(path + ".partial", append ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.ReadWrite, 1 << 16), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new OutputException($"{path}: cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Gives a file its name, now that it is whole.</summary>
    /// <exception cref="OutputException">The file cannot be renamed.</exception>
    public void Complete()
    {
        Stream.Flush();
        _isComplete = true;
        if (_path is null)
        {
            return;
        }

        Stream.Dispose();
        try
        {
            File.Move(Partial, _path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{_path}: cannot be written: {e.Message} The records are in {Partial}.", e);
        }
    }

    public void Dispose()
    {
        if (_path is not null)
        {
            Stream.Dispose();
        }
        else if (!_isComplete)
        {
            Stream.Flush();
        }
    }
}
