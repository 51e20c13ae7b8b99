using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Pages.Html;

/// <summary>Cuts a line of writers into names.</summary>
internal sealed class PersonNames
{
    private const string LexiconName = "html-byline-joints";
    private const string RolesName = "html-byline-roles";
    private const int LongestOpening = 3;

    private static readonly string[] Joints = [" and ", " & ", " with ", " | ", ";", "·", "•", " / "];

    private readonly FrozenSet<string> _joints;
    private readonly FrozenSet<string> _openings;
    private readonly FrozenSet<string> _roles;
    private readonly FrozenSet<string> _suffixes;

    /// <summary>Opens the lexicon of words that join names or stand before them.</summary>
    /// <exception cref="DataFileException">It is missing.</exception>
    public PersonNames(DataFolder data)
    {
        var rows = data.Lexicon(LexiconName).Rows;
        _joints = rows.Where(row => row["kind"] == "joint").Select(row => row["word"]).ToFrozenSet(StringComparer.Ordinal);
        _openings = rows.Where(row => row["kind"] == "opening").Select(row => row["word"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _suffixes = rows.Where(row => row["kind"] == "suffix").Select(row => row["word"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _roles = data.Lexicon(RolesName).Rows.Select(row => row["word"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether a word says what a writer is, or that it is no person.</summary>
    public bool IsRole(string word) => _roles.Contains(word);

    /// <summary>The names in a byline or a <c>meta</c> element, without the word before them.</summary>
    public IEnumerable<string> Split(string text)
    {
        foreach (var part in text.Split(Joints, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            foreach (var name in WithSuffixes(part.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).SelectMany(Apart))
            {
                var clean = WithoutBy(name);
                if (clean.Length > 1)
                {
                    yield return clean;
                }
            }
        }
    }

    /// <summary>"Jan Stolt, Sr" is one name: what only follows names is no name itself.</summary>
    private List<string> WithSuffixes(string[] parts)
    {
        var names = new List<string>();
        foreach (var part in parts)
        {
            if (names.Count > 0 && _suffixes.Contains(part.Replace(".", "", StringComparison.Ordinal)))
            {
                names[^1] += ", " + part;
            }
            else
            {
                names.Add(part);
            }
        }

        return names;
    }

    /// <summary>Two names with a word between them that joins: "Anna Berg und Lea Wagner"; one where a side has a single word.</summary>
    private IEnumerable<string> Apart(string names)
    {
        var words = names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var joint = Array.FindIndex(words, _joints.Contains);
        if (joint < 2 || words.Length - joint - 1 < 2 || !char.IsUpper(words[joint + 1][0]))
        {
            return [names];
        }

        return [string.Join(' ', words[..joint]), .. Apart(string.Join(' ', words[(joint + 1)..]))];
    }

    /// <summary>What stands behind "by", where that is one of the first words ("Story by: Ellen Marsh"), or behind the same in another language at the start.</summary>
    private string WithoutBy(string name)
    {
        var words = name.Split(' ', LongestOpening + 1);
        var by = Array.FindIndex(words, 0, Math.Min(LongestOpening, words.Length), word => word.TrimEnd(':').Equals("by", StringComparison.OrdinalIgnoreCase));
        by = by < 0 && words.Length > 2 && _openings.Contains(words[0].TrimEnd(':')) ? 0 : by;
        return by < 0 ? name : string.Join(' ', words[(by + 1)..]).TrimStart(' ', ':');
    }
}
