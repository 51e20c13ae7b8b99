using System.Diagnostics;
using System.Globalization;

namespace OnRecord.App.Cli;

/// <summary>A line on the error stream that tells how far a long run is; drawn only where a person watches.</summary>
internal sealed class Progress(Terminal terminal) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _drawn;
    private bool _isShown;

    public void Show(int done, int unread)
    {
        if (!terminal.IsErrorTerminal || _clock.Elapsed < Patience || _clock.Elapsed - _drawn < Interval)
        {
            return;
        }

        _drawn = _clock.Elapsed;
        var perSecond = done / _clock.Elapsed.TotalSeconds;
        var failed = unread > 0 ? $", {unread} could not be read" : "";
        Draw(string.Create(CultureInfo.InvariantCulture, $"{done} pages, {perSecond:F0} a second{failed}"));
        _isShown = true;
    }

    public void Clear()
    {
        if (_isShown)
        {
            Draw("");
            _isShown = false;
        }
    }

    public void Dispose() => Clear();

    private void Draw(string line)
    {
        try
        {
            terminal.Error.Write($"\r\e[K{line}");
        }
        catch (IOException)
        {
            // Nobody watches any more.
        }
    }
}
