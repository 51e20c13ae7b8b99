using AngleSharp.Dom;

namespace OnRecord.Pages.Html;

/// <summary>
/// Finds what stands inside an article and does not read like it, though it is evidence: posts of social networks, with their author, and the verdict of a fact check. The names that
/// networks give their elements, and fact checkers theirs, tell them.
/// </summary>
internal static class EmbeddedParts
{
    private const int Levels = 6;
    private const int MostWordsOfVerdict = 6;

    /// <summary>Runs between the article and such a part.</summary>
    private const int Reach = 3;

    /// <summary>Parts of the class names of embedded posts.</summary>
    private static readonly string[] Posts = ["twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "fb-post", "bluesky-embed", "mastodon-embed", "threads-post", "text-post-media", "reddit-embed", "reddit-card", "telegram-post"];

    private static readonly string[] Verdicts = ["rating", "verdict", "ruling"];

    /// <summary>Whether a run is of an embedded post.</summary>
    public static bool IsOfPost(Run run) => (run.Box.Places & Place.Quote) != 0 && Names(run.Box.Element, Levels).Any(name => Posts.Any(post => name.Contains(post, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Raises the scores of such parts, where they stand in the article or right behind it.</summary>
    public static void Keep(HtmlPage page, float[] scores, float benefit)
    {
        var (first, last) = (Array.FindIndex(scores, score => score > 0), Array.FindLastIndex(scores, score => score > 0));
        var isCheck = first >= 0 && IsFactCheck(page, first, last);
        for (var i = Math.Max(0, first); first >= 0 && i < Math.Min(scores.Length, last + Reach); i++)
        {
            var run = page.Tree.Runs[i];
            if (IsOfPost(run) || (isCheck && IsVerdict(run)))
            {
                scores[i] = Math.Max(scores[i], benefit);
            }
        }
    }

    private static bool IsFactCheck(HtmlPage page, int first, int last) => Enumerable.Range(first, last - first + 1)
        .Select(i => page.Tree.Runs[i])
        .Any(run => run.Words <= MostWordsOfVerdict && run.Text.TrimEnd(':', ' ').Equals("claim", StringComparison.OrdinalIgnoreCase)
            || Names(run.Box.Element, 2).Any(name => name.Contains("claim", StringComparison.OrdinalIgnoreCase) || name.Contains("fact-check", StringComparison.OrdinalIgnoreCase) || name.Contains("factcheck", StringComparison.OrdinalIgnoreCase)));

    private static bool IsVerdict(Run run) =>
        run.Words is > 0 and <= MostWordsOfVerdict && run.Href is null && run.Text.Any(char.IsLetter) && (run.Box.Places & (Place.Nav | Place.Footer | Place.Form | Place.Hidden | Place.Dialog)) == 0
        && Names(run.Box.Element, 2).Any(name => Verdicts.Any(verdict => name.Contains(verdict, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Classes of an element and of those around it.</summary>
    private static IEnumerable<string> Names(IElement element, int levels)
    {
        for (IElement? around = element; around is not null && levels > 0; around = around.ParentElement, levels--)
        {
            if (around.ClassName is { Length: > 0 } names)
            {
                yield return names;
            }
        }
    }
}
