using System.CommandLine;
using OnRecord.Claims;
using OnRecord.Data;
using OnRecord.Lab.Attributions;
using OnRecord.Lab.Language;
using OnRecord.Lab.Scoring;

namespace OnRecord.Lab.Claims;

/// <summary><c>score-status</c>: the status of claims in sentences of our own, and how far two passes of annotation agree on it.</summary>
internal static class ScoreStatus
{
    private static readonly ClaimStatus[] States = Enum.GetValues<ClaimStatus>();

    public static Command Command()
    {
        var errors = new Option<bool>("--errors") { Description = "Print every claim whose status is not the gold one." };
        var lower = new Option<bool>("--allow-lower") { Description = "Let floors fall." };
        var command = new Command("score-status", "Scores the status of 300 claims in sentences of our own.") { errors, lower };
        command.SetAction(parse => Run(parse.GetValue(errors), parse.GetValue(lower)) ? 0 : 1);
        return command;
    }

    private static bool Run(bool errors, bool allowLower)
    {
        var (reading, finder) = (Reading.Open(), new ClaimFinder(DataFolder.English()));
        var pairs = new List<(ClaimStatus Gold, ClaimStatus? Ours)>();
        foreach (var line in StatusGold.Read())
        {
            var document = RunningText.Document(line.Text);
            var clauses = finder.Statuses(reading.Analyze(document), reading.Read(document).Attributions).ToList();
            foreach (var (predicate, status) in line.Claims)
            {
                var claim = clauses.Find(clause => clause.Predicate.Overlaps(predicate));
                pairs.Add((status, claim?.Status));
                if (errors && claim?.Status != status)
                {
                    Console.WriteLine($"{line.Number}: [{predicate.Of(line.Text)}] gold {status}, ours {claim?.Status.ToString() ?? "no claim"} ({claim?.Rule}): {line.Text}");
                }
            }
        }

        TellConfusion(pairs);
        TellAgreement(pairs.ConvertAll(pair => pair.Gold));
        var scores = States.Select(state => new Score(pairs.Count(pair => pair.Gold == state && pair.Ours == state), pairs.Count(pair => pair.Ours == state), pairs.Count(pair => pair.Gold == state))).ToList();
        var macro = scores.Average(score => score.F1);
        Console.WriteLine(FormattableString.Invariant($"{pairs.Count} claims: {(double)pairs.Count(pair => pair.Gold == pair.Ours) / pairs.Count:F3} right, macro-F1 of the states {macro:F3}"));
        return new Floors().Hold("claims/annotated/status-macro-f1", macro, Treebank.Fingerprint([StatusGold.File]), allowLower);
    }

    private static void TellConfusion(List<(ClaimStatus Gold, ClaimStatus? Ours)> pairs)
    {
        Console.WriteLine("gold \\ ours    " + string.Concat(States.Select(state => $"{state,13}")) + $"{"none",13}");
        foreach (var gold in States)
        {
            var row = pairs.Where(pair => pair.Gold == gold).ToList();
            Console.WriteLine($"{gold,-15}" + string.Concat(States.Select(state => $"{row.Count(pair => pair.Ours == state),13}")) + $"{row.Count(pair => pair.Ours is null),13}");
        }
    }

    /// <summary>Share of equal states in the two passes, and Cohen's kappa.</summary>
    private static void TellAgreement(List<ClaimStatus> gold)
    {
        var differences = StatusGold.Differences().ToList();
        var lines = StatusGold.Read().ToDictionary(line => line.Number);
        var (first, second) = (gold.CountBy(state => state).ToDictionary(), gold.CountBy(state => state).ToDictionary());
        foreach (var one in differences)
        {
            // Gold has one state for both; here each pass has its own.
            var line = lines[one.Line];
            var agreed = line.Claims.First(claim => claim.Predicate.Of(line.Text) == one.Predicate).Status;
            first[agreed]--;
            second[agreed]--;
            first[one.First]++;
            second[one.Second]++;
        }

        var observed = 1 - ((double)differences.Count / gold.Count);
        var chance = first.Sum(state => (double)state.Value * second[state.Key]) / ((double)gold.Count * gold.Count);
        Console.WriteLine(FormattableString.Invariant($"two passes agree on {observed:F3}, kappa {(observed - chance) / (1 - chance):F3}"));
    }
}
