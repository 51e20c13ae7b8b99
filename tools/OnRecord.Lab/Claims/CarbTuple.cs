namespace OnRecord.Lab.Claims;

/// <summary>Who did what to whom as words: a predicate and its arguments, the subject first.</summary>
internal sealed record CarbTuple(string[] Predicate, IReadOnlyList<string[]> Arguments)
{
    private static readonly string[] FormsOfBe = ["be", "is", "am", "are", "was", "were", "been", "being"];
    private static readonly string[] SaidWords = ["said", "told", "added", "adds", "says"];

    /// <summary>The tuples of CaRB's dev set by sentence, in the order of the file (Bhardwaj et al., 2019).</summary>
    public static IReadOnlyList<(string Sentence, IReadOnlyList<CarbTuple> Tuples)> Read(string file) =>
    [
        .. File.ReadLines(file).Select(line => line.Split('\t')).Where(cells => cells.Length >= 3)
            .GroupBy(cells => cells[0], StringComparer.Ordinal)
            .Select(group => (group.Key, (IReadOnlyList<CarbTuple>)[.. group.Select(cells => new CarbTuple(Words(cells[1]), [.. cells.Skip(2).Where(cell => cell.Trim().Length > 0).Select(Words)]))])),
    ];

    /// <summary>
    /// How far this tuple, of the program, has the words of a gold one: precision and recall, by the measure's lenient match of two arguments, the second and all behind
    /// it as one; where the gold's predicate says something, the arguments may stand the other way round.
    /// </summary>
    public (double Precision, double Recall) Match(CarbTuple gold)
    {
        var (ours, theirs) = (Binary(), gold.Binary());
        var straight = ours.Lenient(theirs);
        if (!gold.Predicate.Intersect(SaidWords).Any() || ours.Arguments.Count < 2)
        {
            return straight;
        }

        var reversed = new CarbTuple(ours.Predicate, [ours.Arguments[1], ours.Arguments[0]]).Lenient(theirs);
        return (Math.Max(straight.Precision, reversed.Precision), Math.Max(straight.Recall, reversed.Recall));
    }

    private CarbTuple Binary() => Arguments.Count < 2 ? this : new CarbTuple(Predicate, [Arguments[0], [.. Arguments.Skip(1).SelectMany(words => words)]]);

    private (double Precision, double Recall) Lenient(CarbTuple gold)
    {
        var (shared, found, wanted) = (Shared(Predicate, gold.Predicate), Predicate.Length, gold.Predicate.Length);
        if (shared < Predicate.Length && Predicate.Contains("be") && !gold.Predicate.Contains("be") && gold.Predicate.Intersect(FormsOfBe).Any())
        {
            shared++;
        }

        if (shared == 0)
        {
            return (0, 0);
        }

        for (var i = 0; i < gold.Arguments.Count; i++)
        {
            wanted += gold.Arguments[i].Length;
            if (i >= Arguments.Count)
            {
                return (0, 0);
            }

            found += Arguments[i].Length;
            shared += Shared(Arguments[i], gold.Arguments[i]);
        }

        return ((double)shared / found, (double)shared / wanted);
    }

    private static int Shared(string[] ours, string[] gold)
    {
        var left = ours.ToList();
        return gold.Count(left.Remove);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
