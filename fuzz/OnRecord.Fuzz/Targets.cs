using System.Text;
using OnRecord.Data;
using OnRecord.Pages;

namespace OnRecord.Fuzz;

/// <summary>A target for each way into the library. A target fails by an exception that the way in does not document.</summary>
public static class Targets
{
    private const int MaxBytes = 1 << 20;

    private static readonly Lazy<Reading> Shared = new(OnRecord.Reading.Open);
    private static readonly Lazy<PageReader> Pages = new(() => new PageReader(DataFolder.English()));

    /// <summary>Targets by name.</summary>
    public static IReadOnlyDictionary<string, Action<byte[]>> All { get; } = new SortedDictionary<string, Action<byte[]>>(StringComparer.Ordinal)
    {
        ["html"] = bytes => Read(bytes, "text/html", ReadOptions.Default),
        ["text"] = bytes => Read(bytes, "text/plain", ReadOptions.Default),
        ["plain"] = bytes => Read(bytes, "text/plain", new ReadOptions { Plain = true }),
        ["stream"] = Unpack,
        ["json"] = Parse,
        ["warc"] = bytes => Open(bytes, ContainerKind.Warc),
        ["wacz"] = bytes => Open(bytes, ContainerKind.Wacz),
        ["arc"] = bytes => Open(bytes, ContainerKind.Arc),
        ["feed"] = bytes => Open(bytes, ContainerKind.XmlFeed),
        ["lines"] = bytes => Open(bytes, ContainerKind.Json),
        ["blocks"] = Separate,
        ["query"] = ArchiveTargets.Ask,
        ["archive"] = ArchiveTargets.Open,
    };

    /// <summary>One reading for all targets of a process: its models are opened once.</summary>
    internal static Reading Reading => Shared.Value;

    private static void Read(byte[] bytes, string mediaType, ReadOptions options)
    {
        var page = Page.Of(bytes, "https://example.org/2025/08/25/story", mediaType);
        foreach (var record in Reading.Read(page, options))
        {
            Promises.Check(record);
        }
    }

    /// <summary>Gzip, limits, binary look-alikes.</summary>
    private static void Unpack(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            var unpacked = PageBytes.Read(stream, MaxBytes);
            if (unpacked.Length > MaxBytes)
            {
                throw new BrokenPromiseException($"{unpacked.Length} bytes came through a limit of {MaxBytes}");
            }
        }
        catch (PageInputException)
        {
            // The documented answer to bytes that are no page.
        }
    }

    /// <summary>Any bytes are read as a container without an exception; its pages obey the limit.</summary>
    private static void Open(byte[] bytes, ContainerKind kind)
    {
        using var stream = new MemoryStream(bytes);
        foreach (var contained in ContainerReader.Read(stream, kind, new ContainerOptions { MaxPageBytes = MaxBytes }))
        {
            if (contained.Page is { } page && page.Bytes.Length > MaxBytes)
            {
                throw new BrokenPromiseException($"a page of {page.Bytes.Length} bytes came through a limit of {MaxBytes}");
            }
        }
    }

    /// <summary>Page separation alone, as HTML and as text: blocks in order, inside the text, their bytes inside the page.</summary>
    private static void Separate(byte[] bytes)
    {
        foreach (var mediaType in (ReadOnlySpan<string>)["text/html", "text/plain"])
        {
            foreach (var document in Pages.Value.Read(Page.Of(bytes, "https://example.org/2025/08/25/story", mediaType), ReadOptions.Default))
            {
                var end = 0;
                foreach (var block in document.Blocks)
                {
                    var inside = block.Span.Start >= end && block.Span.End <= document.Text.Length
                        && (block.Source is not { } source || (source.ByteStart >= 0 && source.ByteStart <= source.ByteEnd && source.ByteEnd <= bytes.Length));
                    if (!inside)
                    {
                        throw new BrokenPromiseException($"block {block} stands behind {end}, or outside");
                    }

                    end = block.Span.End;
                }
            }
        }
    }

    /// <summary>A record read from hostile JSON is refused, or keeps its form.</summary>
    private static void Parse(byte[] bytes)
    {
        try
        {
            RecordJson.Write(RecordJson.Read(Encoding.UTF8.GetString(bytes)));
        }
        catch (RecordFormatException)
        {
            // The documented answer to what is no record.
        }
    }
}
