using System.IO.Compression;

namespace OnRecord.Archive;

/// <summary>A page with what was read on it, on its way into an archive.</summary>
/// <param name="Name">What the input is called.</param>
/// <param name="Page">The page.</param>
/// <param name="Options">How it was read.</param>
/// <param name="Records">Its records.</param>
public sealed record StoredPage(string Name, Page Page, ReadOptions Options, IReadOnlyList<Record> Records);

/// <summary>What became of a page.</summary>
/// <param name="Name">What the input is called.</param>
/// <param name="Sha256">Hash of its bytes.</param>
/// <param name="IsNew">Whether its records were stored; else the archive keeps what it had.</param>
/// <param name="Records">How many records it has in the archive.</param>
public readonly record struct Stored(string Name, string Sha256, bool IsNew, int Records);

/// <summary>Packs pages: Brotli (RFC 7932).</summary>
internal static class Packing
{
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            brotli.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static byte[] Unpack(byte[] packed, int size)
    {
        var bytes = new byte[size];
        return BrotliDecoder.TryDecompress(packed, bytes, out var written) && written == size ? bytes : throw new InvalidDataException("the packed page is damaged");
    }
}
