using CsCheck;
using NodaTime;
using OnRecord.Data;
using OnRecord.Language;
using OnRecord.Times;

namespace OnRecord.Tests.Times;

public sealed class TimePropertyTests
{
    private static readonly EnglishAnalyzer Analyzer = new(DataFolder.English());
    private static readonly TimeFinder Finder = new(DataFolder.English());

    // Pieces that dates are made of, in any order, find more than letters by chance would.
    private static readonly string[] Pieces =
    [
        "on", "in", "the", "last", "next", "this", "past", "Monday", "Friday", "May", "March", "Jan.", "6", "2025", "31", "30", "February", "1990s", "'90s", "mid-2019",
        "early", "late", "end of", "years", "days", "week", "three", "two and a half", "a", "ago", "later", "earlier", "from", "to", "-", "–", ",", ".", "8:30 p.m.", "noon",
        "yesterday", "tomorrow", "night", "every", "twice", "Q3", "quarter", "first", "half", "century", "20th", "Easter", "Christmas", "2025-01-06", "1/6/2025", "99999999999",
        "said", "will", "to meet", "\u200F", "\uD800", "\0", "½", "９",
    ];

    private static readonly Gen<string> Words = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]);

    private static readonly Gen<string> Sentences = Words.Array[0, 12].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Strings = Gen.OneOf(Sentences, Gen.String, Sentences.Array[0, 4].Select(lines => string.Join('\n', lines)));

    private static readonly Gen<LocalDate?> Days = Gen.OneOf(
        Gen.Const((LocalDate?)null),
        Gen.Int[LocalDate.MinIsoValue.Year, LocalDate.MaxIsoValue.Year].Select(Gen.Int[1, 365], (year, day) => (LocalDate?)new LocalDate(year, 1, 1).PlusDays(day - 1)),
        Gen.Const((LocalDate?)new LocalDate(2025, 8, 25)));

    [Fact]
    public void Spans_lie_in_the_text_in_order_and_intervals_have_their_ends_the_right_way_round() =>
        Strings.Select(Days).Sample((text, published) =>
        {
            var end = 0;
            foreach (var time in Find(text, published).Found)
            {
                Assert.InRange(time.Span.Start, end, text.Length);
                Assert.InRange(time.Span.End, time.Span.Start + 1, text.Length);
                Assert.True(time.Earliest is null || time.Latest is null || time.Earliest <= time.Latest, $"{time.Span.Of(text)}: {time.Earliest}..{time.Latest}");
                Assert.Contains(time.Rule, TimeFinder.RuleNames);
                end = time.Span.End;
            }
        }, iter: 5_000);

    [Fact]
    public void A_later_paragraph_changes_nothing_said_of_an_earlier_one() =>
        Sentences.Select(Sentences, Days).Sample((first, second, published) =>
        {
            var alone = Find(first, published);
            var together = Find(first + "\n" + second, published);
            Assert.Equal(alone.Found, together.Found.Where(time => time.Span.End <= first.Length));
            Assert.Equal(alone.Unresolved, together.Unresolved.Where(open => open.Span.End <= first.Length));
        });

    [Fact]
    public void Without_a_day_of_publication_nothing_is_resolved_against_one() =>
        Strings.Sample(text => Assert.DoesNotContain(Find(text, null).Found, time => time.Anchor == TimeAnchor.Published));

    [Fact]
    public void A_long_sentence_costs_no_more_than_its_length()
    {
        var text = string.Concat(Enumerable.Repeat("on the last Monday of May 3 to 5 two and a half years ago ", 4_000));
        Assert.NotEmpty(Find(text, new LocalDate(2025, 8, 25)).Found);
    }

    private static Findings<TimeExpression> Find(string text, LocalDate? published) =>
        Finder.Find(Analyzer.Analyze(TextDocument.Of(text, published)));
}
