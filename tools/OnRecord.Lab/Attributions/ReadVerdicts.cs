using System.Collections.Immutable;
using System.Globalization;
using OnRecord.Lab.Pages;

namespace OnRecord.Lab.Attributions;

/// <summary>What a reader said of an attribution; places in code points.</summary>
/// <param name="Text">The article or page.</param>
/// <param name="Ordinal">Which document of the page.</param>
/// <param name="Cue">Where its cue stands.</param>
/// <param name="Source">Where its source stands; null where it has none.</param>
/// <param name="Content">Where the parts of its content stand.</param>
/// <param name="Verdict">What the reader says.</param>
/// <param name="Cause">Why not right; <c>-</c> where it is.</param>
internal sealed record ReadVerdict(string Text, int Ordinal, TextSpan Cue, TextSpan? Source, ImmutableArray<TextSpan> Content, Verdict Verdict, string Cause)
{
    /// <summary>Whether the cause lies in the cue: whatever source and content are, nobody says that, or only the writer.</summary>
    private bool IsOfCue => Cause is "nosaying" or "writer" or "generic";

    /// <summary>The verdict on an attribution that is read today; null where it is another reading than the one judged, of which the verdict does not tell.</summary>
    public Verdict? Of(Attribution attribution, CodePointMap map)
    {
        var isSame = attribution.Source is { } source ? Source == InCodePoints(source.Span, map) : Source is null;
        return IsOfCue || (isSame && Content.SequenceEqual(attribution.Content.Select(span => InCodePoints(span, map)))) ? Verdict : null;
    }

    /// <summary>A span of a text as it is counted here.</summary>
    public static TextSpan InCodePoints(TextSpan span, CodePointMap map) => new(map.ToCodePoints(span.Start), map.ToCodePoints(span.End));
}

/// <summary>The attributions that readers have judged: <c>corpus/attributions/judged.tsv</c>.</summary>
internal static class ReadVerdicts
{
    /// <summary>Before the number of a page of WCXB.</summary>
    public const string WebFolder = "wcxb/";

    private static readonly string Labels = Path.Combine(Gold.Repository, "corpus", "attributions", "judged.tsv");

    public static IEnumerable<ReadVerdict> All() => File.ReadLines(Labels).Skip(1).Select(line => line.Split('\t')).Select(cells => new ReadVerdict(
        cells[0], int.Parse(cells[1], CultureInfo.InvariantCulture), Span(cells[2]), cells[3] == "-" ? null : Span(cells[3]), [.. cells[4].Split(' ').Select(Span)], Enum.Parse<Verdict>(cells[5], ignoreCase: true), cells[6]));

    /// <summary>The page of a text: an article of PolNeAR train by its name, a page of WCXB by its number.</summary>
    public static Page PageOf(string text) => text.StartsWith(WebFolder, StringComparison.Ordinal)
        ? Page.Of(GoldPages.Unpack(Gold.Path("pages", "wcxb", "html", text[WebFolder.Length..] + ".html.gz")), mediaType: "text/html")
        : Page.Of(File.ReadAllBytes(Gold.Path("attribution", "polnear", "train", "text", text + ".txt")), mediaType: "text/plain");

    private static TextSpan Span(string cell) => cell.Split('-') is [var start, var end]
        ? new TextSpan(int.Parse(start, CultureInfo.InvariantCulture), int.Parse(end, CultureInfo.InvariantCulture))
        : throw new FormatException($"'{cell}' is no span.");
}
