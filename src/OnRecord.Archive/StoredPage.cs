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
public readonly record struct Stored(string Name, string Sha256, bool IsNew, int Records)
{
    /// <summary>Whether the archive had the bytes, and its records were made anew for a day of publication that is given now.</summary>
    public bool IsRenewed { get; init; }

    /// <summary>Why the records could not be made anew; null where they were, or where nobody asked for it.</summary>
    public string? Problem { get; init; }
}

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

    /// <param name="packed">What was packed.</param>
    /// <param name="size">Bytes that it must make: a damaged row may say any number, so memory is taken only for what is there.</param>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static byte[] Unpack(byte[] packed, long size)
    {
        using var bytes = new MemoryStream();
        using var brotli = new BrotliStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress);
        var buffer = new byte[BufferSize];
        while (bytes.Length <= size && brotli.Read(buffer) is var count and > 0)
        {
            bytes.Write(buffer, 0, count);
        }

        return bytes.Length == size ? bytes.ToArray() : throw new InvalidDataException("the packed page is damaged");
    }

    private const int BufferSize = 64 * 1024;
}
