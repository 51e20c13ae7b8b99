namespace OnRecord.Pages.Html;

/// <summary>A line inside an article that only sends the reader to another one: "READ MORE: Docks stay closed", the title a link.</summary>
internal static class CrossReference
{
    private const int MostWords = 30;
    private const int LeastWordsOfTitle = 3;
    private const int LongestOpening = 40;
    private const float LeastLinks = 0.5f;
    private static readonly System.Buffers.SearchValues<char> Separators = System.Buffers.SearchValues.Create(":|–—");

    /// <summary>Whether a run is one.</summary>
    public static bool Is(Run run, PagePhrases phrases) =>
        run.Words <= MostWords && run.Href is not null && run.LinkDensity >= LeastLinks && Separator(run) is > 0 && phrases.Of(run.Text) == PhraseKind.Related && Title(run).AsSpan().Count(' ') + 1 >= LeastWordsOfTitle;

    /// <summary>The other article's title: what stands behind the opening.</summary>
    public static string Title(Run run) => run.Text[(Separator(run) + 1)..].Trim().TrimEnd(']', ')').TrimStart('\ufeff');

    private static int Separator(Run run) => run.Text.AsSpan(0, Math.Min(run.Text.Length, LongestOpening)).IndexOfAny(Separators);
}
