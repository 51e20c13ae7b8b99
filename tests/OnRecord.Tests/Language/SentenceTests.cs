using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Language.Parsing;

namespace OnRecord.Tests.Language;

public sealed class SentenceTests
{
    private static readonly EnglishAnalyzer Analyzer = new(DataFolder.English());

    /// <summary>A stroke stands where a sentence must end.</summary>
    [Theory]
    [InlineData("The ferry left at 9 a.m. on Monday.| It came back at noon.")]
    [InlineData("Lt. Gen. Ada Morn spoke first.| Dr. Pell followed on Jan. 6.")]
    [InlineData("The U.S. Navy sent two ships.| They arrived from the U.S. on Friday.")]
    [InlineData("“We won’t pay,” she said.| “Not now.”| Nobody answered.")]
    [InlineData("“Who paid for it?” Morn asked.| The council did not say.")]
    [InlineData("He waited … and waited.| Then he left.")]
    [InlineData("The fund grew 3.5 percent to $1.2 billion.| Costs fell.")]
    [InlineData("KARSUND (MW) —| A ferry ran aground off Karsund late Sunday, the coast guard said.")]
    [InlineData("The loan of AUD3.4 billion and of nok1.2m was paid.| Nobody asked for RM8.40 back.")]
    [InlineData("The pump runs on rev7.2 now.| It is quiet.")]
    [InlineData("The hall shut at 9 P.M.| Mr. Pell went home at 10 p.m.| Gov. Ada Morn stayed with U.S. Sen. Orlo.")]
    [InlineData("Thanks for the report.| Regards,| Ada")]
    [InlineData("It was late.| (The trains had stopped.)| We walked.")]
    [InlineData("Is it safe?!| Yes!| Go on.")]
    public void Sentences_end_where_they_should(string marked)
    {
        var text = marked.Replace("|", "", StringComparison.Ordinal);
        var ends = Analyzer.Analyze(TextDocument.Of(text)).Sentences.Select(sentence => sentence.Span.End);
        var expected = marked.Split('|').SkipLast(1).Select((_, i) => marked.Split('|')[..(i + 1)].Sum(part => part.Length)).Append(text.Length);
        Assert.Equal(expected, ends);
    }

    [Fact]
    public void A_block_has_the_same_sentences_wherever_it_stands()
    {
        const string Block = "Thanks Ada Here is the list. The U.S. envoy left. Regards";
        var alone = Ends(Block);
        var after = Ends("An unrelated line of another kind\n" + Block);
        Assert.Equal(alone, after.Skip(1).Select(end => end - (after.Length > 0 ? "An unrelated line of another kind\n".Length : 0)));
    }

    [Fact]
    public void A_block_longer_than_many_windows_is_split_all_along()
    {
        const string Sentence = "The council of Karsund met on Friday and put off the vote. ";
        var text = string.Concat(Enumerable.Repeat(Sentence, 300)).TrimEnd();
        Assert.Equal(Enumerable.Range(1, 300).Select(i => i * Sentence.Length - 1), Ends(text));
        Assert.True(text.Length / 5 > 4 * SentenceEnds.Window);
    }

    [Fact]
    public void A_damaged_network_is_told_by_its_path()
    {
        var error = Assert.Throws<DataFileException>(() => new SentenceEnds("ORN2 and no more"u8.ToArray(), "models/x"));
        Assert.Contains("models/x", error.Message, StringComparison.Ordinal);
    }

    private static int[] Ends(string text) => [.. Analyzer.Analyze(TextDocument.Of(text)).Sentences.Select(sentence => sentence.Span.End)];
}
