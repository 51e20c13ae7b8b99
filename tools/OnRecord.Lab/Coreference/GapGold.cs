using System.Globalization;

namespace OnRecord.Lab.Coreference;

/// <summary>A passage of GAP: a pronoun and two names, and which of them it means. Places are in UTF-16.</summary>
internal sealed record GapPassage(string Text, TextSpan Pronoun, TextSpan A, bool IsA, TextSpan B, bool IsB)
{
    /// <summary>Whether the pronoun is feminine.</summary>
    public bool IsFeminine => Pronoun.Of(Text).ToLowerInvariant() is "she" or "her" or "hers";
}

/// <summary>Reads GAP (Webster et al., 2018), whose offsets count code points.</summary>
internal static class GapGold
{
    public static string File(string part) => Gold.Path("coreference", $"gap-{part}.tsv");

    public static IEnumerable<GapPassage> Read(string part) => System.IO.File.ReadLines(File(part)).Skip(1).Select(line => line.Split('\t')).Select(cells => new GapPassage(
        cells[1], Span(cells[1], cells[2], cells[3]), Span(cells[1], cells[4], cells[5]), cells[6] == "TRUE", Span(cells[1], cells[7], cells[8]), cells[9] == "TRUE"));

    private static TextSpan Span(string text, string words, string offset)
    {
        var (at, points) = (0, int.Parse(offset, CultureInfo.InvariantCulture));
        for (; points > 0; points--)
        {
            at += char.IsHighSurrogate(text[at]) ? 2 : 1;
        }

        return new TextSpan(at, at + words.Length);
    }
}
