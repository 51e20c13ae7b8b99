using System.Text;
using OnRecord.Pages;

namespace OnRecord.Fuzz;

/// <summary>A target for each way into the library. A target fails by an exception that the way in does not document.</summary>
public static class Targets
{
    private const int MaxBytes = 1 << 20;

    private static readonly Lazy<Reading> Shared = new(Reading.Open);

    /// <summary>Targets by name.</summary>
    public static IReadOnlyDictionary<string, Action<byte[]>> All { get; } = new SortedDictionary<string, Action<byte[]>>(StringComparer.Ordinal)
    {
        ["html"] = bytes => Read(bytes, "text/html", ReadOptions.Default),
        ["text"] = bytes => Read(bytes, "text/plain", ReadOptions.Default),
        ["plain"] = bytes => Read(bytes, "text/plain", new ReadOptions { Plain = true }),
        ["stream"] = Unpack,
        ["json"] = Parse,
    };

    private static void Read(byte[] bytes, string mediaType, ReadOptions options)
    {
        var page = Page.Of(bytes, "https://example.org/2025/08/25/story", mediaType);
        foreach (var record in Shared.Value.Read(page, options))
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

    /// <summary>A record read from hostile JSON is refused, or keeps its form.</summary>
    private static void Parse(byte[] bytes)
    {
        try
        {
            RecordJson.Write(RecordJson.Read(Encoding.UTF8.GetString(bytes)));
        }
        catch (FormatException)
        {
            // The documented answer to what is no record.
        }
    }
}
