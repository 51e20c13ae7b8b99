using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using OnRecord.App.Cli;

namespace OnRecord.Tests.Cli;

public sealed class HtmlOutputTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public void Every_block_stands_there_with_its_role_and_reason()
    {
        var page = new HtmlParser().ParseDocument(Read("<h1>Quay closed</h1><p>The quay of Karsund was closed on Friday, the harbour master said in a note to all captains.</p><p>It opens again on Monday if the wind drops by then, he said, and ferries will sail as they did before the storm came.</p>"));
        var blocks = page.QuerySelectorAll(".block");
        Assert.Equal(["headline", "paragraph", "paragraph"], blocks.Select(block => block.QuerySelector(".role")!.TextContent));
        Assert.Equal("Quay closed", blocks[0].QuerySelector("p")!.TextContent);
        Assert.All(blocks, block => Assert.NotEqual("", block.QuerySelector(".why")!.TextContent));
    }

    [Fact]
    public void Nothing_of_the_page_becomes_markup()
    {
        var html = Read("<h1>A &lt;script&gt;alert(1)&lt;/script&gt; headline &amp;amp; more</h1><p>The &lt;img src=x onerror=alert(1)&gt; of Karsund was closed on Friday, &quot;quoted&quot; the master said in a long note.</p>");
        var page = new HtmlParser().ParseDocument(html);
        Assert.Empty(page.QuerySelectorAll("script, img, link, iframe, [onerror]"));
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("https?://", RegexOptions.NonBacktracking), html);
    }

    private string Read(string body)
    {
        Assert.Equal(ExitCode.Success, _program.Run("read", _program.File("page.html", $"<!DOCTYPE html><html lang=en><title>Quay closed</title><article>{body}</article>"), "--format", "html"));
        return _program.Output;
    }
}
