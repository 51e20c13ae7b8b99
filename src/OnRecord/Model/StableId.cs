using System.Security.Cryptography;
using System.Text;

namespace OnRecord;

/// <summary>Ids that come from content: the same content gives the same id in every run, on every machine.</summary>
internal static class StableId
{
    private const int HexDigits = 10;

    /// <summary>A prefix for the kind, then ten hexadecimal digits of a SHA-256 over the parts.</summary>
    public static string Of(string prefix, params ReadOnlySpan<string> parts)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join('\u001f', parts!));
        return prefix + Convert.ToHexStringLower(SHA256.HashData(bytes))[..HexDigits];
    }
}
