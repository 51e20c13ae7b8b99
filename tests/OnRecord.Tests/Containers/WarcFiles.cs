using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace OnRecord.Tests.Containers;

/// <summary>Makes web archives for the tests, record by record.</summary>
internal static class WarcFiles
{
    public const string Answers = "WARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n";

    public static byte[] Html(int i) => Encoding.UTF8.GetBytes(
        $"<!doctype html><title>Quay {i} closed</title><article><h1>Quay {i} closed</h1><p>The harbour board said on Tuesday that quay {i} would stay closed until the divers had finished.</p></article>");

    /// <summary>A record; <paramref name="length"/> lies about the block's length.</summary>
    public static byte[] Record(string fields, byte[] block, long? length = null) =>
    [
        .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"WARC/1.1\r\n{fields}Content-Length: {length ?? block.Length}\r\n\r\n")),
        .. block,
        .. "\r\n\r\n"u8,
    ];

    public static byte[] Answer(byte[] body, string headers = "Content-Type: text/html; charset=utf-8\r\n", int status = 200) =>
        [.. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Any\r\n{headers}\r\n")), .. body];

    /// <summary>The answer with page <paramref name="i"/>, as a crawler stores it.</summary>
    public static byte[] Response(int i, long? length = null) => Record(
        string.Create(CultureInfo.InvariantCulture, $"{Answers}WARC-Target-URI: https://example.org/quay/{i}\r\nWARC-Date: 2025-08-25T06:00:00Z\r\nWARC-Record-ID: <urn:uuid:{i}>\r\nWARC-Payload-Digest: sha1:ABC{i}\r\n"),
        Answer(Html(i)),
        length);

    public static byte[] Gzip(byte[] bytes) => Packed(bytes, target => new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true));

    public static byte[] Packed(byte[] bytes, Func<Stream, Stream> packer)
    {
        using var target = new MemoryStream();
        using (var packed = packer(target))
        {
            packed.Write(bytes);
        }

        return target.ToArray();
    }

    public static byte[] Chunked(byte[] body, int size)
    {
        using var target = new MemoryStream();
        for (var at = 0; at < body.Length; at += size)
        {
            var chunk = body[at..Math.Min(body.Length, at + size)];
            target.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{chunk.Length:x};note=1\r\n")));
            target.Write(chunk);
            target.Write("\r\n"u8);
        }

        target.Write("0\r\n\r\n"u8);
        return target.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return target.ToArray();
    }
}
