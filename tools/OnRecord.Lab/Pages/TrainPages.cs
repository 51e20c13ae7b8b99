using System.CommandLine;
using System.Globalization;
using OnRecord.Data;
using OnRecord.Lab.Scoring;
using OnRecord.Pages.Html;
using OnRecord.Pages.Input;

namespace OnRecord.Lab.Pages;

/// <summary>Trains the model that tells an article's runs of text from the rest of its page.</summary>
internal static class TrainPages
{
    public static Command Command()
    {
        var write = new Option<bool>("--write") { Description = "Train on all pages as well, and write the model to data/en/models." };
        var dump = new Option<string?>("--dump") { Description = "Write each run with its label and cross-validated score to this file." };
        var trees = new Option<int>("--trees") { Description = "Number of trees.", DefaultValueFactory = _ => new TreeSettings().Trees };
        var leaves = new Option<int>("--leaves") { Description = "Most leaves of a tree.", DefaultValueFactory = _ => new TreeSettings().Leaves };
        var rate = new Option<float>("--rate") { Description = "Share of each tree's step.", DefaultValueFactory = _ => new TreeSettings().Rate };
        var folds = new Option<string?>("--folds") { Description = "Keep the models of the folds in this folder, or read them from it." };
        var first = new Option<bool>("--first") { Description = "Train the first opinion alone, for quick trials of features and settings." };
        var command = new Command("train-pages", "Trains the article model on WCXB dev and fundus, with cross-validation by site.") { write, dump, trees, leaves, rate, folds, first };
        command.SetAction(parse => parse.GetValue(first) ? RunFirst(new TreeSettings { Trees = parse.GetValue(trees), Leaves = parse.GetValue(leaves), Rate = parse.GetValue(rate) }) : Run(
            parse.GetValue(write),
            parse.GetValue(dump),
            parse.GetValue(folds),
            new TreeSettings { Trees = parse.GetValue(trees), Leaves = parse.GetValue(leaves), Rate = parse.GetValue(rate) }));
        return command;
    }

    /// <summary>A gold page taken apart, with its labels.</summary>
    internal sealed record Example(GoldPage Gold, HtmlPage Page, float[] Labels, float[] Weights);

    /// <summary>The gold pages taken apart.</summary>
    internal static List<Example> Examples(IEnumerable<GoldPage> pages)
    {
        var parser = HtmlReader.OpenParser(DataFolder.English());
        return [.. pages.Where(gold => gold.Text.Length > 0).Select(gold =>
        {
            var page = parser.Parse(TextDecoder.Decode(gold.Bytes, null, isHtml: true).Text, gold.Uri);
            return new Example(gold, page, PageLabels.Of(page, gold.Text), PageLabels.Weights(page, gold.Text));
        })];
    }

    /// <summary>For each fold a model that has seen none of its sites; last, one that has seen all.</summary>
    internal static ArticleModel[] Folds(List<Example> examples, TreeSettings settings, bool withAll = false) =>
        new ArticleTraining(examples, settings).Folds(withAll);

    private static int Run(bool write, string? dump, string? folds, TreeSettings settings)
    {
        var examples = Examples([.. GoldPages.Wcxb(), .. GoldPages.Fundus()]);
        var models = (write ? null : FoldModels.Read(folds)) ?? Folds(examples, settings, withAll: write);
        FoldModels.Write(folds, models[..ArticleTraining.FoldCount]);
        foreach (var (name, part) in new[] { ("wcxb", examples.Where(e => !e.Gold.Id.Contains('/'))), ("fundus", examples.Where(e => e.Gold.Id.Contains('/'))) })
        {
            double first = 0, f1 = 0, oracle = 0;
            int count = 0, same = 0;
            foreach (var example in part)
            {
                var runs = example.Page.Tree.Runs;
                var model = models[example.Gold.Fold];
                var scores = model.Scores(example.Page);
                var opinions = model.FirstScores(model.Words.AddTo(example.Page));
                first += WordMeasure.Of(string.Join('\n', runs.Where(run => opinions[run.Index] > 0).Select(run => run.Text)), example.Gold.Text).F1;
                f1 += WordMeasure.Of(string.Join('\n', runs.Where(run => scores[run.Index] > 0).Select(run => run.Text)), example.Gold.Text).F1;
                var right = string.Join('\n', runs.Where(run => example.Labels[run.Index] > 0).Select(run => run.Text));
                oracle += WordMeasure.Of(right, example.Gold.Text).F1;
                same += WordMeasure.Words(right).SequenceEqual(WordMeasure.Words(example.Gold.Text)) ? 1 : 0;
                count++;
            }

            Console.WriteLine(FormattableString.Invariant($"{name}: {count} pages, word F1 of runs alone {f1 / count:F4} (first opinion {first / count:F4}), with gold labels {oracle / count:F4} (same words on {(double)same / count:P1})"));
        }

        if (dump is not null)
        {
            File.WriteAllLines(dump, examples.SelectMany(example => example.Page.Tree.Runs.Zip(models[example.Gold.Fold].Scores(example.Page), (run, score) => string.Create(
                CultureInfo.InvariantCulture,
                $"{example.Gold.Id}\t{run.Index}\t{example.Labels[run.Index]}\t{score:F2}\t{run.Words}\t{run.Box.Places}\t{run.Box.Name}\t{run.Box.Signature}\t{run.Text}"))));
        }

        if (write)
        {
            ModelFile.Write(WordModel.FileName, models[^1].Words.Write());
            ModelFile.Write(ArticleModel.FirstName, models[^1].First.Write(RunFeatures.Names));
            ModelFile.Write(ArticleModel.SecondName, models[^1].Second.Write(RunContext.Names));
        }

        return 0;
    }

    private static int RunFirst(TreeSettings settings)
    {
        var examples = Examples([.. GoldPages.Wcxb(), .. GoldPages.Fundus()]);
        var models = new ArticleTraining(examples, settings).FirstFolds();
        foreach (var part in examples.GroupBy(example => example.Gold.Id.Contains('/') ? "fundus" : "wcxb"))
        {
            double plain = 0, bordered = 0, loss = 0;
            foreach (var example in part)
            {
                var (words, trees) = models[example.Gold.Fold];
                var scores = words.AddTo(example.Page).Features.Select(row => trees.Score(row)).ToArray();
                loss += scores.Select((score, i) => Math.Log(1 + Math.Exp(example.Labels[i] > 0 ? -score : score)) * example.Weights[i]).Sum() / example.Weights.Sum();
                plain += F1(example, scores);
                PageBorder.Apply(example.Page.Tree.Runs, scores);
                bordered += F1(example, scores);
            }

            Console.WriteLine(FormattableString.Invariant($"{part.Key}: first opinion F1 {plain / part.Count():F4}, with the page's border {bordered / part.Count():F4}, loss {loss / part.Count():F4}"));
        }

        return 0;
    }

    private static double F1(Example example, float[] scores) =>
        WordMeasure.Of(string.Join('\n', example.Page.Tree.Runs.Where(run => scores[run.Index] > 0).Select(run => run.Text)), example.Gold.Text).F1;
}
