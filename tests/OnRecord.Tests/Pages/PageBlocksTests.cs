using System.Text;
using OnRecord.Data;
using OnRecord.Pages;

namespace OnRecord.Tests.Pages;

/// <summary>
/// The pages of <c>corpus/pages</c>, each with the documents and blocks that we approved: <c>blocks.approved.tsv</c>. Where the
/// reader finds others, it writes <c>blocks.received.tsv</c> beside it; to approve that, move it over the approved file.
/// </summary>
public sealed class PageBlocksTests
{
    private const int Shown = 60;

    private static readonly PageReader Reader = new(DataFolder.English());

    public static TheoryData<string> Names =>
        [.. Directory.GetDirectories(Folder()).Where(HasPage).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_page_has_the_blocks_that_were_approved(string name)
    {
        var folder = Path.Combine(Folder(), name);
        var received = Describe(Reader.Read(SamplePage(folder), ReadOptions.Default));
        var approvedPath = Path.Combine(folder, "blocks.approved.tsv");
        var receivedPath = Path.Combine(folder, "blocks.received.tsv");
        var approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath) : "";
        if (approved != received)
        {
            File.WriteAllText(receivedPath, received);
        }

        Assert.True(approved == received, $"{approvedPath} is not what is read now. Compare it with {receivedPath}; if that is right, move it over the approved file.\n{received}");
        File.Delete(receivedPath);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_page_is_read_the_same_twice(string name)
    {
        var page = SamplePage(Path.Combine(Folder(), name));
        Assert.Equal(Describe(Reader.Read(page, ReadOptions.Default)), Describe(new PageReader(DataFolder.English()).Read(page, ReadOptions.Default)));
    }

    internal static Page SamplePage(string folder)
    {
        var html = Path.Combine(folder, "page.html");
        return File.Exists(html) ? Page.Of(File.ReadAllBytes(html), mediaType: "text/html") : Page.Of(File.ReadAllBytes(Path.Combine(folder, "page.txt")), mediaType: "text/plain");
    }

    internal static string Describe(IEnumerable<Document> documents)
    {
        var lines = new StringBuilder();
        foreach (var document in documents)
        {
            lines.Append(document.Kind.ToString().ToLowerInvariant());
            lines.Append(document.Truncated ? ", truncated" : "");
            lines.Append(document.Published is { } published ? $", {published.Value:uuuu-MM-dd} ({published.Basis.ToString().ToLowerInvariant()})" : "");
            lines.Append(document.Publisher is null ? "" : ", " + document.Publisher);
            lines.Append('\n');
            foreach (var block in document.Blocks)
            {
                lines.Append("  ").Append(block.Role.ToString().ToLowerInvariant()).Append('\t').Append(Opening(block.Span.Of(document.Text))).Append('\n');
            }

            foreach (var byline in document.Bylines)
            {
                lines.Append("  * ").Append(byline.Name).Append('\n');
            }
        }

        return lines.ToString();
    }

    private static string Folder() => Path.Combine(Repository.Root, "corpus", "pages");

    private static bool HasPage(string folder) => File.Exists(Path.Combine(folder, "page.html")) || File.Exists(Path.Combine(folder, "page.txt"));

    private static string Opening(string text)
    {
        if (text.Length <= Shown)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[Shown - 1]) ? Shown - 1 : Shown)];
    }
}
