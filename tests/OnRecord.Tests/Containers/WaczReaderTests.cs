using OnRecord.Pages;
using static OnRecord.Tests.Containers.WarcFiles;

namespace OnRecord.Tests.Containers;

public sealed class WaczReaderTests
{
    [Fact]
    public void The_archives_in_it_are_read_in_order_and_their_places_named()
    {
        var items = Read(Zip(("datapackage.json", "{}"u8.ToArray()), ("archive/a.warc.gz", [.. Gzip(Response(1)), .. Gzip(Response(2))]), ("archive/b.warc", Response(3))));
        Assert.Equal([Html(1), Html(2), Html(3)], items.Select(item => item.Page!.Bytes.ToArray()));
        Assert.Equal("archive/a.warc.gz, byte 0", items[0].Place);
    }

    [Theory]
    [InlineData("../../etc/evil.warc")]
    [InlineData("/etc/evil.warc")]
    [InlineData("archive\\..\\evil.warc")]
    [InlineData("C:evil.warc")]
    public void An_entry_whose_name_leads_outside_is_refused_and_the_others_are_read(string name)
    {
        var items = Read(Zip((name, Response(1)), ("archive/good.warc", Response(2))));
        Assert.Contains("leads out", items[0].Problem!, StringComparison.Ordinal);
        Assert.Equal(Html(2), items[1].Page!.Bytes.ToArray());
    }

    [Fact]
    public void An_entry_that_unpacks_without_end_is_refused()
    {
        var items = Read(Zip(("archive/bomb.warc", new byte[60_000_000]), ("archive/good.warc", Response(2))));
        Assert.Contains("bomb", items[0].Problem!, StringComparison.Ordinal);
        Assert.Equal(Html(2), items[1].Page!.Bytes.ToArray());
    }

    [Fact]
    public void An_archive_cut_or_damaged_anywhere_is_told_and_never_breaks()
    {
        var file = Zip(("archive/a.warc", Response(1)), ("archive/b.warc.gz", Gzip(Response(2))));
        for (var at = 4; at < file.Length; at++)
        {
            Assert.Contains(Read(file[..at]), item => item.Problem is not null);
            var damaged = file.ToArray();
            damaged[at] ^= 0x41;
            _ = Read(damaged);
        }
    }

    private static List<ContainedPage> Read(byte[] file) => [.. ContainerReader.Read(new MemoryStream(file), ContainerKind.Wacz, ContainerOptions.Default)];
}
