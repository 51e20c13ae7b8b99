using System.CommandLine;
using OnRecord.Lab.Pages;
using OnRecord.Lab.Scoring;
using OnRecord.Names.Coreference;
using OnRecord.Pages.Html;

namespace OnRecord.Lab.Coreference;

/// <summary><c>train-antecedents</c>: the model that tells what a pronoun means, from GAP development and GUM train; what it does on GAP validation, GUM dev and MEANTIME at several thresholds.</summary>
internal static class TrainAntecedents
{
    private static readonly string[] Learned = ["gap-development", "gum-train", "polnear-train"];

    private static readonly string[] Reported = ["gap-validation", "gum-dev", "meantime", "polnear-kept"];

    private static readonly string[] Kinds = ["person", "thing", "several"];

    private static readonly float[] Leasts = [0.3f, 0.4f, 0.5f, 0.6f, 0.7f];

    private static readonly float[] Margins = [0, 0.1f, 0.2f, 0.3f];

    public static Command Command()
    {
        var cache = new Option<string>("--cache") { Description = "Folder in which the numbers are kept, so that training again needs no reading.", Required = true };
        var write = new Option<bool>("--write") { Description = "Write the model into data/en/models." };
        var again = new Option<bool>("--again") { Description = "Read with the model that is there, and not with salience alone." };
        var trees = new Option<int>("--trees") { DefaultValueFactory = _ => 200, Description = "Number of trees." };
        var leaves = new Option<int>("--leaves") { DefaultValueFactory = _ => 10, Description = "Leaves of a tree." };
        var without = new Option<string>("--without") { DefaultValueFactory = _ => "", Description = "A corpus to leave out of training." };
        var silver = new Option<float>("--silver") { DefaultValueFactory = _ => 0.3f, Description = "How much a pronoun counts whose gender alone tells what it means." };
        var command = new Command("train-antecedents", "Trains the model of what pronouns mean.") { cache, write, again, trees, leaves, without, silver };
        command.SetAction(parse => Run(
            new AntecedentGold(parse.GetValue(cache)!, parse.GetValue(again)), parse.GetValue(write), parse.GetValue(without)!, parse.GetValue(silver),
            new TreeSettings { Trees = parse.GetValue(trees), Leaves = parse.GetValue(leaves), Rate = 0.05f, LeastHessian = 3 }));
        return command;
    }

    private static void Run(AntecedentGold gold, bool write, string without, float silver, TreeSettings settings)
    {
        var sets = Learned.Where(corpus => corpus != without).SelectMany(corpus => gold.Read(corpus).Select(pronoun => (Weight: corpus == "polnear-train" ? silver : 1, Rows: pronoun.Candidates.Where(candidate => candidate.IsMeant is not null).ToList()))).Where(set => set.Rows.Count > 0).ToList();
        var rows = sets.SelectMany(set => set.Rows).ToList();
        Console.WriteLine($"{sets.Count} pronouns, {rows.Count} candidates, {rows.Count(row => row.IsMeant == true)} meant");
        var (ends, end) = (new List<int>(), 0);
        foreach (var set in sets)
        {
            ends.Add(end += set.Rows.Count);
        }

        var model = BoostedTrees.Train(
            new TrainingRows([.. rows.Select(row => row.Numbers)], [.. sets.SelectMany(set => set.Rows.Select(row => row.IsMeant == true ? 1f / set.Rows.Count(one => one.IsMeant == true) : 0f))], [.. sets.SelectMany(set => set.Rows.Select(_ => set.Weight))]) { Sets = [.. ends] }, settings);
        foreach (var corpus in Reported)
        {
            Report(corpus, [.. gold.Read(corpus)], model);
        }

        if (write)
        {
            ModelFile.Write(CoreferenceFinder.ModelName, model.Write(AntecedentFeatures.Names));
        }
    }

    private static List<(bool? IsMeant, float Sure)> Likelihoods(PronounGold pronoun, TreeModel model)
    {
        var odds = pronoun.Candidates.Select(one => (one.IsMeant, Odds: MathF.Exp(model.Score(one.Numbers)))).ToList();
        return [.. odds.Select(one => (one.IsMeant, Sure: one.Odds / (1 + odds.Sum(other => other.Odds)))).OrderByDescending(one => one.Sure)];
    }

    private static void Report(string corpus, List<PronounGold> pronouns, TreeModel model)
    {
        var judged = pronouns.ConvertAll(pronoun => (pronoun, Ranked: Likelihoods(pronoun, model)));
        foreach (var kind in Kinds)
        {
            var own = judged.Where(one => one.pronoun.Kind == kind).ToList();
            if (own.Count == 0)
            {
                continue;
            }

            Console.WriteLine($"{corpus} {kind}: {own.Count} pronouns, {own.Count(one => one.pronoun.HasAntecedent)} with an antecedent, {own.Count(one => one.Ranked.Exists(candidate => candidate.IsMeant == true))} of them a candidate");
            foreach (var margin in Margins)
            {
                Console.WriteLine($"  margin {margin:F1}: " + string.Join("  ", Leasts.Select(least =>
                {
                    var made = own.Where(one => one.Ranked.Count > 0 && one.Ranked[0].Sure >= least && (one.Ranked.Count == 1 || one.Ranked[0].Sure - one.Ranked[1].Sure >= margin) && one.Ranked[0].IsMeant is not null).ToList();
                    return new Score(made.Count(one => one.Ranked[0].IsMeant == true), made.Count, own.Count(one => one.pronoun.HasAntecedent)) is var score
                        ? FormattableString.Invariant($"{least:F1} {score.Precision:F2}/{score.Recall:F2}/{score.F1:F3}") : "";
                })));
            }
        }
    }
}
