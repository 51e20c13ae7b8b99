using System.CommandLine;
using OnRecord.Lab.Language;
using OnRecord.Lab.Scoring;

namespace OnRecord.Lab.Ranks;

/// <summary><c>score-ranks</c>: the order of claims against the labels in <c>corpus/ranks</c>, and how far the two passes of labels agree.</summary>
internal static class ScoreRanks
{
    private const int Folds = 10;

    public static Command Command()
    {
        var lower = new Option<bool>("--allow-lower") { Description = "Let floors fall." };
        var command = new Command("score-ranks", "Scores the rank of claims against labels of our own.") { lower };
        command.SetAction(parse => Run(parse.GetValue(lower)) ? 0 : 1);
        return command;
    }

    private static bool Run(bool allowLower)
    {
        var (labels, rows) = (RankGold.Read(RankGold.Labels).ToList(), RankRow.Read(RankGold.Labels));
        Console.WriteLine(FormattableString.Invariant($"{labels.Count} labelled claims, {rows.Count} of them rows now; two passes: {RankAgreement.Of(labels)}"));
        var scores = RankScores.Of(CrossValidated(rows));
        Console.WriteLine($"weights cross-validated: {scores}");
        Console.WriteLine($"in the order of the text: {RankScores.Of(rows, InText)}");
        var fresh = RankRow.Read(RankGold.Fresh);
        var freshScores = RankScores.Of(fresh, row => (double)row.Claim.Rank);
        Console.WriteLine($"{fresh.Count} claims of other articles, weights as they are: {freshScores}");
        Console.WriteLine($"in the order of the text: {RankScores.Of(fresh, InText)}");
        var (gold, freshGold) = (Treebank.Fingerprint([RankGold.Labels]), Treebank.Fingerprint([RankGold.Fresh]));
        var floors = new Floors();
        return floors.Hold("ranks/labels/pairs", scores.Pairs, gold, allowLower)
            & floors.Hold("ranks/labels/ndcg-5", scores.Gain, gold, allowLower)
            & floors.Hold("ranks/fresh/pairs", freshScores.Pairs, freshGold, allowLower);
    }

    private static double InText(RankRow row) => -row.Claim.Span.Start;

    /// <summary>The rank of each claim by weights that were fitted without its text.</summary>
    private static IEnumerable<(RankRow Row, double Rank)> CrossValidated(List<RankRow> rows)
    {
        var folds = rows.Select(row => row.Page).Distinct(StringComparer.Ordinal).Index().ToDictionary(one => one.Item, one => one.Index % Folds, StringComparer.Ordinal);
        return Enumerable.Range(0, Folds).SelectMany(fold =>
        {
            var weights = RankFit.Fit(rows.FindAll(row => folds[row.Page] != fold));
            return rows.Where(row => folds[row.Page] == fold).Select(row => (row, (double)weights.Sum(row.Claim.Reasons)));
        });
    }
}
