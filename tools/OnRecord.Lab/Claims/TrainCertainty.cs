using System.Collections.Frozen;
using System.CommandLine;
using OnRecord.Claims;
using OnRecord.Claims.Certainty;
using OnRecord.Data;
using OnRecord.Lab.Pages;
using OnRecord.Lab.Scoring;
using OnRecord.Language;
using OnRecord.Language.Syntax;

namespace OnRecord.Lab.Claims;

/// <summary><c>train-certainty</c>: trains the model of how sure a claim is on the train part of UDS-IH2, and says how it does on dev.</summary>
internal static class TrainCertainty
{
    private const int Folds = 5;

    /// <summary>A word's mean is drawn to the mean of all as if this many clauses more had that.</summary>
    private const float Prior = 6;

    /// <summary>Words of fewer clauses have no mean of their own.</summary>
    private const int FewestClauses = 3;

    public static Command Command()
    {
        var write = new Option<bool>("--write") { Description = "Write the model to data/en/models." };
        var trees = new Option<int>("--trees") { Description = "Number of trees.", DefaultValueFactory = _ => 200 };
        var leaves = new Option<int>("--leaves") { Description = "Most leaves of a tree.", DefaultValueFactory = _ => 16 };
        var rate = new Option<float>("--rate") { Description = "Share of each tree's step.", DefaultValueFactory = _ => 0.06f };
        var command = new Command("train-certainty", "Trains the model of how sure a claim is on UDS-IH2 train.") { write, trees, leaves, rate };
        command.SetAction(parse =>
        {
            var settings = new TreeSettings { Trees = parse.GetValue(trees), Leaves = parse.GetValue(leaves), Rate = parse.GetValue(rate), LeastHessian = 3, RowShare = 0.7f };
            Run(settings, parse.GetValue(write));
        });
        return command;
    }

    private static void Run(TreeSettings settings, bool write)
    {
        var train = Examples("train");
        var dev = Examples("dev");
        var rows = new float[train.Count][];
        for (var fold = 0; fold < Folds; fold++)
        {
            // A clause's own rating takes no part in the means that it is seen with.
            var means = Means(train.FindAll(one => one.Sentence % Folds != fold));
            for (var i = 0; i < train.Count; i++)
            {
                rows[i] = train[i].Sentence % Folds == fold ? means.Row(train[i].Numbers, train[i].Words) : rows[i];
            }
        }

        var all = Means(train);
        var trees = BoostedTrees.Train(new TrainingRows(rows, [.. train.Select(one => one.Label)], [.. train.Select(_ => 1f)]), settings);
        foreach (var (name, examples) in new[] { ("train", train), ("dev", dev) })
        {
            var found = examples.ConvertAll(one => (double)trees.Probability(all.Row(one.Numbers, one.Words)));
            Console.WriteLine(FormattableString.Invariant($"{name}: {examples.Count} clauses, Pearson r {UdsGold.Pearson(found, examples.ConvertAll(one => (double)one.Label)):F3}"));
        }

        if (write)
        {
            ModelFile.Write(CertaintyModel.TreesName, trees.Write(CertaintyModel.Names));
            ModelFile.Write(CertaintyModel.MeansName, all.Write());
        }
    }

    private static List<Example> Examples(string part)
    {
        var data = DataFolder.English();
        var (analyzer, finder) = (new EnglishAnalyzer(data), new ClaimWords(data));
        var examples = new List<Example>();
        foreach (var sentence in UdsGold.Read(part))
        {
            var analysis = analyzer.Analyze(Language.Treebank.DocumentOf(sentence.Text));
            var trees = analysis.Syntax.Trees;
            var clauses = new ClauseFinder(trees, analysis.Syntax.VerbGroups, finder).Find();
            var statuses = new StatusReader(trees, clauses, finder, _ => false);
            var features = new CertaintyFeatures(trees, clauses, statuses);
            foreach (var (span, label) in sentence.Targets)
            {
                if (clauses.Find(clause => analysis.Tokens[clause.Head].Span.Overlaps(span)) is { } clause)
                {
                    examples.Add(new Example(sentence.Number, features.Numbers(clause), features.Words(clause, statuses.Of(clause)), (float)((label + 3) / 6)));
                }
            }
        }

        return examples;
    }

    private static WordMeans Means(List<Example> examples)
    {
        var mean = examples.Average(one => one.Label);
        return new WordMeans([.. Enumerable.Range(0, CertaintyFeatures.WordNames.Length).Select(feature => examples
            .GroupBy(one => one.Words[feature], StringComparer.Ordinal)
            .Where(group => group.Count() >= FewestClauses && group.Key != WordMeans.All && group.Key.AsSpan().IndexOfAny('\t', '\n') < 0)
            .ToDictionary(group => group.Key, group => (group.Sum(one => one.Label) + (Prior * mean)) / (group.Count() + Prior), StringComparer.Ordinal)
            .Append(KeyValuePair.Create(WordMeans.All, mean))
            .ToFrozenDictionary(StringComparer.Ordinal))]);
    }

    private sealed record Example(int Sentence, float[] Numbers, string[] Words, float Label);
}
