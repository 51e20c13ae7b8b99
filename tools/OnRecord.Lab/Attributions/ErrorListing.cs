using System.Collections.Immutable;

namespace OnRecord.Lab.Attributions;

/// <summary>Prints what differs from gold, a difference a block of lines, for reading.</summary>
internal static class ErrorListing
{
    private const int Around = 130;

    public static Action<GoldAttribution?, Attribution?> Printer(GoldArticle article) => (gold, ours) =>
    {
        var what = gold is null ? "FALSE" : ours is null ? "MISS" : "SPAN";
        Console.WriteLine($"{what} [{CueLemma(ours)}|{CueText(article, gold)}] {article.Name} ({ours?.Rule})");
        if (gold is not null)
        {
            Console.WriteLine($"   gold  S[{Join(article, gold.Source)}] C[{Join(article, gold.Cue)}] T[{Join(article, gold.Content)}]");
        }

        if (ours is not null)
        {
            var source = ours.Source is null ? "" : ours.Source.Span.Of(article.Text);
            Console.WriteLine($"   ours  S[{source}] C[{ours.Cue.Span.Of(article.Text)}] T[{Join(article, ours.Content)}]");
        }

        var at = gold is null ? ours!.Cue.Span : gold.Cue[0];
        var from = Math.Max(0, at.Start - Around);
        Console.WriteLine($"   text  {article.Text[from..Math.Min(article.Text.Length, at.End + Around)].ReplaceLineEndings(" ¶ ")}");
    };

    private static string CueLemma(Attribution? ours) => ours?.Cue.Lemma ?? "";

    private static string CueText(GoldArticle article, GoldAttribution? gold) => gold is null ? "" : Join(article, gold.Cue);

    private static string Join(GoldArticle article, ImmutableArray<TextSpan> spans) =>
        string.Join(" … ", spans.Select(span => span.Of(article.Text))).ReplaceLineEndings(" ¶ ");
}
