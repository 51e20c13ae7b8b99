using OnRecord.App.Cli;
using static OnRecord.Tests.Containers.WarcFiles;

namespace OnRecord.Tests.Cli;

public sealed class ContainerCommandTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void A_web_archive_is_read_as_its_pages_whether_named_in_a_folder_or_piped()
    {
        var file = Gzip(Response(1)).Concat(Gzip(Response(2))).ToArray();
        var path = _program.File("folder/crawl.warc.gz", file);
        Assert.Equal(ExitCode.Success, _program.Run("read", path));
        var records = Records();
        Assert.Equal(["https://example.org/quay/1", "https://example.org/quay/2"], records.Select(record => record.Document.Page.Uri));
        Assert.Equal(new WarcOrigin("urn:uuid:1", "sha1:ABC1"), records[0].Document.Page.Warc);
        var named = _program.Output;
        Assert.Equal(ExitCode.Success, _program.Run("read", _program.PathOf("folder")));
        Assert.Equal(named, _program.Output);
        Assert.Equal(ExitCode.Success, _program.Run(file, ["read", "-"]));
        Assert.Equal(named, _program.Output.Replace("\"name\":\"-,", $"\"name\":\"{path},", StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_record_is_named_by_its_byte_and_the_others_are_read()
    {
        var path = _program.File("crawl.warc", [.. Response(1), .. Response(2, 20), .. Response(3)]);
        Assert.Equal(ExitCode.SomeUnread, _program.Run("read", path));
        Assert.Equal(2, Records().Count);
        Assert.Contains($"crawl.warc, byte {Response(1).Length}: ", _program.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_in_a_zip_is_read_from_a_file()
    {
        var path = _program.File("crawl.wacz", Zip(("archive/data.warc.gz", Gzip(Response(1))), ("datapackage.json", "{}"u8.ToArray())));
        Assert.Equal(ExitCode.Success, _program.Run("read", path));
        Assert.Equal("https://example.org/quay/1", Assert.Single(Records()).Document.Page.Uri);
    }

    [Fact]
    public void Explain_takes_a_page_of_an_archive_by_its_place()
    {
        var path = _program.File("crawl.warc", [.. Response(1), .. Response(2)]);
        Assert.Equal(ExitCode.Success, _program.Run("explain", path, "0..4", "--page", "1"));
        Assert.Equal(ExitCode.Usage, _program.Run("explain", path, "0..4", "--page", "7"));
    }

    [Fact]
    public void Feeds_and_lines_in_a_folder_are_read_and_other_json_is_left_out()
    {
        const string Text = "The harbour board said on Tuesday that the quay would stay closed until the divers had finished their work.";
        _program.File("folder/a.jsonl", $"{{\"maintext\": \"{Text}\", \"url\": \"https://example.org/a\"}}\n");
        _program.File("folder/b.xml", $"<rss><channel><item><title>Quay closed</title><link>https://example.org/b</link><description>{Text}</description></item></channel></rss>");
        _program.File("folder/c.xml", "<urlset></urlset>");
        _program.File("folder/d.json", "{\"name\": \"package\"}");
        Assert.Equal(ExitCode.Success, _program.Run("read", _program.PathOf("folder")));
        Assert.Equal(["https://example.org/a", "https://example.org/b"], Records().Select(record => record.Document.Page.Uri));
        Assert.Contains(".json: 1, .xml: 1", _program.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.SomeUnread, _program.Run("read", _program.PathOf("folder/d.json")));
        Assert.Contains("--text-field", _program.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, _program.Run("read", _program.PathOf("folder/d.json"), "--text-field", "name"));
    }

    private List<Record> Records() => [.. _program.Output.TrimEnd('\n').Split('\n').Select(RecordJson.Read)];
}
