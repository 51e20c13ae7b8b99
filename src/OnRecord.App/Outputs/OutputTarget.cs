using OnRecord.App.Cli;
using OnRecord.App.Files;

namespace OnRecord.App.Outputs;

/// <summary>
/// Where records go: the terminal, a device or pipe that is written into, or a file that appears under its name only when it is whole.
/// Until then it is called <c>NAME.partial</c>, and after an interruption it stays there with whole pages only.
/// </summary>
internal sealed class OutputTarget : IDisposable
{
    private const int BufferSize = 1 << 16;

    private readonly bool _isOpened;
    private readonly OutputPlace? _file;
    private readonly PageSums? _sums;
    private bool _isComplete;

    private OutputTarget(Stream stream, bool isOpened, OutputPlace? file = null, PageSums? sums = null)
    {
        Stream = stream;
        _isOpened = isOpened;
        _file = file;
        _sums = sums;
    }

    public Stream Stream { get; }

    /// <summary>The file in which an unfinished output stays; null where there is none.</summary>
    public string? Kept => _file?.Partial;

    /// <param name="path">A path, or null for standard output.</param>
    /// <param name="terminal">Whose output it is.</param>
    /// <param name="form">What is written.</param>
    /// <param name="append">Go on with what is in <c>NAME.partial</c>.</param>
    /// <param name="isSummed">Keep sums of its pages beside it while it is not whole.</param>
    /// <exception cref="OutputException">The file cannot be made.</exception>
    /// <exception cref="UsageException">Bytes would go to a terminal.</exception>
    public static OutputTarget Open(string? path, Terminal terminal, OutputForm form, bool append = false, bool isSummed = false)
    {
        if (path is null || OutputPlace.Of(path) is { IsStandardOutput: true })
        {
            return terminal.IsOutputTerminal && form == OutputForm.Bytes
                ? throw new UsageException("this format is no text: name a file with --output, or lead it into another program")
                : new OutputTarget(Shown(new BufferedStream(terminal.Output, BufferSize), terminal.IsOutputTerminal, form), isOpened: false);
        }

        var place = OutputPlace.Of(path);
        try
        {
            if (!place.IsFile)
            {
                var into = new FileStream(place.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, BufferSize);
                return new OutputTarget(Shown(new CheckedOutput(into, path), place.Kind == FileKind.Device, form), isOpened: true);
            }

            if (!append)
            {
                File.Delete(place.Sums);
            }

            var file = new CheckedOutput(new FileStream(place.Partial, append ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.ReadWrite, BufferSize), path);
            var sums = isSummed ? PageSums.Write(place, file, append) : null;
            return new OutputTarget(sums?.Stream ?? file, isOpened: true, place, sums);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new OutputException($"{path}: cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Says that all of a page has been written.</summary>
    public void EndPage() => _sums?.EndPage();

    /// <summary>Gives a file its name, now that it is whole.</summary>
    /// <exception cref="OutputException">The file cannot be renamed.</exception>
    public void Complete()
    {
        Stream.Flush();
        Close();
        _isComplete = true;
        if (_file is null)
        {
            return;
        }

        try
        {
            _file.Complete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{_file.Path}: cannot be written: {e.Message} The records are in {_file.Partial}.", e);
        }
    }

    public void Dispose()
    {
        try
        {
            if (!_isComplete)
            {
                Stream.Flush();
                Close();
            }
        }
        catch (OutputException) when (!_isComplete)
        {
            // It was told when it failed; what else broke the command off is told in its stead.
        }
    }

    private void Close()
    {
        if (_isOpened)
        {
            Stream.Dispose();
            _sums?.Dispose();
        }
    }

    private static Stream Shown(Stream stream, bool isTerminal, OutputForm form) => isTerminal && form == OutputForm.Text ? new TerminalStream(stream) : stream;
}
