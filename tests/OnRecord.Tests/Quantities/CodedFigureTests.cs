using System.Globalization;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Quantities;

namespace OnRecord.Tests.Quantities;

public sealed class CodedFigureTests
{
    private static readonly EnglishAnalyzer Analyzer = new(DataFolder.English());
    private static readonly QuantityFinder Finder = new(DataFolder.English());

    [Theory]
    [InlineData("15 people were hurt.", "15", "acled-figure")]
    [InlineData("About 15 people were hurt.", "15", "acled-figure")]
    [InlineData("More than 150 people were hurt.", "150", "acled-figure")]
    [InlineData("20 to 25 people were hurt.", "20", "acled-lowest-of-range")]
    [InlineData("Dozens of people were hurt.", "12", "acled-once-the-plural")]
    [InlineData("Hundreds of people were hurt.", "100", "acled-once-the-plural")]
    [InlineData("Tens of thousands of people fled.", "10000", "acled-once-the-plural")]
    [InlineData("Several people were hurt.", "3", "acled-several")]
    [InlineData("A few people were hurt.", "3", "acled-several")]
    [InlineData("Up to 60 people were hurt.", null, "acled-no-lowest")]
    public void Acled_style_takes_the_lowest(string text, string? value, string rule)
    {
        var coded = AcledStyle.Code(Only(text));
        Assert.Equal((Number(value), rule), (coded.Best, coded.Rule));
        Assert.Contains(rule, AcledStyle.RuleNames);
    }

    [Fact]
    public void Acled_style_takes_another_several() => Assert.Equal(10, AcledStyle.Code(Only("Several people were hurt."), several: 10).Best);

    [Theory]
    [InlineData("15 people were hurt.", "15", "15", "15", "ucdp-figure")]
    [InlineData("20 to 25 people were hurt.", "20", "20", "25", "ucdp-range")]
    [InlineData("At least 14 people were hurt.", "14", "14", null, "ucdp-lower-bound")]
    [InlineData("Up to 60 people were hurt.", null, null, "60", "ucdp-upper-bound")]
    public void Ucdp_style_keeps_the_bounds(string text, string? low, string? best, string? high, string rule)
    {
        var coded = UcdpStyle.Code(Only(text));
        Assert.Equal(new CodedFigure(Number(low), Number(best), Number(high), rule), coded);
        Assert.Contains(rule, UcdpStyle.RuleNames);
    }

    private static Quantity Only(string text) => Assert.Single(Finder.Find(Analyzer.Analyze(TextDocument.Of(text)), []).Found);

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
