using OnRecord.Pages.Html;

namespace OnRecord.Lab.Pages;

/// <summary>
/// Trains both opinions. The second learns from first opinions of models that had not seen the page's site, as it will meet them (stacking:
/// Wolpert, 1992); in cross-validation neither had they seen the fold that is scored.
/// </summary>
internal sealed class ArticleTraining(List<TrainPages.Example> examples, TreeSettings settings)
{
    /// <summary>Number of parts into which the sites are divided.</summary>
    public const int FoldCount = 5;

    private const int None = -1;

    private readonly Dictionary<(int, int), TreeModel> _first = [];

    /// <summary>For each fold a model that has seen none of its sites; with all, last one that has seen every page.</summary>
    public ArticleModel[] Folds(bool withAll) => [.. Enumerable.Range(0, FoldCount).Select(Without), .. withAll ? [Without(None)] : Array.Empty<ArticleModel>()];

    /// <summary>For each fold a first opinion that has seen none of its sites.</summary>
    public TreeModel[] FirstFolds() => [.. Enumerable.Range(0, FoldCount).Select(fold => FirstWithout(fold, None))];

    private ArticleModel Without(int fold)
    {
        var seen = examples.Where(example => example.Gold.Fold != fold).ToList();
        var rows = seen.SelectMany(example =>
        {
            var first = FirstWithout(fold, example.Gold.Fold);
            return RunContext.Of(example.Page, [.. example.Page.Features.Select(row => first.Score(row))]);
        });
        return new ArticleModel(FirstWithout(fold, None), Train(seen, [.. rows]));
    }

    private TreeModel FirstWithout(int fold, int other)
    {
        var key = (Math.Min(fold, other), Math.Max(fold, other));
        if (!_first.TryGetValue(key, out var model))
        {
            var seen = examples.Where(example => example.Gold.Fold != fold && example.Gold.Fold != other).ToList();
            _first[key] = model = Train(seen, [.. seen.SelectMany(example => example.Page.Features)]);
        }

        return model;
    }

    private TreeModel Train(List<TrainPages.Example> seen, float[][] rows) => BoostedTrees.Train(
        new TrainingRows(rows, [.. seen.SelectMany(example => example.Labels)], [.. seen.SelectMany(example => example.Weights)]),
        settings);
}
