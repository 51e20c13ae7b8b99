using System.Globalization;

namespace OnRecord.Lab.Lexicons;

/// <summary>The nouns of WordNet: senses in the order of their use, and what stands above them (format: wndb(5), cntlist(5)).</summary>
internal sealed class WordNetNouns
{
    private readonly Dictionary<string, string[]> _senses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (HashSet<string> Words, string[] Above)> _synsets = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Word, int Sense), int> _uses = [];

    public WordNetNouns(string folder)
    {
        foreach (var cells in Lines(folder, "data.noun"))
        {
            var words = int.Parse(cells[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var pointers = 4 + 2 * words;
            var above = Enumerable.Range(0, int.Parse(cells[pointers], CultureInfo.InvariantCulture))
                .Where(i => cells[pointers + 1 + 4 * i] == "@").Select(i => cells[pointers + 2 + 4 * i]);
            _synsets[cells[0]] = (Enumerable.Range(0, words).Select(i => cells[4 + 2 * i]).ToHashSet(StringComparer.Ordinal), [.. above]);
        }

        foreach (var cells in Lines(folder, "index.noun"))
        {
            var senses = int.Parse(cells[2], CultureInfo.InvariantCulture);
            _senses[cells[0]] = [.. cells.Where(cell => cell.Length > 0).TakeLast(senses)];
        }

        foreach (var cells in Lines(folder, "cntlist.rev").Where(cells => cells[0].Contains("%1:", StringComparison.Ordinal)))
        {
            _uses[(cells[0][..cells[0].IndexOf('%', StringComparison.Ordinal)], int.Parse(cells[1], CultureInfo.InvariantCulture) - 1)] = int.Parse(cells[2], CultureInfo.InvariantCulture);
        }
    }

    public IEnumerable<string> Words() => _senses.Keys;

    /// <summary>Synsets of a word, the most used first.</summary>
    public IReadOnlyList<string> Senses(string word) => _senses[word];

    /// <summary>How often a sense, from 0, was counted in tagged text.</summary>
    public int Uses(string word, int sense) => _uses.GetValueOrDefault((word, sense));

    /// <summary>Whether the sense writes the word in small letters: it is no name.</summary>
    public bool IsCommon(string sense, string word) => _synsets[sense].Words.Contains(word);

    /// <summary>What the nearest of the roots above a sense stands for; null where none is above it.</summary>
    public string? Above(string sense, IReadOnlyDictionary<string, string> roots)
    {
        var (seen, next) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>([sense]));
        while (next.TryDequeue(out var at))
        {
            if (roots.TryGetValue(at, out var root))
            {
                return root;
            }

            foreach (var above in seen.Add(at) ? _synsets[at].Above : [])
            {
                next.Enqueue(above);
            }
        }

        return null;
    }

    private static IEnumerable<string[]> Lines(string folder, string name) =>
        File.ReadLines(Path.Combine(folder, name)).Where(line => !line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Split(' '));
}
