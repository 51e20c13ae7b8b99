using OnRecord.Data;
using OnRecord.Language;

namespace OnRecord.Tests.Corpus;

public sealed class TokensCorpusTests
{
    private static readonly Tokenizer Tokenizer = New(DataFolder.English());

    private static readonly IReadOnlyList<CorpusLine> AllLines = [.. CorpusLine.ReadAll("tokens")];

    public static TheoryData<string> Lines() => [.. AllLines.Select(line => line.Place)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_the_corpus_holds(string place)
    {
        var line = AllLines.Single(line => line.Place == place);
        var expected = line.Text.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries);
        var actual = Cut(line.Text.Replace("|", "", StringComparison.Ordinal));
        if (line.Mark == '=')
        {
            Assert.Equal(string.Join(' ', expected), string.Join(' ', actual));
        }
        else
        {
            Assert.NotEqual(string.Join(' ', expected), string.Join(' ', actual));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud800")]
    [InlineData("a\ud800b +\udc00 :\ud83d")]
    [InlineData("\u200f\u202e:-) \0.\0@\0")]
    [InlineData(">: =- <- ‘ x3- 5- +1 b. .? its your's its ")]
    public void Bad_input_gives_tokens_that_cover_it(string text)
    {
        var tokens = Tokenizer.Cut(text, new TextSpan(0, text.Length));
        var covered = tokens.Sum(token => token.Length);
        Assert.Equal(text.Count(c => !char.IsWhiteSpace(c)), covered);
        Assert.All(tokens, token => Assert.True(token.Length > 0));
    }

    [Theory]
    [InlineData("a.")]
    [InlineData("a-")]
    [InlineData("1,")]
    [InlineData("1-")]
    [InlineData("a@")]
    [InlineData("a*")]
    [InlineData("x3-")]
    [InlineData(":-")]
    [InlineData("+")]
    [InlineData("=>")]
    [InlineData("its")]
    [InlineData("a/")]
    [InlineData("a'")]
    [InlineData("'")]
    [InlineData(".5")]
    [InlineData("#a")]
    public void A_long_run_without_blanks_costs_no_more_than_its_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length));
        var started = TimeProvider.System.GetTimestamp();
        var tokens = Tokenizer.Cut(text, new TextSpan(0, text.Length));
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
        Assert.Equal(text.Length, tokens.Sum(token => token.Length));
    }

    private static Tokenizer New(DataFolder data) => new(data, new Abbreviations(data), new SentenceWords(data));

    private static IEnumerable<string> Cut(string text) =>
        Tokenizer.Cut(text, new TextSpan(0, text.Length)).Select(token => token.Of(text));
}
