using System.Globalization;

namespace OnRecord.Lab.Ranks;

/// <summary>How much a checker would want a claim first, from 0, not checkable, to 3, surely, as it was labelled twice.</summary>
/// <param name="Text">Name of the text.</param>
/// <param name="Predicate">The claim's predicate, in code points.</param>
/// <param name="First">The first label.</param>
/// <param name="Second">The second, made without the first, in another order; the first again where there was one pass.</param>
internal sealed record RankLabel(string Text, TextSpan Predicate, int First, int Second)
{
    /// <summary>Both labels in one.</summary>
    public double Mean => (First + Second) / 2.0;
}

/// <summary>Reads the labels in <c>corpus/ranks</c>.</summary>
internal static class RankGold
{
    /// <summary>The highest label.</summary>
    public const int Highest = 3;

    /// <summary>Those to which the weights are fitted.</summary>
    public static string Labels => Path.Combine(Gold.Repository, "corpus", "ranks", "labels.tsv");

    /// <summary>Those of other articles, made when the reasons had been chosen.</summary>
    public static string Fresh => Path.Combine(Gold.Repository, "corpus", "ranks", "fresh.tsv");

    public static IEnumerable<RankLabel> Read(string file) => File.ReadLines(file)
        .Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split('\t'))
        .Select(cells => new RankLabel(cells[0], new TextSpan(Number(cells[1]), Number(cells[2])), Number(cells[3]), Number(cells[^1])));

    /// <summary>A claim's predicate as the labels have it: in code points.</summary>
    public static TextSpan Predicate(RankText text, Claim claim) =>
        new(text.CodePoints.ToCodePoints(claim.Predicate.Span.Start), text.CodePoints.ToCodePoints(claim.Predicate.Span.End));

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
