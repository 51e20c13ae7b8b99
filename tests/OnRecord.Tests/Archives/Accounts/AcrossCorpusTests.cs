using System.Globalization;
using OnRecord.Archive.Accounts;

namespace OnRecord.Tests.Archives.Accounts;

/// <summary>How well the account of a story agrees with <c>corpus/across</c>, which was labelled before the program was run on it.</summary>
public sealed class AcrossCorpusTests(ITestOutputHelper output)
{
    private const string Second = "-2";

    [Theory]
    [InlineData("", 0.8)]
    [InlineData(Second, 0.8)]
    public void Pairs_agree_contradict_or_follow_as_they_were_labelled(string set, double least)
    {
        var judged = AcrossCorpus.Pairs(set).ConvertAll(pair => (Pair: pair, Found: Label(AccountMaker.Of([pair.One, pair.Other]), pair)));
        foreach (var (pair, found) in judged.Where(one => one.Found != one.Pair.Label))
        {
            output.WriteLine($"line {pair.Line}: {pair.Label} {pair.Kind}, found {found}");
        }

        foreach (var label in new[] { "contradicts", "follows", "agrees" })
        {
            var (right, said, gold) = (judged.Count(one => one.Found == label && one.Pair.Label == label), judged.Count(one => one.Found == label), judged.Count(one => one.Pair.Label == label));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{label}: {right} of {said} right, of {gold} in the gold"));
        }

        var (hits, told, all) = (judged.Count(one => one.Found == one.Pair.Label && one.Found != "other"), judged.Count(one => one.Found != "other"), judged.Count(one => one.Pair.Label != "other"));
        var f1 = 2.0 * hits / (told + all);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pairs: P {(double)hits / told:F3} R {(double)hits / all:F3} F1 {f1:F3}"));
        Assert.InRange(f1, least, 1);
    }

    [Theory]
    [InlineData("", 0.85)]
    [InlineData(Second, 0.8)]
    public void Figures_of_stories_are_revised_in_the_right_order_by_the_right_source(string set, double least)
    {
        var (right, found, gold) = (0, 0, 0);
        foreach (var story in AcrossCorpus.Stories(set))
        {
            var account = AccountMaker.Of(story.Reports);
            var titles = story.Reports.ToDictionary(report => report.Record.Id, report => report.Title, StringComparer.Ordinal);
            foreach (var (thing, figures) in story.Series)
            {
                // What is said on one day has no order.
                var days = story.Reports.ToDictionary(report => report.Title, report => report.Day, StringComparer.Ordinal);
                var series = account.Figures.Where(one => one.Thing == thing).SelectMany(one => one.Figures).OrderBy(told => days[titles[told.Told.Record]]).ThenBy(told => titles[told.Told.Record], StringComparer.Ordinal).ToList();
                var hits = Common([.. figures.OrderBy(figure => days[figure.Report]).ThenBy(figure => figure.Report, StringComparer.Ordinal)], series, (wanted, told) => IsSame(wanted, told, titles));
                (right, found, gold) = (right + hits, found + series.Count, gold + figures.Count);
                if (hits < figures.Count || series.Count > figures.Count)
                {
                    output.WriteLine($"{story.Name} {thing}: {string.Join("; ", series.Select(told => $"{told.Relation} {told.Best ?? told.Low} {told.Told.Source ?? told.Told.Publisher} {titles[told.Told.Record]}"))}");
                }
            }
        }

        var f1 = 2.0 * right / (found + gold);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"figures: {right} right of {found} found and {gold} in the gold, F1 {f1:F3}"));
        Assert.InRange(f1, least, 1);
    }

    [Theory]
    [InlineData("", 0.8, 0.6)]
    [InlineData(Second, 0.9, 0.6)]
    public void Contradictions_of_stories_are_found_and_others_are_none(string set, double leastRight, double leastFound)
    {
        var (right, found, gold) = (0, 0, 0);
        foreach (var story in AcrossCorpus.Stories(set))
        {
            var titles = story.Reports.ToDictionary(report => report.Record.Id, report => report.Title, StringComparer.Ordinal);
            var told = AccountMaker.Of(story.Reports).Contradictions
                .SelectMany(one => one.One.SelectMany(first => one.Other.Select(other => (Kind: one.Kind, Sides: Sides(titles[first.Record], titles[other.Record]))))).Distinct().ToList();
            var wanted = story.Contradictions.Select(one => (one.Kind, Sides: Sides(one.One, one.Other))).ToList();
            (right, found, gold) = (right + told.Count(wanted.Contains), found + told.Count, gold + wanted.Count);
            output.WriteLine($"{story.Name}: missed {string.Join(", ", wanted.Except(told))}; too many {string.Join(", ", told.Except(wanted))}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"contradictions: {right} right of {found} found and {gold} in the gold"));
        Assert.InRange((double)right / found, leastRight, 1);
        Assert.InRange((double)right / gold, leastFound, 1);
    }

    private static string Sides(string one, string other) => string.Join(' ', new[] { one, other }.Order(StringComparer.Ordinal));

    private static string Label(Account account, AcrossCorpus.Pair pair)
    {
        var (one, other) = (pair.One.Record.Id, pair.Other.Record.Id);
        if (account.Contradictions.Any(found => IsBetween(found.One.Concat(found.Other))))
        {
            return "contradicts";
        }

        var rows = account.Figures.SelectMany(series => series.Figures.SelectMany(row => series.Figures.Where(next => next != row || !row.Repeated.IsEmpty)
            .Where(next => IsBetween(row.Repeated.Append(row.Told).Concat(next.Repeated).Append(next.Told))).Select(next => (row, next)))).ToList();
        return rows.Exists(pair => pair.row.Told.Record != pair.next.Told.Record && (pair.row.High < pair.next.Low || pair.next.High < pair.row.Low || pair.row.Best != pair.next.Best)) ? "follows"
            : rows.Count > 0 || account.Happenings.Any(happening => IsBetween(happening.Claims)) ? "agrees"
            : "other";

        bool IsBetween(IEnumerable<Testimony> told) => told.Select(testimony => testimony.Record).Distinct().ToList() is var records && records.Contains(one) && records.Contains(other);
    }

    private static bool IsSame(AcrossCorpus.GoldFigure wanted, ToldFigure told, Dictionary<string, string> titles) =>
        (told.Best ?? told.Low ?? told.High) == wanted.Number && titles[told.Told.Record] == wanted.Report
        && told.Relation == wanted.Mark switch { "~" => "about", ">=" => "atLeast", ">" => "moreThan", _ => "exact" }
        && (wanted.Source[0] == '=' ? told.Told.Source is null && told.Told.Publisher == wanted.Source[1..] : told.Told.Source?.Contains(wanted.Source, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Length of the longest common subsequence: what is right and in the right order.</summary>
    private static int Common<TOne, TOther>(IReadOnlyList<TOne> one, IReadOnlyList<TOther> other, Func<TOne, TOther, bool> isSame)
    {
        var best = new int[one.Count + 1, other.Count + 1];
        for (var i = 1; i <= one.Count; i++)
        {
            for (var j = 1; j <= other.Count; j++)
            {
                best[i, j] = isSame(one[i - 1], other[j - 1]) ? best[i - 1, j - 1] + 1 : Math.Max(best[i - 1, j], best[i, j - 1]);
            }
        }

        return best[one.Count, other.Count];
    }
}
