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

    [Theory]
    [InlineData("OSLO", "2024-06-01", "2024-08-31")]
    [InlineData("SYDNEY", "2023-12-01", "2025-02-28")]
    [InlineData("KARSUND", "2023-12-01", "2025-02-28")]
    public void A_season_has_the_months_of_the_half_of_the_earth_of_the_dateline(string place, string earliest, string latest)
    {
        var text = place + " — The mill burned in the summer of 2024.";
        var document = TextDocument.Of(text, new LocalDate(2025, 8, 26)) with
        {
            Blocks =
            [
                new Block(new TextSpan(0, place.Length + 2), BlockRole.Dateline, "test: a dateline"),
                new Block(new TextSpan(place.Length + 3, text.Length), BlockRole.Paragraph, "test: running text"),
            ],
        };
        var found = Finder.Find(Analyzer.Analyze(document));
        var time = Assert.Single(found.Found);
        Assert.Equal((earliest, latest), (time.Earliest?.ToString("uuuu-MM-dd", null), time.Latest?.ToString("uuuu-MM-dd", null)));
        Assert.Equal(place == "KARSUND", found.Unresolved.Any(row => row.Why == "hemisphereNotStated"));
    }
}
