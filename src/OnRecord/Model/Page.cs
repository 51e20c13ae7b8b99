using System.Security.Cryptography;

namespace OnRecord;

/// <summary>A page as it came in: its bytes, unpacked but otherwise untouched, and what the input states about it.</summary>
public sealed record Page
{
    /// <summary>The bytes of the page, after gzip was removed.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Where the page was found, as given by the user or the container; null where nobody said.</summary>
    public string? Uri { get; init; }

    /// <summary>The media type, <c>text/html</c> or <c>text/plain</c>; null lets the reader look at the bytes.</summary>
    public string? MediaType { get; init; }

    /// <summary>The character set that the container declared (an HTTP header); null where it did not.</summary>
    public string? Charset { get; init; }

    /// <summary>When the page was fetched, an ISO 8601 instant copied from the input; null where the input does not say.</summary>
    public string? Fetched { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of <see cref="Bytes"/>.</summary>
    public string Sha256 => _sha256 ??= Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));

    private string? _sha256;

    /// <summary>A page of these bytes.</summary>
    public static Page Of(ReadOnlyMemory<byte> bytes, string? uri = null, string? mediaType = null) =>
        new() { Bytes = bytes, Uri = uri, MediaType = mediaType };
}
