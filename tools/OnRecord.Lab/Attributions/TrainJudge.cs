using System.CommandLine;
using OnRecord.Attributions.Judging;
using OnRecord.Lab.Pages;
using OnRecord.Lab.Scoring;
using OnRecord.Pages.Html;

namespace OnRecord.Lab.Attributions;

/// <summary><c>train-judge</c>: the judge of attributions, from PolNeAR train and what readers have judged; what it does on dev and, cross-validated by text, on the readers' rows.</summary>
internal static class TrainJudge
{
    private const int Folds = 5;

    /// <summary>How much a row of PolNeAR counts as one inside another's content.</summary>
    private const float InnerWeight = 0.25f;

    /// <summary>How much more than others a row counts that a reader has judged inside another's content.</summary>
    private const float InnerReadWeight = 3;

    private static readonly float[] Thresholds = [0.2f, 0.3f, 0.35f, 0.4f, 0.45f, 0.5f, 0.55f, 0.6f, 0.65f, 0.7f, 0.75f, 0.8f, 0.85f, 0.9f];

    public static Command Command()
    {
        var cache = new Option<string>("--cache") { Description = "Folder in which the numbers are kept, so that training again needs no reading.", Required = true };
        var write = new Option<bool>("--write") { Description = "Write the model into data/en/models." };
        var trees = new Option<int>("--trees") { DefaultValueFactory = _ => 400, Description = "Number of trees." };
        var leaves = new Option<int>("--leaves") { DefaultValueFactory = _ => 12, Description = "Leaves of a tree." };
        var weight = new Option<float>("--weight") { DefaultValueFactory = _ => 4, Description = "How much a row counts that a reader has judged." };
        var half = new Option<float>("--part") { DefaultValueFactory = _ => 0.3f, Description = "What a row is worth that a reader found right in part." };
        var without = new Option<string[]>("--without") { DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true, Description = "Numbers to leave out, by the beginnings of their names: what they are worth." };
        var command = new Command("train-judge", "Trains the judge of attributions on PolNeAR train and on what readers have judged.") { cache, write, trees, leaves, weight, half, without };
        command.SetAction(parse => Run(
            new JudgedRows(parse.GetValue(cache)!) { Without = parse.GetValue(without)! }, parse.GetValue(write), (parse.GetValue(weight), parse.GetValue(half)),
            new TreeSettings { Trees = parse.GetValue(trees), Leaves = parse.GetValue(leaves), Rate = 0.05f, LeastHessian = 3 }));
        return command;
    }

    private static void Run(JudgedRows rows, bool write, (float Weight, float Part) worth, TreeSettings settings)
    {
        var read = rows.ReadByHand();
        var texts = read.Select(row => row.Text).Distinct().Order(StringComparer.Ordinal).ToList();
        // Of an article that a reader has judged only his rows are taken.
        var (train, dev) = (rows.PolNear("train").Where(row => !texts.Contains(row.Text)).ToList(), rows.PolNear("dev"));
        var model = Train(train, read, worth, settings);
        var unseen = new List<(JudgedRow Row, float Sure)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = texts.Where((_, i) => i % Folds == fold).ToHashSet(StringComparer.Ordinal);
            var other = Train(train, [.. read.Where(row => !held.Contains(row.Text))], worth, settings);
            unseen.AddRange(read.Where(row => held.Contains(row.Text)).Select(row => (row, other.Probability(row.Numbers))));
        }

