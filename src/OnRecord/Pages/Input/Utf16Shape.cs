using System.Text;

namespace OnRecord.Pages.Input;

/// <summary>Knows UTF-16 without a byte order mark by the NULs that European letters leave on one side.</summary>
internal static class Utf16Shape
{
    private const int Window = 64 * 1024;

    /// <summary>Share of NULs among the bytes of one side that makes UTF-16 of Latin letters.</summary>
    private const double MinNulShare = 0.4;

    /// <summary>How many times more NULs that side must have than the other.</summary>
    private const int MinRatio = 20;

    /// <summary>UTF-16, little or big endian; null for anything else.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(Window, bytes.Length & ~1)];
        if (head.Length < 4)
        {
            return null;
        }

        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var enough = head.Length / 2 * MinNulShare;
        if (odd > enough && odd > even * MinRatio)
        {
            return Encoding.Unicode;
        }

        return even > enough && even > odd * MinRatio ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>Whether the bytes begin with the mark of UTF-16 or UTF-32.</summary>
    public static bool HasWideMark(ReadOnlySpan<byte> bytes) =>
        bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..] or [0, 0, 0xfe, 0xff, ..];
}
