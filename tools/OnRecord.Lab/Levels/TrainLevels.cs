using System.CommandLine;
using OnRecord.Claims.Levels;
using OnRecord.Lab.Pages;
using OnRecord.Lab.Scoring;
using OnRecord.Pages.Html;

namespace OnRecord.Lab.Levels;

/// <summary><c>train-levels</c>: the judge of how likely a claim reads alone, from readers' verdicts in <c>corpus/levels</c>; what it does at several cuts, cross-validated by text.</summary>
internal static class TrainLevels
{
    private const int Folds = 10;

    private static readonly float[] Cuts = [0, 0.3f, 0.4f, 0.5f, 0.53f, 0.57f, 0.59f, 0.62f, 0.65f, 0.7f, 0.75f];

    public static Command Command()
    {
        var cache = new Option<string>("--cache") { Description = "Folder in which the numbers are kept, so that training again needs no reading.", Required = true };
        var write = new Option<bool>("--write") { Description = "Write the model into data/en/models." };
        var trees = new Option<int>("--trees") { DefaultValueFactory = _ => 200, Description = "Number of trees." };
        var leaves = new Option<int>("--leaves") { DefaultValueFactory = _ => 4, Description = "Leaves of a tree." };
        var weight = new Option<float>("--weight") { DefaultValueFactory = _ => 1, Description = "How much a single sentence of the corpora counts beside a row that a reader has judged." };
        var without = new Option<string[]>("--without") { DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true, Description = "Numbers to leave out, by the beginnings of their names: what they are worth." };
        var command = new Command("train-levels", "Trains the judge of levels on readers' verdicts.") { cache, write, trees, leaves, weight, without };
        command.SetAction(parse => Run(
            new LevelRows(parse.GetValue(cache)!), parse.GetValue(write), parse.GetValue(weight), parse.GetValue(without)!,
            new TreeSettings { Trees = parse.GetValue(trees), Leaves = parse.GetValue(leaves), Rate = 0.05f, LeastHessian = 4, Lambda = 5 }));
        return command;
    }

    private static void Run(LevelRows rows, bool write, float weight, string[] without, TreeSettings settings)
    {
        List<LevelRow> Taken(List<LevelRow> all) => all.ConvertAll(row => row with { Numbers = [.. row.Numbers.Select((number, at) => without.Any(left => LevelFeatures.Names[at].StartsWith(left, StringComparison.Ordinal)) ? 0 : number)] });
        var (labels, fresh, sentences) = (Taken(rows.Judged("labels")), Taken(rows.Judged("fresh")), Taken(rows.OfSentences()));
        Tell("labels, cross-validated by text", Crossed(labels, sentences, weight, settings));
        var first = Train(labels, sentences, weight, settings);
        Tell("fresh, from labels alone", fresh.ConvertAll(row => (row, first.Probability(row.Numbers))));
        List<LevelRow> all = [.. labels, .. fresh];
        var crossed = Crossed(all, sentences, weight, settings);
        Tell("both, cross-validated by text", crossed);
        Tell("both, news", crossed.FindAll(one => !one.Row.IsWeb));
        Tell("both, web", crossed.FindAll(one => one.Row.IsWeb));
        Tell("single sentences, cross-validated by file", [.. sentences.GroupBy(row => row.Text).SelectMany(file =>
        {
            var model = Train(all, sentences.FindAll(row => row.Text != file.Key), weight, settings);
            return file.Select(row => (row, model.Probability(row.Numbers)));
        })]);
        if (write)
        {
            ModelFile.Write(LevelJudge.ModelName, Train(all, sentences, weight, settings).Write(LevelFeatures.Names));
        }
    }

    private static List<(LevelRow Row, float Sure)> Crossed(List<LevelRow> rows, List<LevelRow> sentences, float weight, TreeSettings settings)
    {
        var texts = rows.Select(row => row.Text).Distinct().Order(StringComparer.Ordinal).Select((text, at) => (text, at)).ToDictionary(one => one.text, one => one.at % Folds, StringComparer.Ordinal);
        return [.. Enumerable.Range(0, Folds).SelectMany(fold =>
        {
            var model = Train(rows.FindAll(row => texts[row.Text] != fold), sentences, weight, settings);
            return rows.FindAll(row => texts[row.Text] == fold).Select(row => (row, model.Probability(row.Numbers)));
        })];
    }

    private static TreeModel Train(List<LevelRow> rows, List<LevelRow> sentences, float weight, TreeSettings settings)
    {
        List<LevelRow> all = [.. rows, .. sentences];
        return BoostedTrees.Train(new TrainingRows([.. all.Select(row => row.Numbers)], [.. all.Select(row => row.Alone ? 1f : 0f)], [.. rows.Select(_ => 1f), .. sentences.Select(_ => weight)]), settings);
    }

    private static void Tell(string name, List<(LevelRow Row, float Sure)> judged)
    {
        var alone = judged.Count(one => one.Row.Alone);
        Console.WriteLine(FormattableString.Invariant($"{name}: {judged.Count} rows, {Share(alone, judged.Count):F3} read alone; one that does is surer than another in {Surer(judged):F3}"));
        foreach (var cut in Cuts)
        {
            var kept = judged.FindAll(one => one.Sure >= cut).ConvertAll(one => one.Row);
            Console.WriteLine(FormattableString.Invariant($"  {cut:F3}: kept {Share(kept.Count, judged.Count):F3}, read alone {Share(kept.Count(row => row.Alone), kept.Count):F3}, right {Share(kept.Count(row => row.Right), kept.Count):F3}, of those that read alone {Share(kept.Count(row => row.Alone), alone):F3}"));
        }
    }

    /// <summary>How often a row that reads alone is surer than one that does not (the area under the curve).</summary>
    private static double Surer(List<(LevelRow Row, float Sure)> rows)
    {
        var (alone, other) = (rows.FindAll(one => one.Row.Alone), rows.FindAll(one => !one.Row.Alone));
        return alone.Sum(one => other.Sum(two => one.Sure > two.Sure ? 1 : one.Sure == two.Sure ? 0.5 : 0)) / Math.Max(1, alone.Count * (double)other.Count);
    }

    private static double Share(int part, int whole) => (double)part / Math.Max(1, whole);
}
