using OnRecord.App.Cli;

namespace OnRecord.App.Files;

/// <summary>An output of a command: whatever keeps it from being written comes out as one exception that names it, wherever it is noticed.</summary>
internal sealed class CheckedOutput(Stream inner, string name) : WrittenStream
{
    /// <summary>The system's number for a pipe without a reader.</summary>
    private const int BrokenPipe = 32;

    private bool _hasFailed;

    /// <exception cref="OutputException">It cannot be written.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (IOException e)
        {
            throw Failed(e);
        }
    }

    /// <exception cref="OutputException">It cannot be written.</exception>
    public override void Flush()
    {
        try
        {
            inner.Flush();
        }
        catch (IOException e)
        {
            throw Failed(e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            try
            {
                inner.Dispose();
            }
            catch (IOException) when (_hasFailed)
            {
                // That it cannot be written was told.
            }
            catch (IOException e)
            {
                throw Failed(e);
            }
        }

        base.Dispose(disposing);
    }

    private OutputException Failed(IOException e)
    {
        _hasFailed = true;
        // The system's own message ends with the path.
        var message = e.Message.Split(" : '")[0];
        return e.HResult == BrokenPipe ? new OutputException(e) : new OutputException($"{name}: cannot be written: {message}", e);
    }
}
