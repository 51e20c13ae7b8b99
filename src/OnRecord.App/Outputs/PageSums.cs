using System.Globalization;
using System.Security.Cryptography;
using OnRecord.App.Files;

namespace OnRecord.App.Outputs;

/// <summary>
/// How long each page of an unfinished output is, with the SHA-256 of its lines, a line a page in <c>NAME.partial.sums</c>: so that who goes on with it knows
/// what was changed or damaged since.
/// </summary>
internal sealed class PageSums : IDisposable
{
    private readonly SummedStream _summed;
    private readonly CheckedOutput _sums;

    private PageSums(SummedStream summed, CheckedOutput sums)
    {
        _summed = summed;
        _sums = sums;
    }

    /// <summary>What is to be written to.</summary>
    public Stream Stream => _summed;

    public static PageSums Write(OutputPlace place, CheckedOutput output, bool append) =>
        new(new SummedStream(output), new CheckedOutput(new FileStream(place.Sums, append ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0), place.Sums));

    /// <summary>Which pages of an unfinished output are as they were written; null where there are no sums.</summary>
    public static HeldPages? Held(OutputPlace place)
    {
        if (!File.Exists(place.Sums))
        {
            return null;
        }

        using var pages = new FileStream(place.Partial, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var held = new HeldPages(0, 0, 0, false);
        foreach (var line in File.ReadLines(place.Sums))
        {
            var parts = line.Split(' ');
            if (parts.Length != 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > pages.Length - held.End)
            {
                break;
            }

            if (Sum(pages, length) != parts[1])
            {
                return held with { IsChanged = true };
            }

            held = held with { Pages = held.Pages + 1, End = held.End + length, EndOfSums = held.EndOfSums + line.Length + 1 };
        }

        return held;
    }

    public void EndPage()
    {
        var (length, sum) = _summed.Take();
        _sums.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{length} {sum}\n")));
    }

    public void Dispose() => _sums.Dispose();

    private static string Sum(FileStream pages, long length)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[1 << 16];
        while (length > 0 && pages.Read(chunk, 0, (int)Math.Min(chunk.Length, length)) is var count and > 0)
        {
            sum.AppendData(chunk, 0, count);
            length -= count;
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }

    private sealed class SummedStream(Stream inner) : WrittenStream
    {
        private readonly IncrementalHash _sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private long _length;

        public (long Length, string Sum) Take()
        {
            var taken = (_length, Convert.ToHexStringLower(_sum.GetHashAndReset()));
            _length = 0;
            return taken;
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _sum.AppendData(buffer);
            _length += buffer.Length;
            inner.Write(buffer);
        }

        public override void Flush() => inner.Flush();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _sum.Dispose();
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}

/// <summary>Pages of an unfinished output that are as they were written: how many, where they and their sums end, and whether what follows was changed since.</summary>
internal sealed record HeldPages(int Pages, long End, long EndOfSums, bool IsChanged);
