using System.Collections.Immutable;

namespace OnRecord.Times;

/// <summary>Finds the longest phrase of a lexicon that begins at a piece.</summary>
internal sealed class Phrases<T>
{
    private readonly Dictionary<string, List<(string[] Words, T Value)>> _byFirst = new(StringComparer.Ordinal);

    /// <summary>First words of all phrases.</summary>
    public IEnumerable<string> FirstWords => _byFirst.Keys;

    /// <summary>Adds a phrase in lower case; marks inside it are pieces of their own, as in the text.</summary>
    public void Add(string phrase, T value)
    {
        var words = Words(phrase);
        if (!_byFirst.TryGetValue(words[0], out var list))
        {
            _byFirst[words[0]] = list = [];
        }

        list.Add((words, value));
        list.Sort((left, right) => right.Words.Length.CompareTo(left.Words.Length));
    }

    /// <summary>Reads the longest phrase at <paramref name="at"/> and moves behind it.</summary>
    public bool Read(ImmutableArray<Piece> pieces, ref int at, out T value)
    {
        value = default!;
        if (at >= pieces.Length || !_byFirst.TryGetValue(pieces[at].Lower, out var list))
        {
            return false;
        }

        foreach (var (words, found) in list)
        {
            if (Matches(pieces, at, words))
            {
                at += words.Length;
                value = found;
                return true;
            }
        }

        return false;
    }

    private static bool Matches(ImmutableArray<Piece> pieces, int at, string[] words)
    {
        if (at + words.Length > pieces.Length)
        {
            return false;
        }

        for (var i = 1; i < words.Length; i++)
        {
            if (pieces[at + i].Lower != words[i])
            {
                return false;
            }
        }

        return true;
    }

    private static string[] Words(string phrase)
    {
        var words = new List<string>();
        foreach (var word in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var start = 0;
            for (var i = 1; i <= word.Length; i++)
            {
                if (i == word.Length || Kind(word[i]) != Kind(word[i - 1]) || Kind(word[i]) == 2)
                {
                    words.Add(word[start..i]);
                    start = i;
                }
            }
        }

        return [.. words];
    }

    private static int Kind(char c) => char.IsAsciiDigit(c) ? 0 : char.IsLetter(c) ? 1 : 2;
}
