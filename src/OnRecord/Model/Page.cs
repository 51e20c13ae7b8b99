using System.Security.Cryptography;
using NodaTime;

namespace OnRecord;

/// <summary>A page as it came in: its bytes, unpacked but otherwise untouched, and what the input states about it.</summary>
public sealed record Page
{
    /// <summary>The bytes of the page, after gzip was removed.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>How the input was named: a file's path as given, a container and the place in it; null for standard input.</summary>
    public string? Name { get; init; }

    /// <summary>Where the page was found, as given by the user or the container; null where nobody said.</summary>
    public string? Uri { get; init; }

    /// <summary>The media type, <c>text/html</c> or <c>text/plain</c>; null lets the reader look at the bytes.</summary>
    public string? MediaType { get; init; }

    /// <summary>The character set that the container declared (an HTTP header); null where it did not.</summary>
    public string? Charset { get; init; }

    /// <summary>When the page was fetched, an ISO 8601 instant copied from the input; null where the input does not say.</summary>
    public string? Fetched { get; init; }

    /// <summary>The day of publication that the container declares for the page (a feed's item); null where it does not.</summary>
    public LocalDate? Published { get; init; }

    /// <summary>The WARC record that the page was in; null where it was in none.</summary>
    public WarcOrigin? Warc { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256 of <see cref="Bytes"/>.</summary>
    public string Sha256 => _sha256 ??= Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));

    private string? _sha256;

    /// <summary>Whether both have the same bytes and state the same.</summary>
    public bool Equals(Page? other) => other is not null
        && Bytes.Span.SequenceEqual(other.Bytes.Span)
        && (Name, Uri, MediaType, Charset, Fetched, Published, Warc) == (other.Name, other.Uri, other.MediaType, other.Charset, other.Fetched, other.Published, other.Warc);

    /// <inheritdoc/>
    public override int GetHashCode() => Sha256.GetHashCode(StringComparison.Ordinal);

    /// <summary>A page of these bytes.</summary>
    public static Page Of(ReadOnlyMemory<byte> bytes, string? uri = null, string? mediaType = null) =>
        new() { Bytes = bytes, Uri = uri, MediaType = mediaType };
}

/// <summary>The WARC record that a page was in (ISO 28500).</summary>
/// <param name="RecordId">The record's <c>WARC-Record-ID</c> without angle brackets, or null.</param>
/// <param name="Digest">Its <c>WARC-Payload-Digest</c> as it stands there, or null. Nobody has checked it.</param>
public sealed record WarcOrigin(string? RecordId, string? Digest);
