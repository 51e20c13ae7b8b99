using System.Text;
using OnRecord.Pages.Input;

namespace OnRecord.Tests.Pages;

/// <summary>UTF-8 that was encoded again on its way is undone; text that only looks a little like it is left alone.</summary>
public sealed class TwiceEncodedTests
{
    private const string Sentence = "“It’s the café’s last year,” she said – the “Old Quay” closes, isn’t it sad? ";

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    public void A_page_that_was_encoded_twice_gives_its_words_and_says_so(string between)
    {
        var western = between == "iso-8859-1" ? Encoding.Latin1 : Charsets.Find(between)!;
        var once = Encoding.UTF8.GetBytes(Sentence.Replace("”", "’", StringComparison.Ordinal));
        var twice = Encoding.UTF8.GetBytes(western.GetString(once));
        var decoded = TextDecoder.Decode(twice, null, isHtml: false);
        Assert.Equal(Encoding.UTF8.GetString(once), decoded.Text);
        Assert.Equal("encodedTwice", Assert.Single(decoded.Problems).Why);
        for (var i = 0; i < decoded.Text.Length; i++)
        {
            var bytes = twice[decoded.ByteOffset(i)..decoded.ByteOffset(i + 1)];
            Assert.Equal(decoded.Text[i..(i + 1)], Encoding.UTF8.GetString(western.GetBytes(Encoding.UTF8.GetString(bytes))));
        }
    }

    [Theory]
    [InlineData(Sentence + Sentence)]
    [InlineData("The sign â€™ on a page is an apostrophe that was read in the wrong set.")]
    [InlineData("Les âmes, les âges et les pâtes : « château », « bâton », « hâte », « âne », « câble ».")]
    [InlineData("âââââââââ â\u0080 â\u0080 â\u0080 â\u0080")]
    [InlineData("â")]
    public void Other_text_is_left_alone(string text)
    {
        var decoded = TextDecoder.Decode(Encoding.UTF8.GetBytes(text), null, isHtml: false);
        Assert.Equal(text, decoded.Text);
        Assert.Empty(decoded.Problems);
    }
}
