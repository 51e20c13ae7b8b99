using System.Text;

namespace OnRecord.Tests.Records;

/// <summary>Words of news in any order, the whole road from page to record: no rule may rely on what good sentences always have.</summary>
public sealed class TokenSoupTests
{
    /// <summary>What rules hang on: cues, marks, names, pronouns, figures, dates, negation and conditions, and characters that break words.</summary>
    private static readonly string[] Words =
    [
        "Asker", "Ann Bcde", "Mr.", "Dr.", "U.S.", "A.", "J. K. Smith", "the minister", "the ministry", "sources", "she", "he", "they", "it", "who", "that", "her", "whose",
        "said", "says", "told", "asked", "according to", "reportedly", "claimed", "denied", "promised", "declined to comment", "view", "report", "reporters", "knew", "saw",
        "“", "”", "\"", "'", "‘", "’", "„", "«", "»", "—", "–", "-", ":", ";", ",", ".", "?", "!", "…", "(", ")", "[", "]", "\n", "\n\n", "\n“", ".”",
        "and", "or", "but", "if", "unless", "because", "not", "no", "never", "might", "would", "will", "to", "of", "in", "by", "was", "is", "were", "had", "failed", "taxes", "the dam",
        "Monday", "yesterday", "last week", "in March 2024", "8 a.m.", "2025-08-25", "two", "about 3,500", "1,200", "half", "percent", "$2 million", "dozens of", "5-6", "troops", "killed",
        "n't", "’s", "’re", "@", "http://", "a.b@c.de", "\u200f", "\u200d", "\0", "\ud800", "\udc00", "😀", "e\u0301", "\u00a0", "\t", "中文", "שלום",
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Any_order_of_the_words_of_news_is_read(bool plain)
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var text = Soup(seed);
            var records = SamplePages.Reading.Read(Page.Of(Encoding.UTF8.GetBytes(text)), new ReadOptions { Plain = plain });
            Assert.All(records, OnRecord.Fuzz.Promises.Check);
        }
    }

    [Theory]
    [InlineData("to Asker ’ taxes who claim . Asker failed view that view and . promised of in ( \n“ “ the minister in reportedly the minister told")]
    [InlineData("the minister told. “We will see what comes of it.”")]
    public void A_cue_without_content_before_a_quotation_is_read(string text)
    {
        var records = SamplePages.Reading.Read(Page.Of(Encoding.UTF8.GetBytes(text)), new ReadOptions { Plain = true });
        Assert.All(records, OnRecord.Fuzz.Promises.Check);
    }

    /// <summary>The same soup for the same number, on every machine.</summary>
    private static string Soup(int seed)
    {
        var state = ((ulong)seed * 2_862_933_555_777_941_757UL) + 3_037_000_493UL;
        var words = Enumerable.Range(0, 10 + (Next() % 50)).Select(_ => Words[Next() % Words.Length]).ToList();
        return string.Join(' ', words);

        int Next()
        {
            state = (state * 6_364_136_223_846_793_005UL) + 1_442_695_040_888_963_407UL;
            return (int)(state >> 33);
        }
    }
}
