using System.CommandLine;
using OnRecord.Claims;
using OnRecord.Data;
using OnRecord.Lab.Language;
using OnRecord.Lab.Scoring;
using OnRecord.Language;

namespace OnRecord.Lab.Claims;

/// <summary>
/// <c>score-claims</c>: predicates and their status on UDS-IH2 (Rudinger et al., 2018), whose annotators rated how certain it is that
/// something happened, from −3 to 3. Recall of predicates, Pearson's r and mean error of our states put on that scale, and Pearson's r of our certainty.
/// </summary>
internal static class ScoreClaims
{
    public static Command Command()
    {
        var part = new Option<string>("--part") { Description = "train or dev.", DefaultValueFactory = _ => "dev" };
        var lower = new Option<bool>("--allow-lower") { Description = "Let floors fall." };
        var errors = new Option<bool>("--errors") { Description = "Print the predicates that were rated most unlike our state." };
        var command = new Command("score-claims", "Scores predicates and their status on UDS-IH2.") { part, lower, errors };
        command.SetAction(parse => Run(parse.GetValue(part)!, parse.GetValue(lower), parse.GetValue(errors)) ? 0 : 1);
        return command;
    }

    private static bool Run(string part, bool allowLower, bool errors)
    {
        var data = DataFolder.English();
        var (analyzer, finder) = (new EnglishAnalyzer(data), new ClaimFinder(data));
        var rated = new List<Rated>();
        var targets = 0;
        foreach (var sentence in UdsGold.Read(part))
        {
            var claims = finder.Statuses(analyzer.Analyze(Treebank.DocumentOf(sentence.Text)), []).ToList();
            foreach (var (span, label) in sentence.Targets)
            {
                targets++;
                if (claims.FirstOrDefault(claim => claim.Predicate.Overlaps(span)) is { } found)
                {
                    rated.Add(new Rated(label, found, sentence.Text));
                }
            }
        }

        Tell(rated, errors);
        var recall = new Score(rated.Count, rated.Count, targets);
        var labels = rated.ConvertAll(one => one.Label);
        var (pearson, error) = (UdsGold.Pearson(labels, rated.ConvertAll(Scaled)), rated.Average(one => Math.Abs(one.Label - Scaled(one))));
        var certain = rated.FindAll(one => one.Claim.Certainty is not null);
        var certainty = UdsGold.Pearson(certain.ConvertAll(one => one.Label), certain.ConvertAll(one => (double)one.Claim.Certainty!.Value));
        Console.WriteLine(FormattableString.Invariant($"uds-ih2 {part}: predicates found {recall.Recall:F3} ({rated.Count}/{targets}), status Pearson r {pearson:F3}, mean error {error:F3}, certainty Pearson r {certainty:F3}"));
        if (part != "dev")
        {
            return true;
        }

        var (floors, print) = (new Floors(), Treebank.Fingerprint([UdsGold.File(part)]));
        return floors.Hold("claims/uds-ih2-dev/predicate-recall", recall.Recall, print, allowLower)
            & floors.Hold("claims/uds-ih2-dev/status-pearson", pearson, print, allowLower)
            & floors.Hold("claims/uds-ih2-dev/certainty-pearson", certainty, print, allowLower);
    }

    private static double Scaled(Rated one) => StateScale.Of(one.Claim.Presented, one.Claim.Negated);

    private static void Tell(List<Rated> rated, bool errors)
    {
        foreach (var group in rated.GroupBy(one => (one.Claim.Status, one.Claim.Rule)).OrderBy(group => group.Key))
        {
            Console.WriteLine(FormattableString.Invariant($"  {group.Key.Status,-12} {group.Key.Rule,-28} {group.Count(),6} mean {group.Average(one => one.Label),6:F2}"));
        }

        foreach (var group in rated.GroupBy(one => (one.Claim.Presented, one.Claim.Negated)).OrderBy(group => group.Key))
        {
            Console.WriteLine(FormattableString.Invariant($"  {group.Key.Presented,-12} {(group.Key.Negated ? "negated" : ""),-8} {group.Count(),6} mean {group.Average(one => one.Label),6:F2}"));
        }

        foreach (var one in errors ? rated.Where(one => Math.Abs(one.Label - Scaled(one)) > 2.5) : [])
        {
            Console.WriteLine(FormattableString.Invariant($"{one.Label:F1}\t{one.Claim.Status}\t{one.Claim.Rule}\t[{one.Claim.Predicate.Of(one.Text)}]\t{one.Text}"));
        }
    }

    private sealed record Rated(double Label, ClauseStatus Claim, string Text);
}
