using System.CommandLine;
using System.Globalization;
using OnRecord.Attributions;
using OnRecord.Attributions.Borders;
using OnRecord.Attributions.Judging;
using OnRecord.Data;
using OnRecord.Lab.Pages;
using OnRecord.Lab.Scoring;
using OnRecord.Language;
using OnRecord.Names;
using OnRecord.Names.Coreference;
using OnRecord.Pages.Html;

namespace OnRecord.Lab.Attributions;

/// <summary><c>train-ends</c>: where contents end, from PolNeAR train; what it does on dev.</summary>
internal static class TrainEnds
{
    private static readonly float[] Margins = [0, 0.05f, 0.1f, 0.15f, 0.2f, 0.3f, 0.4f, 0.5f];

    public static Command Command()
    {
        var cache = new Option<string>("--cache") { Description = "Folder in which the numbers are kept, so that training again needs no reading.", Required = true };
        var write = new Option<bool>("--write") { Description = "Write the model into data/en/models." };
        var trees = new Option<int>("--trees") { DefaultValueFactory = _ => 200, Description = "Number of trees." };
        var leaves = new Option<int>("--leaves") { DefaultValueFactory = _ => 8, Description = "Leaves of a tree." };
        var command = new Command("train-ends", "Trains the model of where contents end on PolNeAR train.") { cache, write, trees, leaves };
        command.SetAction(parse => Run(parse.GetValue(cache)!, parse.GetValue(write), new TreeSettings { Trees = parse.GetValue(trees), Leaves = parse.GetValue(leaves), Rate = 0.06f, LeastHessian = 5 }));
        return command;
    }

    private static void Run(string cache, bool write, TreeSettings settings)
    {
        var (train, dev) = (Cached(cache, "train"), Cached(cache, "dev"));
        var model = BoostedTrees.Train(new TrainingRows([.. train.Select(row => row.Numbers)], [.. train.Select(row => row.IsRight ? 1f : 0f)], [.. train.Select(_ => 1f)]), settings);
        Tell("train", train, model);
        Tell("dev", dev, model);
        if (write)
        {
            ModelFile.Write(ContentBorders.ModelName, model.Write(EndFeatures.Names));
        }
    }

    /// <summary>How many contents end where they should: now, and where the likeliest end is taken that is likelier by a margin.</summary>
    private static void Tell(string name, List<EndRow> rows, TreeModel model)
    {
        var now = EndFeatures.Names.IndexOf("now");
        var contents = rows.GroupBy(row => row.Content).Select(group => group.Select(row => (row.IsRight, IsNow: row.Numbers[now] > 0, Likely: model.Probability(row.Numbers))).ToList()).ToList();
        Console.WriteLine(FormattableString.Invariant($"{name}: {contents.Count} contents, {contents.Count(one => one.Exists(end => end.IsRight))} have their end among the places, {contents.Count(one => one.Exists(end => end.IsRight && end.IsNow))} end there now"));
        foreach (var margin in Margins)
        {
            var chosen = contents.ConvertAll(one => one.MaxBy(end => end.Likely) is var best && best.Likely > one.Find(end => end.IsNow).Likely + margin ? best : one.Find(end => end.IsNow));
            Console.WriteLine(FormattableString.Invariant($"  margin {margin:F2}: {chosen.Count(end => !end.IsNow)} changed, {chosen.Count(end => end.IsRight)} right"));
        }
    }

    private sealed record EndRow(int Content, bool IsRight, float[] Numbers);

    private static List<EndRow> Cached(string cache, string compartment)
    {
        var file = Path.Combine(cache, $"ends-{compartment}.tsv");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(cache);
            File.WriteAllLines(file, Read(compartment).Select(row => FormattableString.Invariant($"{row.Content}\t{(row.IsRight ? 1 : 0)}\t{string.Join('\t', row.Numbers.Select(number => number.ToString("G5", CultureInfo.InvariantCulture)))}")));
        }

        return [.. File.ReadLines(file).Select(line => line.Split('\t')).Select(cells => new EndRow(int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1] == "1", [.. cells.Skip(2).Select(cell => float.Parse(cell, CultureInfo.InvariantCulture))]))];
    }

    private static IEnumerable<EndRow> Read(string compartment)
    {
        var data = DataFolder.English();
        var (analyzer, names, words) = (new EnglishAnalyzer(data), new NameFinder(data), new AttributionWords(data));
        var finder = new AttributionFinder(data, Judge.Lenient(data, new NounKinds(data)), ContentBorders.Asking());
        var content = 0;
        foreach (var article in PolNearReader.Files(compartment).Select(PolNearReader.Read))
        {
            var analysis = analyzer.Analyze(RunningText.Document(article.Text));
            var sheet = new Sheet(analysis, words);
            foreach (var draft in finder.Drafts(sheet, names.Find(analysis)).Where(draft => draft.Ends is not null))
            {
                var (open, rows) = draft.Ends!.Value;
                if (GoldEnd(sheet, draft, open, article) is not { } gold)
                {
                    continue;
                }

                content++;
                for (var i = 0; i < rows.Count; i++)
                {
                    yield return new EndRow(content, open.Ends[i].End == gold, rows[i]);
                }
            }
        }
    }

    /// <summary>One past the last token of the gold content, where it is one part behind the cue and shares something with ours; null elsewhere.</summary>
    private static int? GoldEnd(Sheet sheet, Draft draft, OpenContent open, GoldArticle article)
    {
        var ours = sheet.Analysis.SpanOf(open.First, open.Ends[open.Now].End);
        var gold = article.Attributions.Where(one => one.Cue.Any(draft.CueSpan.Overlaps)).Select(one => one.Content.Where(span => span.Start >= draft.CueSpan.End).ToList()).FirstOrDefault(spans => spans.Exists(ours.Overlaps));
        if (gold is not [var only])
        {
            return null;
        }

        var (first, end) = sheet.TokensOf(only);
        return OpenContent.Trimmed(sheet, draft.Cue, first, end);
    }
}
