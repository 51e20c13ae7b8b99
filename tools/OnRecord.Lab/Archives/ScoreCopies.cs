using System.CommandLine;
using OnRecord.Archive.Families;

namespace OnRecord.Lab.Archives;

/// <summary><c>score-copies</c>: which edited copies of articles are found as kin, and which articles wrongly; on the texts of PolNeAR train, edited here.</summary>
internal static class ScoreCopies
{
    private const int Seed = 7;

    private static readonly double[] Thresholds = [0.1, 0.2, 0.3, 0.4, 0.5];

    public static Command Command()
    {
        var command = new Command("score-copies", "Finds edited copies of articles among others, at several thresholds.");
        command.SetAction(_ => Run());
        return command;
    }

    private static void Run()
    {
        var texts = Directory.EnumerateFiles(Gold.Path("attribution", "polnear", "train", "text")).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        var shingles = texts.Select(Shingles.Of).ToList();
        var random = new Random(Seed);
        Console.WriteLine($"{texts.Count} articles; share of pairs of article and copy found at containment {string.Join(", ", Thresholds)}");
        foreach (var (name, edit) in Edits(texts))
        {
            var found = new int[Thresholds.Length];
            for (var i = 0; i < texts.Count; i++)
            {
                var containment = Containment(shingles[i], Shingles.Of(edit(texts[i], random)));
                for (var t = 0; t < Thresholds.Length; t++)
                {
                    found[t] += containment >= Thresholds[t] ? 1 : 0;
                }
            }

            Console.WriteLine($"{name,-58} {string.Join("  ", found.Select(count => FormattableString.Invariant($"{100.0 * count / texts.Count,5:F1}")))}");
        }

        Others(shingles);
    }

    /// <summary>Pairs of different articles that would be kin.</summary>
    private static void Others(List<long[]> shingles)
    {
        var (pairs, found) = (0L, new int[Thresholds.Length]);
        for (var i = 0; i < shingles.Count; i++)
        {
            for (var j = i + 1; j < shingles.Count; j++, pairs++)
            {
                var containment = Containment(shingles[i], shingles[j]);
                for (var t = 0; t < Thresholds.Length; t++)
                {
                    found[t] += containment >= Thresholds[t] ? 1 : 0;
                }
            }
        }

        Console.WriteLine($"{$"pairs of other articles found, of {pairs:N0}",-58} {string.Join("  ", found.Select(count => $"{count,5}"))}");
    }

    private static double Containment(long[] one, long[] other) =>
        Math.Min(one.Length, other.Length) < FamilyFinder.FewestShingles ? 0 : (double)one.Intersect(other).Count() / Math.Min(one.Length, other.Length);

    private static IEnumerable<(string Name, Func<string, Random, string> Edit)> Edits(List<string> texts)
    {
        string Other(Random random) => texts[random.Next(texts.Count)];
        yield return ("the first half", (text, _) => text[..(text.Length / 2)]);
        yield return ("the first quarter", (text, _) => text[..(text.Length / 4)]);
        yield return ("other furniture: 60 words before and behind", (text, random) => Words(Other(random), 60) + "\n" + text + "\n" + Words(Other(random), 60));
        yield return ("the lead rewritten: its first fifth is another text", (text, random) => Words(Other(random), 80) + "\n" + text[(text.Length / 5)..]);
        yield return ("one word in twenty another", (text, random) => Swapped(text, random, 20));
        yield return ("one word in ten another", (text, random) => Swapped(text, random, 10));
        yield return ("one word in five another", (text, random) => Swapped(text, random, 5));
        yield return ("two paragraphs in five taken out, the others mixed", (text, random) => string.Join('\n', Mixed(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), random)));
        yield return ("a quarter of it inside another article", (text, random) => Other(random) + "\n" + text[..(text.Length / 4)]);
    }

    private static string Words(string text, int count) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(count));

    private static string Swapped(string text, Random random, int each) => string.Join(' ', text.Split(' ').Select(word => random.Next(each) == 0 ? "other" + random.Next(100) : word));

    private static IEnumerable<string> Mixed(string[] paragraphs, Random random)
    {
        var kept = paragraphs.Where(_ => random.Next(5) > 1).ToArray();
        random.Shuffle(kept);
        return kept;
    }
}
