using System.Globalization;
using OnRecord.Data;
using OnRecord.Quantities;

namespace OnRecord.Tests.Quantities;

public sealed class NumberParserTests
{
    private static readonly NumberParser Parser = new(new NumberWords(DataFolder.English()));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("1,200", "1200")]
    [InlineData("1.2", "1.2")]
    [InlineData("1,50,000", "150000")]
    [InlineData("12 000", "12000")]
    [InlineData("1 414 021 100", "1414021100")]
    [InlineData("2½", "2.5")]
    [InlineData("2 1/2", "2.5")]
    [InlineData("3/4", "0.75")]
    [InlineData("1.15 billion", "1150000000")]
    [InlineData("12m", "12000000")]
    [InlineData("3bn", "3000000000")]
    [InlineData("3 hundred", "300")]
    [InlineData("2 dozen", "24")]
    [InlineData("two", "2")]
    [InlineData("fifteen", "15")]
    [InlineData("twenty-five", "25")]
    [InlineData("twenty five", "25")]
    [InlineData("one hundred", "100")]
    [InlineData("a hundred", "100")]
    [InlineData("three hundred and two", "302")]
    [InlineData("three hundred two", "302")]
    [InlineData("nine thousand four hundred and twenty", "9420")]
    [InlineData("two hundred thousand", "200000")]
    [InlineData("one million two hundred thousand and five", "1200005")]
    [InlineData("a dozen", "12")]
    [InlineData("half a dozen", "6")]
    [InlineData("two dozen", "24")]
    [InlineData("half a million", "500000")]
    [InlineData("two and a half", "2.5")]
    [InlineData("two and a half million", "2500000")]
    [InlineData("a million and a half", "1500000")]
    [InlineData("two-thirds", "0.666667")]
    [InlineData("three quarters of", "0.75")]
    [InlineData("a third of", "0.333333")]
    [InlineData("one in five", "0.2")]
    [InlineData("9 in 10", "0.9")]
    [InlineData("three out of four", "0.75")]
    [InlineData("five crore", "50000000")]
    public void A_number_has_its_value(string text, string value) =>
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), Parser.Read(Cut(text), 0)?.Value);

    [Theory]
    [InlineData("dozens", "24")]
    [InlineData("hundreds of thousands", "200000")]
    [InlineData("tens of millions", "20000000")]
    [InlineData("several", "3")]
    [InlineData("several hundred", "300")]
    [InlineData("a few thousand", "2000")]
    [InlineData("hundreds and hundreds", "200")]
    public void A_vague_number_has_a_least_value(string text, string least)
    {
        var number = Parser.Read(Cut(text), 0);
        Assert.Equal((decimal.Parse(least, CultureInfo.InvariantCulture), NumberForm.Vague), (number?.Value ?? 0, number?.Form ?? default));
    }

    [Theory]
    [InlineData("third", 3)]
    [InlineData("21st", 21)]
    [InlineData("15,599th", 15599)]
    [InlineData("twenty-first", 21)]
    [InlineData("one hundred and first", 101)]
    [InlineData("two hundredth", 200)]
    public void An_ordinal_has_its_place(string text, int place)
    {
        var number = Parser.Read(Cut(text), 0);
        Assert.Equal((place, NumberForm.Ordinal), (number?.Value ?? 0, number?.Form ?? default));
    }

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("and")]
    [InlineData("a")]
    [InlineData("a man")]
    [InlineData("few")]
    [InlineData("")]
    public void What_is_no_number_is_none(string text) => Assert.Null(Parser.Read(Cut(text), 0));

    [Theory]
    [InlineData("twenty twenty", 1)]
    [InlineData("ten five", 1)]
    [InlineData("five and six", 1)]
    [InlineData("two hundred and", 2)]
    public void A_number_stops_where_the_next_begins(string text, int parts) => Assert.Equal(parts, Parser.Read(Cut(text), 0)?.End);

    [Fact]
    public void Digits_that_no_decimal_holds_are_told_apart() => Assert.True(Parser.Read(Cut(new string('9', 60)), 0)?.TooLarge);

    [Fact]
    public void Magnitudes_that_no_decimal_holds_do_not_throw() =>
        Assert.NotNull(Parser.Read(Cut("999 trillion trillion trillion trillion trillion trillion"), 0));

    private static Token[] Cut(string text)
    {
        var document = TextDocument.Of(text);
        return FigureLexer.Cut(new Analysis(document, [], []), new Sentence(new TextSpan(0, text.Length), 0, 0, 0));
    }
}
