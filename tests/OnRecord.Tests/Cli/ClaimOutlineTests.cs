using OnRecord.App.Outputs.Exports;
using OnRecord.App.Outputs.Sheets;

namespace OnRecord.Tests.Cli;

/// <summary>Which claims are shown, under which others, in which order.</summary>
public sealed class ClaimOutlineTests
{
    [Theory]
    [InlineData("a main, b detail in a, c main", false, "a(b) c")]
    [InlineData("a detail, b main", false, "b a")]
    [InlineData("a main 0.2, b main 0.9, c detail 0.8 in a", true, "b a(c)")]
    [InlineData("a main, b detail in a, c detail in b", false, "a(b c)")]
    [InlineData("a main, b fragment in a, c detail in b", false, "a(c)")]
    [InlineData("a fragment, b detail in a, c main", false, "c b")]
    [InlineData("a main, b main in a", false, "a b")]
    [InlineData("a detail in b, b detail in a", false, "a b")]
    [InlineData("a detail in gone", false, "a")]
    [InlineData("a fragment", false, "")]
    public void Details_stand_under_what_they_stand_in(string claims, bool byRank, string outline)
    {
        var record = new ClaimChoice().Of(RecordOf(claims));
        Assert.Equal(outline, Told(record, byRank));
        Assert.All(record.Claims.Where(claim => claim.Within is not null and not "gone"), claim => Assert.Contains(record.Claims, around => around.Id == claim.Within));
    }

    [Fact]
    public void Fragments_are_shown_where_they_are_asked_for() =>
        Assert.Equal("a(b c) d", Told(new ClaimChoice(WithFragments: true).Of(RecordOf("a main, b fragment in a, c detail in b, d fragment")), byRank: false));

    [Fact]
    public void Rows_are_sorted_by_rank_where_that_is_asked_for() =>
        Assert.Equal(["b", "a", "c"], new ClaimChoice(ByRank: true).Of(RecordOf("a main 0.5, b detail 0.7, c main 0.5")).Claims.Select(claim => claim.Id));

    private static string Told(Record record, bool byRank) => string.Join(' ', ClaimOutline.Of(record.Claims, claim => claim, byRank)
        .Select(one => one.Head.Id + (one.Folded.IsEmpty ? "" : $"({string.Join(' ', one.Folded.Select(claim => claim.Id))})")));

    /// <summary>A record with claims such as <c>a main 0.9 in b</c>.</summary>
    private static Record RecordOf(string claims)
    {
        var record = Records.SamplePages.Read("quake-brief")[0];
        return record with
        {
            Claims =
            [
                .. claims.Split(", ").Select(claim => claim.Split(' ')).Select(words => record.Claims[0] with
                {
                    Id = words[0],
                    Level = Enum.Parse<ClaimLevel>(words[1], ignoreCase: true),
                    Rank = words.Select(word => decimal.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var rank) ? rank : 0).Max(),
                    Within = words.Contains("in") ? words[^1] : null,
                }),
            ],
        };
    }
}
