using System.Text;
using OnRecord.Pages;

namespace OnRecord.Tests.Containers;

public sealed class ArcReaderTests
{
    private const string Story = "<article><h1>Ferry stops</h1><p>The ferry to Osk will stop for the winter on Friday, the operator said.</p></article>";

    private static readonly byte[] Description = Record("filedesc://test.arc", "text/plain", "1 0 Larnet\nURL IP-address Archive-date Content-type Archive-length\n");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_pages_of_an_archive_are_read_with_address_and_time(bool isPacked)
    {
        byte[][] records = [Description, Answer("https://larnet.example/a b"), Record("dns:larnet.example", "text/dns", "larnet.example 1.2.3.4"), Answer("https://larnet.example/2", "image/png"), Answer("https://larnet.example/3")];
        var items = Read([.. records.SelectMany(record => isPacked ? WarcFiles.Gzip(record) : record)]);
        Assert.Equal(["https://larnet.example/a b", "https://larnet.example/3"], items.Where(item => item.Page is not null).Select(item => item.Page!.Uri));
        Assert.Equal(("2025-08-21T10:00:00Z", "text/html", Story, null), (items[0].Page!.Fetched, items[0].Page!.MediaType, Encoding.UTF8.GetString(items[0].Page!.Bytes.Span), items[0].Page!.Warc));
        Assert.Contains("1 answers to other protocols than HTTP, 1 records of image/png", items[^1].Remark!, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_cut_anywhere_gives_the_pages_before_the_cut_and_no_exception()
    {
        byte[] whole = [.. Description, .. Answer("https://larnet.example/1"), .. Answer("https://larnet.example/2")];
        for (var length = Description.Length; length < whole.Length; length++)
        {
            var pages = Read(whole[..length]).Where(item => item.Page is not null).Select(item => item.Page!.Uri).ToList();
            Assert.Equal(length >= Description.Length + Answer("https://larnet.example/1").Length - 1, pages.Count > 0 && Read(whole[..length])[0].Remark is null);
        }
    }

    [Fact]
    public void What_is_no_record_is_told_with_its_place()
    {
        var items = Read([.. Description, .. Encoding.ASCII.GetBytes("nothing of the kind\n")]);
        Assert.Contains("no ARC record begins here", Assert.Single(items).Problem!, StringComparison.Ordinal);
        Assert.Equal($"byte {Description.Length}", items[0].Place);
        items = Read([.. Description, .. Encoding.ASCII.GetBytes("nothing of the kind\nand more\n"), .. Answer("https://larnet.example/1")]);
        Assert.Equal([false, true], items.Select(item => item.Page is not null));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(999)]
    public void A_description_that_counts_its_bytes_wrongly_costs_no_page(int wrong)
    {
        const string Lines = "1 0 Larnet\nURL IP-address Archive-date Content-type Archive-length\n\n";
        var description = Encoding.ASCII.GetBytes($"filedesc://test.arc 0.0.0.0 20250821100000 text/plain {Lines.Length + wrong}\n{Lines}\n");
        Assert.Equal("https://larnet.example/1", Assert.Single(Read([.. description, .. Answer("https://larnet.example/1")])).Page!.Uri);
    }

    private static byte[] Answer(string uri, string type = "text/html") => Record(uri, type, $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\n\r\n{Story}");

    private static byte[] Record(string uri, string type, string body) => Encoding.ASCII.GetBytes($"{uri} 1.2.3.4 20250821100000 {type} {body.Length}\n{body}\n");

    private static List<ContainedPage> Read(byte[] file)
    {
        Assert.Equal(ContainerKind.Arc, ContainerReader.KindOf(file));
        return [.. ContainerReader.Read(new MemoryStream(file), ContainerKind.Arc, ContainerOptions.Default)];
    }
}
