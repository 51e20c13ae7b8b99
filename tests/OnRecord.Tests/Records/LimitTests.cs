using System.Text;
using OnRecord.Attributions;
using OnRecord.Data;
using OnRecord.Names;
using OnRecord.Quantities;
using OnRecord.Times;

namespace OnRecord.Tests.Records;

/// <summary>A page is read up to its limits, and the record says where it stops and why.</summary>
public sealed class LimitTests
{
    private const string Sentence = "Anna Bront said on Monday that about 300 workers had left the eastern quay. ";

    [Fact]
    public void Text_behind_the_last_token_that_may_be_read_is_told()
    {
        var text = string.Concat(Enumerable.Repeat(Sentence, 40));
        var record = Assert.Single(Read(text, new ReadLimits { MaxTokens = 100 }));
        Assert.Equal(text, record.Document.Text);
        Assert.Equal(100, SamplePages.Reading.Analyze(record.Document, new ReadLimits { MaxTokens = 100 }).Tokens.Length);
        var open = Assert.Single(record.Unresolved, open => open.Why == "tooManyTokens");
        Assert.Equal(text.Length, open.Span.End);
        Assert.All(record.Sentences, sentence => Assert.True(sentence.End <= open.Span.Start));
        Assert.All(record.Mentions, mention => Assert.True(mention.Span.End <= open.Span.Start));
        Fuzz.Promises.Check(record);
    }

    [Fact]
    public void A_text_of_as_many_tokens_as_may_be_read_is_read_whole()
    {
        var text = string.Concat(Enumerable.Repeat(Sentence, 5));
        var whole = Assert.Single(Read(text, ReadLimits.Default));
        var count = SamplePages.Reading.Analyze(whole.Document).Tokens.Length;
        Assert.Equal(RecordJson.Write(whole), RecordJson.Write(Assert.Single(Read(text, new ReadLimits { MaxTokens = count }))));
        Assert.Contains(Assert.Single(Read(text, new ReadLimits { MaxTokens = count - 1 })).Unresolved, open => open.Why == "tooManyTokens");
    }

    [Fact]
    public void All_documents_of_a_page_share_the_limit()
    {
        var page = Page.Of(File.ReadAllBytes(SamplePages.PagePath("island-gazette")));
        var limits = new ReadLimits { MaxTokens = 60 };
        var records = SamplePages.Reading.Read(page, new ReadOptions { Limits = limits });
        Assert.True(records.Length > 1);
        Assert.Equal(SamplePages.Read("island-gazette").Select(record => record.Document.Text), records.Select(record => record.Document.Text));
        Assert.All(records, record => Assert.Contains(record.Unresolved, open => open.Why == "tooManyTokens"));
        Assert.All(records.Skip(1), record => Assert.Empty(record.Sentences));
    }

    [Fact]
    public void One_word_without_end_is_cut_too()
    {
        var record = Assert.Single(Read(string.Concat(Enumerable.Repeat("a-", 5_000)), new ReadLimits { MaxTokens = 50 }));
        Assert.Contains(record.Unresolved, open => open.Why == "tooManyTokens");
        Fuzz.Promises.Check(record);
    }

    [Fact]
    public void A_text_with_more_findings_than_may_be_is_read_as_far_as_they_fit()
    {
        var record = Assert.Single(Read(string.Concat(Enumerable.Repeat(Sentence, 40)), new ReadLimits { MaxFindings = 30 }));
        Assert.InRange(record.Mentions.Length + record.Times.Length + record.Quantities.Length + record.Attributions.Length + record.Claims.Length, 1, 30);
        Assert.Contains(record.Unresolved, open => open.Why == "tooManyFindings");
        Fuzz.Promises.Check(record);
    }

    [Theory]
    [InlineData("text/html", "<p>" + Sentence + Sentence + "</p>\n")]
    [InlineData("text/html", "<meta name=author content='Anna Bront'>\n")]
    [InlineData("text/plain", Sentence + Sentence + "\n")]
    [InlineData("text/plain", Sentence + Sentence + "\r\n\r\n")]
    public void A_page_with_more_elements_than_may_be_ends_there(string mediaType, string element)
    {
        var many = Page.Of(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(element, 200))), "https://example.org/2025/08/25/story", mediaType);
        var records = SamplePages.Reading.Read(many, new ReadOptions { Limits = new ReadLimits { MaxElements = 20 } });
        Assert.Contains(records[0].Unresolved, open => open.Why == "tooManyElements");
        Assert.True(records.Sum(record => record.Document.Text.Length) <= 20 * element.Length);
        Assert.All(records, Fuzz.Promises.Check);
        Assert.All(records, record => Assert.Equal(RecordJson.Write(record), RecordJson.Write(RecordJson.Read(RecordJson.Write(record)))));

        var few = Page.Of(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(element, 10))), "https://example.org/2025/08/25/story", mediaType);
        Assert.Equal(
            SamplePages.Reading.Read(few, ReadOptions.Default).Select(RecordJson.Write),
            SamplePages.Reading.Read(few, new ReadOptions { Limits = new ReadLimits { MaxElements = 20 } }).Select(RecordJson.Write));
    }

    [Theory]
    [InlineData("text/html", "<p>The dam 😀 failed.</p>")]
    [InlineData("text/plain", "The dam 😀 failed. ")]
    public void A_page_with_more_characters_than_may_be_ends_there(string mediaType, string piece)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 100)));
        for (var most = 500; most < 540; most++)
        {
            var records = SamplePages.Reading.Read(Page.Of(bytes, mediaType: mediaType), new ReadOptions { Limits = new ReadLimits { MaxCharacters = most } });
            Assert.Contains(records[0].Unresolved, open => open.Why == "tooManyCharacters");
            Assert.All(records, record => Assert.DoesNotContain('\ufffd', record.Document.Text));
            Assert.True(records.Sum(record => record.Document.Text.Length) <= most);
            Assert.All(records, Fuzz.Promises.Check);
        }
    }

    [Fact]
    public void Every_step_stops_when_nobody_waits_for_it()
    {
        using var ended = new CancellationTokenSource();
        var document = TextDocument.Of(Sentence);
        var analysis = SamplePages.Reading.Analyze(document);
        var names = new NameFinder(DataFolder.English());
        var found = names.Find(analysis);
        ended.Cancel();
        var stopped = analysis with { Cancellation = ended.Token };
        Assert.Throws<OperationCanceledException>(() => SamplePages.Reading.Read(Page.Of(Encoding.UTF8.GetBytes(Sentence)), ReadOptions.Default, ended.Token));
        Assert.Throws<OperationCanceledException>(() => SamplePages.Reading.Analyze(document, null, ended.Token));
        Assert.Throws<OperationCanceledException>(() => names.Find(stopped));
        Assert.Throws<OperationCanceledException>(() => new TimeFinder(DataFolder.English()).Find(stopped));
        Assert.Throws<OperationCanceledException>(() => new QuantityFinder(DataFolder.English()).Find(stopped, []));
        Assert.Throws<OperationCanceledException>(() => new AttributionFinder(DataFolder.English()).Find(stopped, found));
    }

    [Fact]
    public void Nobody_outside_makes_an_analysis_that_lacks_what_the_finders_need() =>
        Assert.Empty(typeof(Analysis).GetConstructors());

    private static IReadOnlyList<Record> Read(string text, ReadLimits limits) =>
        SamplePages.Reading.Read(Page.Of(Encoding.UTF8.GetBytes(text)), new ReadOptions { Plain = true, Limits = limits });
}