        Tell("news", [.. unseen.Where(one => !one.Row.IsWeb)]);
        Tell("web", [.. unseen.Where(one => one.Row.IsWeb)]);
        Tell("inside another's content", [.. unseen.Where(one => one.Row.IsInner)]);
        Tell("phrases", [.. unseen.Where(one => one.Row.Rule is "phrase-before-source" or "adverb-of-hearsay" or "possessor-of-view")]);
        TellDev([.. dev.Select(row => (row, model.Probability(row.Numbers)))]);
        if (write)
        {
            ModelFile.Write(Judge.ModelName, model.Write(JudgeFeatures.Names));
        }
    }

    private static TreeModel Train(List<JudgedRow> train, List<JudgedRow> read, (float Weight, float Part) worth, TreeSettings settings)
    {
        // What stands inside another's content only the rules have read, and PolNeAR marks none of it: how such a draft looks is learned from those outside, without what the taggers say of them.
        List<(JudgedRow Row, float Weight)> all =
        [
            .. train.Select(row => (row, 1f)), .. train.Where(row => row.IsRuled).Select(row => (row.AsInner(), InnerWeight)),
            .. read.Select(row => (row.IsInner ? row.AsInner() : row, row.IsInner ? InnerReadWeight * worth.Weight : worth.Weight)),
        ];
        var labels = train.Select(row => row.Verdict == Verdict.Right ? 1f : 0f).Concat(train.Where(row => row.IsRuled).Select(row => row.Verdict == Verdict.Right ? 1f : 0f))
            .Concat(read.Select(row => row.Verdict switch { Verdict.Right => 1f, Verdict.Part => worth.Part, _ => 0f }));
        return BoostedTrees.Train(new TrainingRows([.. all.Select(one => one.Row.Numbers)], [.. labels], [.. all.Select(one => one.Weight)]), settings);
    }

    private static void Tell(string name, List<(JudgedRow Row, float Sure)> rows)
    {
        var right = rows.Count(one => one.Row.Verdict == Verdict.Right);
        Console.WriteLine(FormattableString.Invariant($"{name}: {rows.Count} rows that readers judged, {right} right; a right one is surer than another in {Surer(rows):F3}"));
        foreach (var least in Thresholds)
        {
            var kept = rows.Where(one => one.Sure >= least).Select(one => one.Row.Verdict).ToList();
            Console.WriteLine(FormattableString.Invariant($"  {least:F2}: kept {kept.Count,3}, right {Share(kept.Count(one => one == Verdict.Right), kept.Count):F2}, right or in part {Share(kept.Count(one => one != Verdict.Wrong), kept.Count):F2}, of the right ones {Share(kept.Count(one => one == Verdict.Right), right):F2}"));
        }
    }

    /// <summary>How often a right row is surer than one that is not (the area under the curve).</summary>
    private static double Surer(List<(JudgedRow Row, float Sure)> rows)
    {
        var (right, other) = (rows.Where(one => one.Row.Verdict == Verdict.Right).ToList(), rows.Where(one => one.Row.Verdict != Verdict.Right).ToList());
        return right.Sum(one => other.Sum(two => one.Sure > two.Sure ? 1 : one.Sure == two.Sure ? 0.5 : 0)) / Math.Max(1, right.Count * (double)other.Count);
    }

    private static void TellDev(List<(JudgedRow Row, float Sure)> rows)
    {
        Console.WriteLine(FormattableString.Invariant($"dev: {rows.Count} rows; a right one is surer than another in {Surer(rows):F3}"));
        var gold = PolNearReader.Files("dev").Sum(files => PolNearReader.Read(files).Attributions.Length);
        foreach (var least in Thresholds)
        {
            var kept = rows.Where(one => one.Sure >= least).Select(one => one.Row.Verdict).ToList();
            var (whole, cue) = (kept.Count(one => one == Verdict.Right), kept.Count(one => one != Verdict.Wrong));
            Console.WriteLine(FormattableString.Invariant($"dev {least:F2}: kept {kept.Count}, whole P {Share(whole, kept.Count):F3} R {Share(whole, gold):F3} F1 {Share(2 * whole, kept.Count + gold):F3}, cue F1 {Share(2 * cue, kept.Count + gold):F3}"));
        }
    }

    private static double Share(int part, int whole) => (double)part / Math.Max(1, whole);
}
