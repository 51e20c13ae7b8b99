namespace OnRecord.Tests.Records;

/// <summary>Pages of others, read from beside the checkout where they are; skipped, visibly, where they are not.</summary>
public sealed class SharedPagesTests
{
    [Fact]
    public void A_newspaper_page_that_lost_its_html_comes_apart_into_its_five_documents()
    {
        var path = Path.Combine(Repository.Shared ?? "", "pages", "newspaper-page.txt");
        Assert.SkipUnless(File.Exists(path), "the page is not beside the checkout (../shared/pages)");
        var records = SamplePages.Reading.Read(Page.Of(File.ReadAllBytes(path)), ReadOptions.Default);
        Assert.Equal(["Article", "Teaser", "Teaser", "Teaser", "Teaser"], records.Select(record => record.Document.Kind.ToString()));
        Assert.All(records.Skip(1), teaser => Assert.True(teaser.Document.Truncated));
        Assert.Single(records[0].Document.Blocks, block => block.Role == BlockRole.Credit);
        Assert.Equal(3, records.Count(record => record.Document.First(BlockRole.Kicker) is not null));
        Assert.All(records, record => OnRecord.Fuzz.Promises.Check(record));
    }
}
