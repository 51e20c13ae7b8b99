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

    /// <summary>For each run of a page the log-odds that it belongs to the article; a long page is judged in windows.</summary>
    public float[] Scores(HtmlPage page)
    {
        var scores = new float[page.Tree.Runs.Length];
        var isLong = false;
        foreach (var window in PageWindows.Of(page))
        {
            isLong = true;
            var own = ScoresOfWhole(window.Page);
            for (var i = 0; i < own.Length; i++)
            {
                if (window.Judged[i] >= 0)
                {
                    scores[window.Judged[i]] = own[i];
                }
            }
        }

        return isLong ? scores : ScoresOfWhole(page);
    }

    private float[] ScoresOfWhole(HtmlPage page)
    {
        var worded = Words.AddTo(page);
        return [.. RunContext.Of(worded, FirstScores(worded)).Select(row => Second.Score(row))];
    }

    /// <summary>The first opinion alone, of a page that has the words' opinion among its features.</summary>
    public float[] FirstScores(HtmlPage page) => [.. page.Features.Select(row => First.Score(row))];
}
