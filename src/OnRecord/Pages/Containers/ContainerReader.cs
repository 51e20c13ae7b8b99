using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using OnRecord.Pages.Containers;

namespace OnRecord.Pages;

/// <summary>Opens what holds several pages: web archives, feeds, JSON lines. Streams: memory does not grow with the container.</summary>
public static partial class ContainerReader
{
    /// <summary>Bytes from the start of an input that <see cref="KindOf(ReadOnlySpan{byte})"/> should be shown.</summary>
    public const int HeadSize = 64 * 1024;

    /// <summary>What an input holds by how it begins; null for what is one page, or nothing known.</summary>
    /// <param name="head">Its first bytes, gzipped or not; <see cref="HeadSize"/> of them or all there are.</param>
    public static ContainerKind? KindOf(ReadOnlySpan<byte> head)
    {
        if (head is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            return ContainerKind.Wacz;
        }

        var unpacked = head is [0x1f, 0x8b, ..] ? Unpacked(head) : head;
        return unpacked.StartsWith("WARC/"u8) ? ContainerKind.Warc
            : unpacked.StartsWith(ArcReader.Opening) ? ContainerKind.Arc
            : KindOf(Encoding.Latin1.GetString(unpacked).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n'));
    }

    private static ContainerKind? KindOf(string text)
    {
        if (JsonObject().IsMatch(text))
        {
            return text.Contains("https://jsonfeed.org/version/", StringComparison.Ordinal) || text.Contains(@"https:\/\/jsonfeed.org\/version\/", StringComparison.Ordinal)
                ? ContainerKind.JsonFeed
                : ContainerKind.Json;
        }

        return FeedRoot().IsMatch(text) ? ContainerKind.XmlFeed : null;
    }

    [GeneratedRegex(@"^(\[\s*)?\{\s*""[^""\\]+""\s*:", RegexOptions.NonBacktracking)]
    private static partial Regex JsonObject();

    /// <summary>The root of a feed, with any prefix, behind declaration, comments, stylesheets and a document type with what it holds in brackets.</summary>
    [GeneratedRegex(@"^((<!--.*?-->|<\?.*?\?>|<![A-Za-z][^>\[]*(\[.*?\]\s*)?>)\s*)*<([\w.-]+:)?(rss|feed|RDF)[\s>]", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex FeedRoot();

    /// <summary>The pages of a container in its order, with problems and remarks where they arise.</summary>
    /// <param name="input">The container from its first byte. Gzip is recognised. A WACZ archive must be able to seek.</param>
    /// <param name="kind">What <see cref="KindOf(ReadOnlySpan{byte})"/> said.</param>
    /// <param name="options">Limits and names.</param>
    /// <remarks>Any bytes are read without an exception.</remarks>
    /// <exception cref="IOException">The stream cannot be read; thrown while the result is enumerated.</exception>
    public static IEnumerable<ContainedPage> Read(Stream input, ContainerKind kind, ContainerOptions options) => kind switch
    {
        ContainerKind.Wacz => WaczReader.Read(input, options),
        ContainerKind.Arc => ArcReader.Read(input, options),
        ContainerKind.XmlFeed => FeedReader.Read(input, options),
        ContainerKind.JsonFeed => new JsonPages(options).ReadFeed(input),
        ContainerKind.Json => new JsonPages(options).ReadLines(input),
        _ => WarcReader.Read(input, options),
    };

    private static ReadOnlySpan<byte> Unpacked(ReadOnlySpan<byte> head)
    {
        using var gzip = new GZipStream(new MemoryStream(head.ToArray(), writable: false), CompressionMode.Decompress);
        var unpacked = new byte[HeadSize];
        try
        {
            return unpacked.AsSpan(0, gzip.ReadAtLeast(unpacked, unpacked.Length, throwOnEndOfStream: false));
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
