using System.Globalization;
using System.IO.Compression;

namespace OnRecord.Pages.Containers;

/// <summary>Reads the WARC files in a WACZ archive (a ZIP file; Web Archive Collection Zipped 1.1.1), streamed, in the order of its directory.</summary>
internal static class WaczReader
{
    /// <summary>Web pages shrink to a tenth; a thousandfold is the most that deflate can, and what a bomb has.</summary>
    private const int MostRatio = 200;

    /// <summary>Small entries of one repeated line pass any ratio.</summary>
    private const long AlwaysAllowed = 16 * 1024 * 1024;

    /// <param name="stream">The archive; it must be able to seek, since a ZIP file's directory is at its end.</param>
    /// <param name="options">Limits.</param>
    public static IEnumerable<ContainedPage> Read(Stream stream, ContainerOptions options)
    {
        var (archive, problem) = Open(stream);
        if (archive is null)
        {
            yield return ContainedPage.Fault("", problem!);
            yield break;
        }

        using (archive)
        {
            foreach (var entry in archive.Entries.Where(entry => IsWarc(entry.FullName)))
            {
                foreach (var item in ReadEntry(entry, options))
                {
                    yield return item;
                }
            }
        }
    }

    private static (ZipArchive? Archive, string? Problem) Open(Stream stream)
    {
        if (!stream.CanSeek)
        {
            return (null, "a WACZ archive cannot be read from a pipe; name the file");
        }

        try
        {
            var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Any(entry => IsWarc(entry.FullName)))
            {
                return (archive, null);
            }

            archive.Dispose();
            return (null, "it is a ZIP archive or an Office document without a WARC file in it; extract its text first");
        }
        catch (Exception e) when (IsDamage(e))
        {
            return (null, "the ZIP archive is damaged or cut off; fetch it again");
        }
    }

    private static IEnumerable<ContainedPage> ReadEntry(ZipArchiveEntry entry, ContainerOptions options)
    {
        var name = new string([.. entry.FullName.Select(c => char.IsControl(c) ? '\ufffd' : c)]);
        if (LeadsOutside(name))
        {
            yield return ContainedPage.Fault(name, "the entry's name leads out of the archive; it is refused");
            yield break;
        }

        var most = AlwaysAllowed + (MostRatio * entry.CompressedLength);
        if (entry.Length > most)
        {
            yield return ContainedPage.Fault(name, string.Create(CultureInfo.InvariantCulture, $"the entry unpacks from {entry.CompressedLength:N0} to {entry.Length:N0} bytes: refused as a ZIP bomb"));
            yield break;
        }

        using var pages = Guarded(entry, most, options).GetEnumerator();
        while (true)
        {
            ContainedPage item;
            try
            {
                if (!pages.MoveNext())
                {
                    break;
                }

                item = pages.Current;
            }
            catch (Exception e) when (IsDamage(e))
            {
                item = ContainedPage.Fault("", $"the entry is damaged: {e.Message}");
            }

            yield return item with { Place = item.Place.Length == 0 ? name : $"{name}, {item.Place}" };
        }
    }

    private static IEnumerable<ContainedPage> Guarded(ZipArchiveEntry entry, long most, ContainerOptions options)
    {
        using var bounded = new BoundedStream(entry.Open(), most);
        foreach (var item in WarcReader.Read(bounded, options))
        {
            yield return item;
        }
    }

    private static bool IsWarc(string name) =>
        name.EndsWith(".warc", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Nothing is unpacked to disk; yet who writes such names means harm, and the name goes into messages.</summary>
    private static bool LeadsOutside(string name) =>
        name.StartsWith('/') || name.StartsWith('\\') || name.Contains(':', StringComparison.Ordinal) || name.Split('/', '\\').Contains("..");

    private static bool IsDamage(Exception e) => e is InvalidDataException or NotSupportedException or EndOfStreamException or ArgumentException or OverflowException;

    /// <summary>Ends with an error where an entry has more bytes than its directory may promise.</summary>
    private sealed class BoundedStream(Stream inner, long most) : Stream
    {
        private long _taken;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var count = inner.Read(buffer);
            _taken += count;
            return _taken <= most ? count : throw new EndOfStreamException("it unpacks to more than it may: refused as a ZIP bomb");
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
