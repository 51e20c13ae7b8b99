using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Pages.Text;

/// <summary>Phrases that a line is, begins with or holds, each with what it tells.</summary>
internal sealed class PhraseLines
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _byMatch;
    private readonly FrozenDictionary<string, int> _longest;

    public PhraseLines(Lexicon lexicon, string column)
    {
        var byMatch = new Dictionary<string, Dictionary<string, string>>();
        foreach (var row in lexicon.Rows)
        {
            if (!byMatch.TryGetValue(row["match"], out var phrases))
            {
                byMatch[row["match"]] = phrases = [];
            }

            if (!phrases.TryAdd(row["phrase"], row[column]))
            {
                throw row.Error($"'{row["phrase"]}' stands there twice.");
            }
        }

        _byMatch = byMatch.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary());
        _longest = _byMatch.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Keys.Max(phrase => phrase.Length));
    }

    /// <summary>What a whole line tells, without the signs around it; null for nothing.</summary>
    public string? Whole(string line) => _byMatch["whole"].GetValueOrDefault(line.Trim(' ', ':', '»', '>', '›', '→', '▸', '|', '-', '–', '—', '•', '+'));

    /// <summary>What the longest phrase of this match tells that the line begins with; null for nothing.</summary>
    public string? Start(string line, string match = "start") => Longest(line, 0, match);

    /// <summary>The first word border at which a phrase of this match begins; −1 where there is none.</summary>
    public int IndexOf(string line, string match, out string? value)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if ((at == 0 || !char.IsLetterOrDigit(line[at - 1]) || !char.IsLetterOrDigit(line[at])) && Longest(line, at, match) is { } found)
            {
                value = found;
                return at;
            }
        }

        value = null;
        return -1;
    }

    private string? Longest(string line, int at, string match)
    {
        var phrases = _byMatch[match].GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(_longest[match], line.Length - at); length > 0; length--)
        {
            var end = at + length;
            var wordEnds = end == line.Length || !char.IsLetterOrDigit(line[end]) || !char.IsLetterOrDigit(line[end - 1]);
            if (wordEnds && phrases.TryGetValue(line.AsSpan(at, length), out var value))
            {
                return value;
            }
        }

        return null;
    }
}
