namespace OnRecord.Lab.Attributions;

/// <summary>A link of a chain: a source in the words of the text (<c>-</c> for nobody named), and the name it must be resolved to, or null.</summary>
internal sealed record ChainLink(string Words, string? Name);

/// <summary>A sentence with the predicate of a claim, and the chain on which it stands, outermost first.</summary>
internal sealed record ChainLine(int Number, string Text, TextSpan Predicate, IReadOnlyList<ChainLink> Links);

/// <summary>Reads <c>corpus/attributions/chains</c>; <c>corpus/README.md</c> has the notation.</summary>
internal static class ChainGold
{
    private const string OwnVoice = "own";

    public static string File => Path.Combine(Gold.Repository, "corpus", "attributions", "chains", "chains.txt");

    /// <exception cref="FormatException">A line is not in the notation.</exception>
    public static IEnumerable<ChainLine> Read()
    {
        var (number, chain) = (0, "");
        foreach (var line in System.IO.File.ReadLines(File))
        {
            number++;
            if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                var (open, close) = (line.IndexOf('['), line.IndexOf(']'));
                var text = line[2..open] + line[(open + 1)..close] + line[(close + 1)..];
                yield return open < 2 || close < open
                    ? throw new FormatException($"{File}:{number}: no predicate in brackets")
                    : new ChainLine(number, text, new TextSpan(open - 2, close - 3), Links(chain));
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                chain = line;
            }
        }
    }

    private static List<ChainLink> Links(string chain) => chain == OwnVoice
        ? []
        : [.. chain.Split(" ← ").Select(link => link.Split(" = ")).Select(parts => new ChainLink(parts[0], parts.ElementAtOrDefault(1)))];
}
