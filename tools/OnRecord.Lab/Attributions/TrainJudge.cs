using System.CommandLine;
using System.Globalization;
using OnRecord.Attributions;
using OnRecord.Attributions.Judging;
using OnRecord.Data;
using OnRecord.Lab.Pages;
using OnRecord.Lab.Scoring;
using OnRecord.Language;
using OnRecord.Names;

namespace OnRecord.Lab.Attributions;

/// <summary><c>train-judge</c>: the judge of attributions, from PolNeAR train; what it does on dev at several thresholds.</summary>
internal static class TrainJudge
{
    private static readonly float[] Thresholds = [0.2f, 0.25f, 0.3f, 0.35f, 0.4f, 0.45f, 0.5f, 0.55f, 0.6f, 0.7f];

    public static Command Command()
    {
        var cache = new Option<string>("--cache") { Description = "Folder in which the numbers are kept, so that training again needs no reading.", Required = true };
        var write = new Option<bool>("--write") { Description = "Write the model into data/en/models." };
        var trees = new Option<int>("--trees") { DefaultValueFactory = _ => 200, Description = "Number of trees." };
        var leaves = new Option<int>("--leaves") { DefaultValueFactory = _ => 12, Description = "Leaves of a tree." };
        var command = new Command("train-judge", "Trains the judge of attributions on PolNeAR train.") { cache, write, trees, leaves };
        command.SetAction(parse => Run(parse.GetValue(cache)!, parse.GetValue(write), new TreeSettings { Trees = parse.GetValue(trees), Leaves = parse.GetValue(leaves), Rate = 0.05f, LeastHessian = 3 }));
        return command;
    }

    private static void Run(string cache, bool write, TreeSettings settings)
    {
        var (train, dev) = (Rows("train", cache), Rows("dev", cache));
        var model = BoostedTrees.Train(new TrainingRows([.. train.Select(row => row.Numbers)], [.. train.Select(row => row.IsWhole ? 1f : 0f)], [.. train.Select(_ => 1f)]), settings);
        var gold = PolNearReader.Files("dev").Sum(files => PolNearReader.Read(files).Attributions.Length);
        var scored = dev.Select(row => (row, Sure: model.Probability(row.Numbers))).ToList();
        foreach (var least in Thresholds)
        {
            var kept = scored.Where(one => one.Sure >= least).Select(one => one.row).ToList();
            Console.WriteLine(FormattableString.Invariant($"{least:F2}: kept {kept.Count}, whole P {Share(kept.Count(row => row.IsWhole), kept.Count):F3} R {Share(kept.Count(row => row.IsWhole), gold):F3} F1 {Share(2 * kept.Count(row => row.IsWhole), kept.Count + gold):F3}, cue F1 {Share(2 * kept.Count(row => row.IsCue), kept.Count + gold):F3}"));
        }

        if (write)
        {
            ModelFile.Write(Judge.ModelName, model.Write(JudgeFeatures.Names));
        }
    }

    private static double Share(int part, int whole) => (double)part / Math.Max(1, whole);

    private static List<Row> Rows(string compartment, string cache)
    {
        var file = Path.Combine(cache, $"judge-{compartment}.tsv");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(cache);
            File.WriteAllLines(file, Read(compartment).Select(row => $"{(row.IsCue ? 1 : 0)}\t{(row.IsWhole ? 1 : 0)}\t{row.Rule}\t{string.Join('\t', row.Numbers.Select(number => number.ToString("G6", CultureInfo.InvariantCulture)))}"));
        }

        return [.. File.ReadLines(file).Select(line => line.Split('\t')).Select(cells => new Row(cells[0] == "1", cells[1] == "1", cells[2], [.. cells.Skip(3).Select(cell => float.Parse(cell, CultureInfo.InvariantCulture))]))];
    }

    /// <summary>The drafts that no other holds, each with what the annotators say: PolNeAR marks outer attributions alone.</summary>
    private static List<Row> Read(string compartment)
    {
        var data = DataFolder.English();
        var (analyzer, names, finder, words) = (new EnglishAnalyzer(data), new NameFinder(data), new AttributionFinder(data, Judge.Lenient), new AttributionWords(data));
        var rows = new List<Row>();
        foreach (var files in PolNearReader.Files(compartment))
        {
            var article = PolNearReader.Read(files);
            var analysis = analyzer.Analyze(RunningText.Document(article.Text));
            var sheet = new Sheet(analysis, words);
            var drafts = finder.Drafts(sheet);
            var judged = drafts.Where(draft => draft.Features is not null).DistinctBy(draft => draft.CueSpan).ToDictionary(draft => draft.CueSpan);
            var found = Finishing.Finish(sheet, names.Find(analysis), drafts).Found;
            var (wrong, notWhole) = (new HashSet<TextSpan>(), new HashSet<TextSpan>());
            AttributionScores.Of(article, found, (gold, ours) => Note(gold, ours, wrong, notWhole));
            rows.AddRange(found.Where(one => one.Within is null && judged.ContainsKey(one.Cue.Span))
                .Select(one => new Row(!wrong.Contains(one.Cue.Span), !wrong.Contains(one.Cue.Span) && !notWhole.Contains(one.Cue.Span), one.Rule, judged[one.Cue.Span].Features!)));
        }

        return rows;
    }

    private static void Note(GoldAttribution? gold, Attribution? ours, HashSet<TextSpan> wrong, HashSet<TextSpan> notWhole)
    {
        if (ours is not null && gold is null)
        {
            wrong.Add(ours.Cue.Span);
        }
        else if (ours is not null && !AttributionScores.IsWhole(gold!, ours))
        {
            notWhole.Add(ours.Cue.Span);
        }
    }

    private sealed record Row(bool IsCue, bool IsWhole, string Rule, float[] Numbers);
}
