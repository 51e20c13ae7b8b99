using System.Text;

namespace OnRecord.Pages.Input;

/// <summary>Turns a page's bytes into text.</summary>
internal static class TextDecoder
{
    public static DecodedText Decode(ReadOnlyMemory<byte> bytes, string? declared, bool isHtml)
    {
        _ = (declared, isHtml);
        return new DecodedText(Encoding.UTF8.GetString(bytes.Span), "utf-8", new Utf8ByteMap(bytes, 0), []);
    }
}
