using NodaTime;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Times;

namespace OnRecord.Tests.Times;

public sealed class DatelineZoneTests
{
    private static readonly EnglishAnalyzer Analyzer = new(DataFolder.English());
    private static readonly TimeFinder Finder = new(DataFolder.English());

    [Theory]
    [InlineData("OSLO, Aug. 25 (NP) —", "The plane landed at 3 p.m. on Monday.", "Europe/Oslo")]
    [InlineData("BEIJING (NP) —", "The plane landed at 3 p.m. on Monday.", "Asia/Shanghai")]
    [InlineData("KARSUND —", "The plane landed at 3 p.m. on Monday.", null)]
    [InlineData("OSLO —", "The plane landed at 14:00 GMT on Monday.", null)]
    [InlineData("OSLO —", "The plane landed on Monday.", null)]
    public void A_time_of_day_is_told_in_the_zone_of_the_dateline(string dateline, string sentence, string? zone)
    {
        var text = dateline + " " + sentence;
        var document = TextDocument.Of(text, new LocalDate(2025, 8, 26)) with
        {
            Blocks =
            [
                new Block(new TextSpan(0, dateline.Length), BlockRole.Dateline, "test: a dateline"),
                new Block(new TextSpan(dateline.Length + 1, text.Length), BlockRole.Paragraph, "test: running text"),
            ],
        };
        var time = Finder.Find(Analyzer.Analyze(document)).Found.Single(time => time.Span.Start > dateline.Length);
        Assert.Equal(zone, time.Zone);
    }
}
