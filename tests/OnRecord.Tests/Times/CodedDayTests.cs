using NodaTime;
using NodaTime.Text;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Times;

namespace OnRecord.Tests.Times;

public sealed class CodedDayTests
{
    private static readonly EnglishAnalyzer Analyzer = new(DataFolder.English());
    private static readonly TimeFinder Finder = new(DataFolder.English());

    [Theory]
    [InlineData("The raid took place on 6 May 2024.", "2024-05-06", 1, "acled-day")]
    [InlineData("The raid took place last week.", "2025-08-21", 2, "acled-middle-of-week")]
    [InlineData("The raid took place in May 2024.", "2024-05-16", 3, "acled-middle-of-month")]
    [InlineData("The raid took place in early May 2024.", "2024-05-01", 3, "acled-month-start")]
    [InlineData("The raid took place at the end of May 2024.", "2024-05-31", 3, "acled-month-end")]
    [InlineData("The raid took place in 2024.", null, null, "acled-too-vague")]
    [InlineData("The raid took place recently.", null, null, "acled-too-vague")]
    public void Acled_style_takes_one_day(string text, string? day, int? precision, string rule)
    {
        var coded = AcledDates.Code(Only(text));
        Assert.Equal((Day(day), precision, rule), (coded.First, coded.Precision, coded.Rule));
        Assert.Contains(rule, AcledDates.RuleNames);
    }

    [Theory]
    [InlineData("The raid took place on 6 May 2024.", "2024-05-06", "2024-05-06", 1, "ucdp-day")]
    [InlineData("The raids took place from 6 to 9 May 2024.", "2024-05-06", "2024-05-09", 2, "ucdp-days")]
    [InlineData("The raid took place last week.", "2025-08-18", "2025-08-24", 3, "ucdp-week")]
    [InlineData("The raid took place in May 2024.", "2024-05-01", "2024-05-31", 4, "ucdp-month")]
    [InlineData("The raid took place in 2024.", "2024-01-01", "2024-12-31", 5, "ucdp-year")]
    [InlineData("The raid took place in the 1990s.", null, null, null, "ucdp-too-vague")]
    public void Ucdp_style_keeps_first_and_last_day(string text, string? first, string? last, int? precision, string rule)
    {
        Assert.Equal(new CodedDay(Day(first), Day(last), precision, rule), UcdpDates.Code(Only(text)));
        Assert.Contains(rule, UcdpDates.RuleNames);
    }

    private static TimeExpression Only(string text) =>
        Assert.Single(Finder.Find(Analyzer.Analyze(TextDocument.Of(text, new LocalDate(2025, 8, 26)))).Found);

    private static LocalDate? Day(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;
}
