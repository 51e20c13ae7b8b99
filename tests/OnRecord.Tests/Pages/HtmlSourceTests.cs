using System.Text;
using AngleSharp.Html.Parser;
using OnRecord.Data;
using OnRecord.Pages;
using OnRecord.Pages.Input;

namespace OnRecord.Tests.Pages;

/// <summary>Every block of an HTML page points to bytes of the page that, decoded, hold its words.</summary>
public sealed class HtmlSourceTests
{
    private static readonly PageReader Reader = new(DataFolder.English());

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public void Blocks_point_to_bytes_that_hold_their_words(string charset)
    {
        var wide = charset == "windows-1252" ? "naïve" : "naïve 😀 𠀋 ";
        var html = $"""
            <html><head><meta charset={charset}><title>Café &amp; quay</title></head><body>
            <div class=a>Intro text that stands <b>bare</b> in a division, said the owner, and that runs on for long enough to count.
              <p>First {wide}paragraph &mdash; with an entity, <i>said <a href=x>a man</a></i>, who was there for all of it and saw it.
              <p>Second paragraph, never closed, which says that the café was open on Monday, and on Tuesday as well, for all.
              <div>Nested {wide}text that also <em>counts</em>, because it is long enough and reads like a sentence of a paper.</div>
              Tail of the division, behind the nested one, which is a long sentence too, as the owner of the place said.
            </div>
            <ul><li>One item of the list, which says a thing or two about the café and the quay.<li>Another item of the list, which says more about them.</ul>
            <table><tr><td>A cell with a sentence, which the layout of the page put into a table in 1999, it seems.</table>
            <p>Line one of it, which is long enough to be a sentence of its own, they said.<br><br>Line two of it, which is long enough as well, they added.</p>
            </body></html>
            """;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(charset);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(html)];
        var documents = Reader.Read(new Page { Bytes = bytes, MediaType = "text/html", Charset = charset }, ReadOptions.Default);
        Assert.True(documents[0].Blocks.Length >= 9, documents[0].Text);
        Check(documents, bytes, encoding);
    }

    [Fact]
    public void Paths_lead_to_the_elements()
    {
        const string paragraph = "<p>The board said on Monday that the quay would be closed for a week, and that boats would have to go elsewhere.</p>";
        var html = $"<html><body><main><article><h1>Quay closed for a week</h1>{paragraph}<p>It is the second time, the board said, that the quay was closed this year, after the fire in May.</p></article></main></body></html>";
        var article = Reader.Read(Page.Of(Encoding.UTF8.GetBytes(html), mediaType: "text/html"), ReadOptions.Default)[0];
        Assert.Equal(
            ["html/body/main/article/h1", "html/body/main/article/p[1]", "html/body/main/article/p[2]"],
            article.Blocks.Select(block => block.Source!.Path));
        var source = article.Blocks[1].Source!;
        Assert.Equal(paragraph, html[source.ByteStart..source.ByteEnd]);
    }

    [Fact]
    public void Gold_pages_point_to_their_words_as_well()
    {
        if (Repository.Shared is not { } shared)
        {
            Assert.Skip("the shared pages are not beside this checkout");
            return;
        }

        var wrong = new List<string>();
        var all = 0;
        foreach (var path in Directory.GetFiles(Path.Combine(shared, "data", "pages", "fundus"), "*.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, i) => i % 4 == 0))
        {
            using var gzip = new System.IO.Compression.GZipStream(File.OpenRead(path), System.IO.Compression.CompressionMode.Decompress);
            var bytes = new MemoryStream();
            gzip.CopyTo(bytes);
            var page = Page.Of(bytes.ToArray(), mediaType: "text/html");
            foreach (var document in Reader.Read(page, ReadOptions.Default))
            {
                foreach (var block in document.Blocks)
                {
                    all++;
                    if (!Holds(page.Bytes.ToArray(), TextDecoder.Decode(page.Bytes, null, isHtml: true).Charset, block, document.Text))
                    {
                        wrong.Add($"{path}: {block.Role} {block.Source} {block.Span.Of(document.Text)}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {all}:\n" + string.Join('\n', wrong.Take(20)));
    }

    private static void Check(IEnumerable<Document> documents, byte[] bytes, Encoding encoding)
    {
        foreach (var document in documents)
        {
            foreach (var block in document.Blocks)
            {
                Assert.True(Holds(bytes, encoding.WebName, block, document.Text), $"{block}: {block.Span.Of(document.Text)}\n{encoding.GetString(bytes[block.Source!.ByteStart..block.Source.ByteEnd])}");
            }
        }
    }

    private static bool Holds(byte[] bytes, string charset, Block block, string text)
    {
        var source = block.Source!;
        var raw = Encoding.GetEncoding(charset).GetString(bytes, source.ByteStart, source.ByteEnd - source.ByteStart);
        var words = Words(block.Span.Of(text));
        var document = new HtmlParser().ParseDocument("<body>" + raw);

        // What stands in a drawing, such as its title, is no text of the page, and may stand between two words of a block.
        foreach (var drawing in document.QuerySelectorAll("svg"))
        {
            drawing.Remove();
        }

        var read = Words(document.DocumentElement.TextContent);
        return read.Contains(words, StringComparison.Ordinal) || Words(raw).Contains(words, StringComparison.Ordinal)
            || Words(System.Net.WebUtility.HtmlDecode(raw)).Contains(words, StringComparison.Ordinal);
    }

    private static string Words(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
