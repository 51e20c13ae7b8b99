using OnRecord.Pages.Html;

namespace OnRecord.Lab.Pages;

/// <summary>Keeps the models of a cross-validation in a folder, so that rules behind the models can be tried without training.</summary>
internal static class FoldModels
{
    /// <summary>The models in a folder; null where there is none, or where they read other features than the program's.</summary>
    public static ArticleModel[]? Read(string? folder)
    {
        if (folder is null || !Directory.Exists(folder))
        {
            return null;
        }

        try
        {
            var words = Paths(folder, WordModel.FileName).Select(path => WordModel.Read(File.ReadAllBytes(path)));
            var first = Files(folder, ArticleModel.FirstName, RunFeatures.Names);
            var second = Files(folder, ArticleModel.SecondName, RunContext.Names);
            return first.Length == 0 ? null : [.. words.Zip(first, second).Select(models => new ArticleModel(models.First, models.Second, models.Third))];
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Writes the models to a folder, if one is named.</summary>
    public static void Write(string? folder, ArticleModel[] models)
    {
        if (folder is null)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        for (var fold = 0; fold < models.Length; fold++)
        {
            File.WriteAllText(Path.Combine(folder, $"{fold}-{WordModel.FileName}"), models[fold].Words.Write());
            File.WriteAllText(Path.Combine(folder, $"{fold}-{ArticleModel.FirstName}"), models[fold].First.Write(RunFeatures.Names));
            File.WriteAllText(Path.Combine(folder, $"{fold}-{ArticleModel.SecondName}"), models[fold].Second.Write(RunContext.Names));
        }
    }

    private static IEnumerable<string> Paths(string folder, string name) => Directory.GetFiles(folder, "*-" + name).Order(StringComparer.Ordinal);

    private static TreeModel[] Files(string folder, string name, System.Collections.Immutable.ImmutableArray<string> features) =>
    [
        .. Paths(folder, name).Select(path => TreeModel.Read(File.ReadAllBytes(path), features)),
    ];
}
