using NodaTime;
using OnRecord.Times;
using Period = OnRecord.Times.Period;

namespace OnRecord.Tests.Times;

public sealed class CalendarTests
{
    [Theory]
    [InlineData(1961, 4, 2)]
    [InlineData(2000, 4, 23)]
    [InlineData(2019, 4, 21)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2038, 4, 25)]
    public void Easter_falls_where_the_almanac_says(int year, int month, int day) =>
        Assert.Equal(new LocalDate(year, month, day), Calendar.Easter(year));

    [Fact]
    public void The_first_days_of_a_year_can_lie_in_a_week_of_the_year_before()
    {
        Assert.Equal("2020-W53", Period.Week(new LocalDate(2021, 1, 3)).Timex);
        Assert.Equal("2025-W01", Period.Week(new LocalDate(2024, 12, 30)).Timex);
        Assert.Equal("2020-W53-WE", Period.Weekend(new LocalDate(2021, 1, 1)).Timex);
    }

    [Fact]
    public void Winter_bears_the_year_in_which_it_begins()
    {
        var winter = Period.Of(Granularity.Season, new LocalDate(2025, 1, 15));
        Assert.Equal(("2024-WI", new LocalDate(2024, 12, 1), new LocalDate(2025, 2, 28)), (winter.Timex, winter.First, winter.Last));
        Assert.Equal("2024-24", winter.Edtf);
    }

    [Fact]
    public void Nth_and_last_weekdays_of_a_month_are_found()
    {
        Assert.Equal(new LocalDate(2024, 11, 28), Calendar.Nth(4, IsoDayOfWeek.Thursday, 2024, 11));
        Assert.Equal(new LocalDate(2025, 5, 26), Calendar.Last(IsoDayOfWeek.Monday, 2025, 5));
    }

    [Fact]
    public void Units_follow_one_another_without_a_gap()
    {
        foreach (var unit in new[] { Granularity.Week, Granularity.Month, Granularity.Season, Granularity.Quarter, Granularity.Half, Granularity.Year, Granularity.Decade, Granularity.Century })
        {
            var period = Period.Of(unit, new LocalDate(2024, 2, 29));
            for (var i = 0; i < 30; i++)
            {
                var next = period.Plus(1);
                Assert.Equal(period.Last.PlusDays(1), next.First);
                Assert.Equal(period, next.Plus(-1));
                period = next;
            }
        }
    }

    [Theory]
    [InlineData(Granularity.Quarter, "2025-Q3", "2025-35")]
    [InlineData(Granularity.Half, "2025-H2", "2025-41")]
    [InlineData(Granularity.Season, "2025-SU", "2025-22")]
    [InlineData(Granularity.Decade, "202X", "202X")]
    [InlineData(Granularity.Century, "20XX", "20XX")]
    [InlineData(Granularity.Month, "2025-08", "2025-08")]
    public void Units_are_named_as_TIMEX3_and_EDTF_name_them(Granularity unit, string timex, string edtf)
    {
        var period = Period.Of(unit, new LocalDate(2025, 8, 25));
        Assert.Equal((timex, edtf), (period.Timex, period.Edtf));
    }
}
