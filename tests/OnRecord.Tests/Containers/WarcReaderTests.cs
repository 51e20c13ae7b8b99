using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using CsCheck;
using OnRecord.Pages;
using static OnRecord.Tests.Containers.WarcFiles;

namespace OnRecord.Tests.Containers;

public sealed class WarcReaderTests
{
    [Fact]
    public void Each_answer_is_a_page_with_what_its_record_states()
    {
        byte[] file = [.. Record("WARC-Type: warcinfo\r\n", "software: test"u8.ToArray()), .. Response(1), .. Record("WARC-Type: request\r\n", "GET / HTTP/1.1\r\n\r\n"u8.ToArray()), .. Response(2)];
        var items = Read(file);
        Assert.All(items, item => Assert.Null(item.Problem));
        Assert.Equal([Html(1), Html(2)], items.Select(item => item.Page!.Bytes.ToArray()));
        var page = items[0].Page!;
        Assert.Equal(("https://example.org/quay/1", "text/html", "utf-8", "2025-08-25T06:00:00Z"), (page.Uri, page.MediaType, page.Charset, page.Fetched));
        Assert.Equal(new WarcOrigin("urn:uuid:1", "sha1:ABC1"), page.Warc);
        Assert.Null(page.Published);
    }

    [Fact]
    public void Gzip_by_record_in_one_member_and_plain_give_the_same_pages()
    {
        var plain = Pages(Read([.. Response(1), .. Response(2), .. Response(3)]));
        Assert.Equal(3, plain.Count);
        Assert.Equal(plain, Pages(Read([.. Gzip(Response(1)), .. Gzip(Response(2)), .. Gzip(Response(3))])));
        Assert.Equal(plain, Pages(Read(Gzip([.. Response(1), .. Response(2), .. Response(3)]))));
        Assert.Equal(plain, Pages(Read([.. Gzip(Response(1)), .. Response(2), .. Gzip(Response(3))])));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("bare deflate")]
    [InlineData("br")]
    [InlineData("none, kept header")]
    public void Content_and_transfer_encodings_are_taken_off(string coding)
    {
        var body = coding switch
        {
            "gzip" => Gzip(Html(1)),
            "deflate" => Packed(Html(1), target => new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true)),
            "bare deflate" => Packed(Html(1), target => new DeflateStream(target, CompressionLevel.Fastest, leaveOpen: true)),
            "br" => Packed(Html(1), target => new BrotliStream(target, CompressionLevel.Fastest, leaveOpen: true)),
            _ => Html(1),
        };
        var name = coding == "bare deflate" ? "deflate" : coding.StartsWith("none", StringComparison.Ordinal) ? "gzip" : coding;
        var headers = $"Content-Type: text/html\r\ncontent-encoding: {name}\r\nTransfer-Encoding: chunked\r\n";
        Assert.Equal([Html(1)], Pages(Read(Record(Answers, Answer(Chunked(body, 50), headers)))));
        Assert.Equal([Html(1)], Pages(Read(Record(Answers, Answer(body, headers)))));
    }

    [Fact]
    public void Only_pages_become_pages_and_the_rest_is_counted()
    {
        byte[] file =
        [
            .. Record(Answers, Answer([1, 2, 3], "Content-Type: image/png\r\n")),
            .. Record(Answers, Answer(Html(1), status: 404)),
            .. Record("WARC-Type: revisit\r\n", []),
            .. Record("WARC-Type: resource\r\nContent-Type: text/html\r\n", Html(2)),
            .. Record("WARC-Type: resource\r\nContent-Type: application/pdf\r\n", Html(3)),
        ];
        var items = Read(file);
        Assert.Equal([Html(2)], Pages(items));
        var remark = Assert.Single(items, item => item.Remark is not null).Remark!;
        Assert.All(["1 records of image/png", "1 answers with status 404", "1 revisit records (duplicates", "1 records of application/pdf"], part => Assert.Contains(part, remark, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-40)]
    [InlineData(40)]
    [InlineData(100_000)]
    [InlineData(900_000_000_000_000_000)]
    public void A_lying_length_costs_one_record_and_is_told_with_its_place(long lie)
    {
        byte[] file = [.. Response(1), .. Response(2, Answer(Html(2)).Length + lie), .. Response(3), .. Response(4)];
        var items = Read(file);
        Assert.Equal([Html(1), Html(3), Html(4)], Pages(items));
        var fault = Assert.Single(items, item => item.Problem is not null);
        Assert.Equal($"byte {Response(1).Length}", fault.Place);
        Assert.Contains($"the next is at byte {Response(1).Length + Response(2, Answer(Html(2)).Length + lie).Length}", fault.Problem!, StringComparison.Ordinal);
        Assert.Equal([Html(1), Html(3), Html(4)], Pages(Read([.. Gzip(Response(1)), .. Gzip(Response(2, Answer(Html(2)).Length + lie)), .. Gzip(Response(3)), .. Gzip(Response(4))])));
    }

    [Theory]
    [InlineData("WARC/1.1\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nx\r\n\r\n")]
    [InlineData("WARC/1.1\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nx\r\n\r\n")]
    [InlineData("WARC/1.1\r\nWARC-Type: response\r\n\r\nx\r\n\r\n")]
    [InlineData("garbage of some length\r\n\r\n")]
    public void A_damaged_header_costs_one_record(string damaged)
    {
        var items = Read([.. Response(1), .. Encoding.ASCII.GetBytes(damaged), .. Response(2)]);
        Assert.Equal([Html(1), Html(2)], Pages(items));
        Assert.Single(items, item => item.Problem is not null);
    }

    [Fact]
    public void A_damaged_member_costs_one_record()
    {
        var second = Gzip(Response(2));
        for (var at = 0; at < second.Length; at++)
        {
            var damaged = second.ToArray();
            damaged[at] ^= 0x5a;
            var pages = Pages(Read([.. Gzip(Response(1)), .. damaged, .. Gzip(Response(3))]));

            // Flags, times and names of the gzip header are no part of the record: damage there may cost nothing.
            Assert.True(pages.Count == 2 || (at < 10 && pages.Count == 3), $"byte {at}: {pages.Count} pages");
            Assert.Equal([Html(1), Html(3)], [pages[0], pages[^1]]);
        }
    }

    [Fact]
    public void A_record_larger_than_a_page_may_be_is_skipped_and_told()
    {
        var large = Record(Answers, Answer([.. Html(2), .. Enumerable.Repeat((byte)' ', 3_000_000)]));
        var items = Read([.. Response(1), .. large, .. Response(3)], new ContainerOptions { MaxPageBytes = 100_000 });
        Assert.Equal([Html(1), Html(3)], Pages(items));
        Assert.Contains("100,000", Assert.Single(items, item => item.Problem is not null).Problem!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_that_unpacks_without_end_is_refused()
    {
        var bomb = Record(Answers, Answer(Gzip(new byte[50_000_000]), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"));
        var items = Read([.. bomb, .. Response(1)], new ContainerOptions { MaxPageBytes = 1_000_000 });
        Assert.Equal([Html(1)], Pages(items));
        Assert.Contains("limit", Assert.Single(items, item => item.Problem is not null).Problem!, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_that_were_read_are_not_kept()
    {
        using var stream = new RepeatedStream(Gzip(Response(1)), 40_000);
        using var items = ContainerReader.Read(stream, ContainerKind.Warc, ContainerOptions.Default).GetEnumerator();
        var pages = PagesThatMayGo(items, 30_000);
        GC.Collect();
        Assert.InRange(pages.Count(page => page.TryGetTarget(out _)), 0, 1);
        Assert.Equal(10_000, PagesThatMayGo(items, 40_000).Count);
    }

    // A method of its own, so that no page stays alive in a local of the test.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference<Page>> PagesThatMayGo(IEnumerator<ContainedPage> items, int most)
    {
        var pages = new List<WeakReference<Page>>();
        while (pages.Count < most && items.MoveNext())
        {
            Assert.NotNull(items.Current.Page);
            pages.Add(new WeakReference<Page>(items.Current.Page));
        }

        return pages;
    }

    [Fact]
    public void Any_beginning_of_an_archive_gives_a_beginning_of_its_pages() => Gen
        .Select(Gen.Int[0, 30].Array[1, 8], Gen.Bool, Gen.Double[0, 1])
        .Sample((kinds, isPacked, share) =>
        {
            byte[] file = [.. kinds.Select(Any).SelectMany(record => isPacked ? Gzip(record) : record)];
            var all = Pages(Read(file));
            var some = Pages(Read(file[..(int)(file.Length * share)]));
            return all.Take(some.Count).SequenceEqual(some, ByteComparer.Instance);
        }, iter: 2000);

    [Fact]
    public void Any_damage_to_an_archive_is_survived() => Gen
        .Select(Gen.Int[0, 30].Array[1, 6], Gen.Bool, Gen.Select(Gen.Double[0, 1], Gen.Byte).Array[1, 20])
        .Sample((kinds, isPacked, damage) =>
        {
            byte[] file = [.. kinds.Select(Any).SelectMany(record => isPacked ? Gzip(record) : record)];
            foreach (var (place, value) in damage)
            {
                file[(int)(place * (file.Length - 1))] = value;
            }

            return Read(file, new ContainerOptions { MaxPageBytes = 10_000 }).TrueForAll(item => (item.Page?.Bytes.Length ?? 0) <= 10_000);
        }, iter: 2000);

    private static byte[] Any(int kind) => kind switch
    {
        < 20 => Response(kind),
        < 23 => Record("WARC-Type: request\r\n", "GET / HTTP/1.1\r\n\r\n"u8.ToArray()),
        < 25 => Record("WARC-Type: revisit\r\n", []),
        < 28 => Record(Answers, Answer(Chunked(Gzip(Html(kind)), 40), "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")),
        _ => Response(kind, 20),
    };

    private static List<ContainedPage> Read(byte[] file, ContainerOptions? options = null) =>
        [.. ContainerReader.Read(new MemoryStream(file), ContainerKind.Warc, options ?? ContainerOptions.Default)];

    private static List<byte[]> Pages(IEnumerable<ContainedPage> items) => [.. items.Where(item => item.Page is not null).Select(item => item.Page!.Bytes.ToArray())];

    private sealed class ByteComparer : IEqualityComparer<byte[]>
    {
        public static readonly ByteComparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => obj.Length;
    }

    private sealed class RepeatedStream(byte[] bytes, int times) : MemoryStream
    {
        private long _at;

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(Math.Min(buffer.Length, bytes.Length - (_at % bytes.Length)), ((long)bytes.Length * times) - _at);
            bytes.AsSpan((int)(_at % bytes.Length), Math.Max(0, count)).CopyTo(buffer);
            _at += count;
            return count;
        }
    }
}
