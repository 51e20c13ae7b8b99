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
    private readonly Dictionary<(int, int, int), WordModel> _words = [];

    /// <summary>For each fold a model that has seen none of its sites; with all, last one that has seen every page.</summary>
    public ArticleModel[] Folds(bool withAll) => [.. Enumerable.Range(0, FoldCount).Select(Without), .. withAll ? [Without(None)] : Array.Empty<ArticleModel>()];

    /// <summary>For each fold the words' and the first opinion of models that have seen none of its sites.</summary>
    public (WordModel Words, TreeModel First)[] FirstFolds() => [.. Enumerable.Range(0, FoldCount).Select(fold => (WordsWithout(fold, None, None), FirstWithout(fold, None)))];

    private ArticleModel Without(int fold)
    {
        var seen = examples.Where(example => example.Gold.Fold != fold).ToList();
        var rows = seen.SelectMany(example =>
        {
            var first = FirstWithout(fold, example.Gold.Fold);
            var page = WordsWithout(fold, example.Gold.Fold, None).AddTo(example.Page);
            return RunContext.Of(page, [.. page.Features.Select(row => first.Score(row))]);
        });
        return new ArticleModel(WordsWithout(fold, None, None), FirstWithout(fold, None), Train(seen, [.. rows]));
    }

    private TreeModel FirstWithout(int fold, int other)
    {
        var key = (Math.Min(fold, other), Math.Max(fold, other));
        if (!_first.TryGetValue(key, out var model))
        {
            var seen = examples.Where(example => example.Gold.Fold != fold && example.Gold.Fold != other).ToList();
            _first[key] = model = Train(seen, [.. seen.SelectMany(example => WordsWithout(fold, other, example.Gold.Fold).AddTo(example.Page).Features)]);
        }

        return model;
    }

    private WordModel WordsWithout(int one, int two, int three)
    {
        int[] folds = [.. new[] { one, two, three }.Order()];
        var key = (folds[0], folds[1], folds[2]);
        if (!_words.TryGetValue(key, out var model))
        {
            _words[key] = model = WordTraining.Train([.. examples.Where(example => !folds.Contains(example.Gold.Fold))]);
        }

        return model;
    }

    private TreeModel Train(List<TrainPages.Example> seen, float[][] rows) => BoostedTrees.Train(
        new TrainingRows(rows, [.. seen.SelectMany(example => example.Labels)], [.. seen.SelectMany(example => example.Weights)]),
        settings);
}
