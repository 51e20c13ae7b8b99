using System.Collections.Immutable;

namespace OnRecord.App.Inputs;

/// <summary>Gives up on a page that takes too long. The time is the program's: the library has no clock, and a page is read whole or not at all.</summary>
internal static class PageTime
{
    /// <summary>Seconds for one page where the user names none: some hundred times what the largest page takes.</summary>
    public const int DefaultSeconds = 600;

    /// <summary>Reads a page.</summary>
    /// <exception cref="PageTimeException">It took too long.</exception>
    public static ImmutableArray<Record> Read(ReadPage read, Page page, ReadOptions options, int seconds)
    {
        using var timer = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        try
        {
            return read(page, options, timer.Token);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested)
        {
            throw new PageTimeException($"took longer than {seconds} seconds, the limit for one page; --max-seconds sets it");
        }
    }
}

/// <summary>A page took too long to read; the message says how long it might have.</summary>
internal sealed class PageTimeException(string message) : Exception(message);
