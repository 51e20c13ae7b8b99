using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using OnRecord.Data;
using OnRecord.Pages.Html;
using OnRecord.Pages.Input;

namespace OnRecord.Lab.Pages;

/// <summary>Trains the model that tells an article's runs of text from the rest of its page.</summary>
internal static class TrainPages
{
    public static Command Command()
    {
        var write = new Option<bool>("--write") { Description = "Train on all pages as well, and write the model to data/en/models." };
        var command = new Command("train-pages", "Trains the article model on WCXB dev and fundus, with cross-validation by site.") { write };
        command.SetAction(parse => Run(parse.GetValue(write)));
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

    /// <summary>Trains on the given examples.</summary>
    internal static TreeModel Train(IReadOnlyCollection<Example> examples, TreeSettings settings) => BoostedTrees.Train(
        new TrainingRows(
            [.. examples.SelectMany(example => example.Page.Features)],
            [.. examples.SelectMany(example => example.Labels)],
            [.. examples.SelectMany(example => example.Weights)]),
        settings);

    /// <summary>For each fold a model that has seen none of its sites.</summary>
    internal static TreeModel[] Folds(List<Example> examples, TreeSettings settings) =>
        [.. Enumerable.Range(0, 5).Select(fold => Train([.. examples.Where(example => example.Gold.Fold != fold)], settings))];

    private static int Run(bool write)
    {
        var examples = Examples([.. GoldPages.Wcxb(), .. GoldPages.Fundus()]);
        var settings = new TreeSettings();
        var models = Folds(examples, settings);
        foreach (var (name, part) in new[] { ("wcxb", examples.Where(e => !e.Gold.Id.Contains('/'))), ("fundus", examples.Where(e => e.Gold.Id.Contains('/'))) })
        {
            double f1 = 0, oracle = 0;
            var count = 0;
            foreach (var example in part)
            {
                var runs = example.Page.Tree.Runs;
                f1 += WordMeasure.Of(string.Join('\n', runs.Where(run => models[example.Gold.Fold].Score(example.Page.Features[run.Index]) > 0).Select(run => run.Text)), example.Gold.Text).F1;
                oracle += WordMeasure.Of(string.Join('\n', runs.Where(run => example.Labels[run.Index] > 0).Select(run => run.Text)), example.Gold.Text).F1;
                count++;
            }

            Console.WriteLine(FormattableString.Invariant($"{name}: {count} pages, word F1 of runs alone {f1 / count:F4}, with gold labels {oracle / count:F4}"));
        }

        if (write)
        {
            Write(Train(examples, settings));
        }

        return 0;
    }

    private static void Write(TreeModel model)
    {
        var folder = Path.Combine(Gold.Repository, "data", "en", "models");
        Directory.CreateDirectory(folder);
        var text = model.Write(RunFeatures.Names);
        File.WriteAllText(Path.Combine(folder, HtmlReader.ModelName), text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var list = Path.Combine(folder, "SHA256SUMS");
        var lines = File.Exists(list) ? File.ReadAllLines(list).Where(line => !line.EndsWith("  " + HtmlReader.ModelName, StringComparison.Ordinal)) : [];
        File.WriteAllLines(list, lines.Append($"{hash}  {HtmlReader.ModelName}").OrderBy(line => line.Split("  ")[1], StringComparer.Ordinal));
        Console.WriteLine($"{HtmlReader.ModelName}: {text.Length} bytes, SHA-256 {hash}");
    }
}
