using System.Text;
using OnRecord.App.Files;

namespace OnRecord.App.Outputs;

/// <summary>Text on its way to a terminal: what could give it orders is taken out, whatever the form.</summary>
internal sealed class TerminalStream(Stream inner) : WrittenStream
{
    private readonly Decoder _decoder = new UTF8Encoding(false).GetDecoder();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var text = new char[buffer.Length + 2];
        var count = _decoder.GetChars(buffer, text, flush: false);
        inner.Write(Encoding.UTF8.GetBytes(TerminalText.Lines(new string(text, 0, count))));
    }

    public override void Flush() => inner.Flush();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
