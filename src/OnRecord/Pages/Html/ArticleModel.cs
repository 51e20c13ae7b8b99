using OnRecord.Data;

namespace OnRecord.Pages.Html;

/// <summary>Says of each run of a page whether it belongs to the article: a first opinion from the run, a second one that knows the first of all runs.</summary>
/// <param name="Words">Says what the words alone tell: the last number of <see cref="RunFeatures"/>.</param>
/// <param name="First">Reads <see cref="RunFeatures"/>.</param>
/// <param name="Second">Reads <see cref="RunContext"/>.</param>
internal sealed record ArticleModel(WordModel Words, TreeModel First, TreeModel Second)
{
    /// <summary>File of the first opinion.</summary>
    public const string FirstName = "pages-html.trees";

    /// <summary>File of the second.</summary>
    public const string SecondName = "pages-html-context.trees";

    /// <summary>Opens the shipped models.</summary>
    /// <exception cref="DataFileException">One is missing, damaged, or was trained on other features.</exception>
    public static ArticleModel Open(DataFolder data) => new(
        WordModel.Open(data),
        TreeModel.Open(data, FirstName, RunFeatures.Names),
        TreeModel.Open(data, SecondName, RunContext.Names));

    /// <summary>For each run of a page the log-odds that it belongs to the article; of a long page what is of the article's kinds is judged in windows, too, and length takes nothing from it.</summary>
    public float[] Scores(HtmlPage page)
    {
        var scores = ScoresOfWhole(page);
        HashSet<(string, string)>? kinds = null;
        foreach (var window in PageWindows.Of(page))
        {
            kinds ??= KindsOfArticle(page, [.. scores]);
            var own = ScoresOfWhole(window.Page);
            for (var i = 0; i < own.Length; i++)
            {
                var place = window.Judged[i];
                if (place >= 0 && kinds.Contains(page.Tree.KindOf(page.Tree.Runs[place])))
                {
                    scores[place] = Math.Max(scores[place], own[i]);
                }
            }
        }

        return scores;
    }

    /// <summary>The kinds of runs with which the article begins: of the first ones of a kind most belong to it. References and comments behind it are of others.</summary>
    private static HashSet<(string, string)> KindsOfArticle(HtmlPage page, float[] scores)
    {
        const int First = 10;
        const float Most = 0.6f;
        var seen = new Dictionary<(string, string), (int Runs, int Kept)>();
        for (var i = page.Sums.Core.FirstRun; i < page.Sums.Core.EndRun; i++)
        {
            var kind = page.Tree.KindOf(page.Tree.Runs[i]);
            var (runs, kept) = seen.GetValueOrDefault(kind);
            if (runs < First)
            {
                seen[kind] = (runs + 1, kept + (scores[i] > 0 ? 1 : 0));
            }
        }

        return [.. seen.Where(pair => pair.Value.Kept >= Most * pair.Value.Runs).Select(pair => pair.Key)];
    }

    private float[] ScoresOfWhole(HtmlPage page)
    {
        var worded = Words.AddTo(page);
        return [.. RunContext.Of(worded, FirstScores(worded)).Select(row => Second.Score(row))];
    }

    /// <summary>The first opinion alone, of a page that has the words' opinion among its features.</summary>
    public float[] FirstScores(HtmlPage page) => [.. page.Features.Select(row => First.Score(row))];
}
