using System.Text;
using System.Text.RegularExpressions;

namespace OnRecord.Lab.Claims;

/// <summary>A sentence with its predicates and their statuses.</summary>
internal sealed record StatusLine(int Number, string Text, IReadOnlyList<(TextSpan Predicate, ClaimStatus Status)> Claims);

/// <summary>A claim on which two passes of annotation differ.</summary>
internal sealed record StatusDifference(int Line, string Predicate, ClaimStatus First, ClaimStatus Second);

/// <summary>Reads <c>corpus/claims/annotated</c>; <c>corpus/README.md</c> has the notation.</summary>
internal static partial class StatusGold
{
    public static string File => Path.Combine(Gold.Repository, "corpus", "claims", "annotated", "claims.txt");

    private static string Passes => Path.Combine(Gold.Repository, "corpus", "claims", "annotated", "passes.tsv");

    public static IEnumerable<StatusLine> Read() => System.IO.File.ReadLines(File)
        .Select((line, at) => (Line: line, Number: at + 1))
        .Where(one => one.Line.Length > 0 && one.Line[0] != '#')
        .Select(one => Read(one.Line, one.Number));

    /// <summary>The claims that the two passes put in different states.</summary>
    public static IEnumerable<StatusDifference> Differences() => System.IO.File.ReadLines(Passes)
        .Where(line => line[0] != '#').Skip(1).Select(line => line.Split('\t'))
        .Select(cells => new StatusDifference(int.Parse(cells[0], System.Globalization.CultureInfo.InvariantCulture), cells[1], Status(cells[2]), Status(cells[3])));

    private static StatusLine Read(string line, int number)
    {
        var text = new StringBuilder();
        var claims = new List<(TextSpan, ClaimStatus)>();
        var at = 0;
        foreach (var mark in Mark().Matches(line).AsEnumerable())
        {
            text.Append(line, at, mark.Index - at);
            claims.Add((new TextSpan(text.Length, text.Length + mark.Groups[1].Length), Status(mark.Groups[2].Value)));
            text.Append(mark.Groups[1].ValueSpan);
            at = mark.Index + mark.Length;
        }

        return new StatusLine(number, text.Append(line, at, line.Length - at).ToString(), claims);
    }

    private static ClaimStatus Status(string name) => Enum.Parse<ClaimStatus>(name, ignoreCase: true);

    [GeneratedRegex(@"\[([^|\]]+)\|(\w+)\]")]
    private static partial Regex Mark();
}
