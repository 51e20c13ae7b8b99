using System.Buffers;
using AngleSharp.Dom;

namespace OnRecord.Pages.Html;

/// <summary>The words under a picture where no element says so.</summary>
internal static class PictureLine
{
    private const int MostWords = 8;

    private static readonly string[] Slides = ["slide", "gallery", "carousel", "swiper"];
    private static readonly SearchValues<char> Starts = SearchValues.Create("(.|[!?");
    private static readonly SearchValues<char> Marks = SearchValues.Create(":/");

    /// <summary>Whether the last words of a line say whose picture it tells of: "The harbor on Friday. (Photo: Ida Rostad)".</summary>
    public static bool EndsWithCredit(Run run, PagePhrases phrases)
    {
        var start = run.Text.AsSpan().TrimEnd(".)] ").LastIndexOfAny(Starts);
        if (start <= 0)
        {
            return false;
        }

        var tail = run.Text[(start + 1)..].Trim();
        return tail.AsSpan().Count(' ') < MostWords && tail.AsSpan().ContainsAny(Marks) && phrases.Of(tail) == PhraseKind.Credit && !tail.StartsWith("source", StringComparison.OrdinalIgnoreCase) && tail.AsSpan(1).ContainsAnyInRange('A', 'Z');
    }

    /// <summary>Whether an element stands in a show of pictures: a heading there tells of a picture.</summary>
    public static bool IsOfSlide(IElement element)
    {
        const int Levels = 4;
        var around = element;
        for (var level = 0; level < Levels && around is not null; level++, around = around.ParentElement)
        {
            if (around.ClassName is { } names && Slides.Any(slide => names.Contains(slide, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
