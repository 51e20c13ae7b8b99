using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Claims.Roles;

/// <summary>How PropBank's labels become roles: the modifiers by the lexicon, ARG2 and beyond by their preposition; and which words bear a role out.</summary>
internal sealed class RoleNames
{
    private readonly FrozenDictionary<string, RoleKind> _labels;
    private readonly FrozenDictionary<string, RoleKind> _prepositions;
    private readonly FrozenSet<(string Word, string Kind)> _words;

    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public RoleNames(DataFolder data)
    {
        var rows = data.Lexicon("claim-roles").Rows.ToList();
        _labels = rows.Where(row => row["kind"] == "label").ToFrozenDictionary(row => row["word"], Kind, StringComparer.Ordinal);
        _prepositions = rows.Where(row => row["kind"] == "preposition").ToFrozenDictionary(row => row["word"], Kind, StringComparer.Ordinal);
        _words = data.Lexicon("claim-role-words").Rows.Select(row => (row["word"], row["kind"])).ToFrozenSet();
    }

    /// <summary>The role of a label; null where the label alone does not tell.</summary>
    public RoleKind? OfLabel(string label) => _labels.TryGetValue(label, out var kind) ? kind : null;

    /// <summary>What a preposition tells of a third or further argument; null where it tells nothing.</summary>
    public RoleKind? OfPreposition(string lower) => _prepositions.TryGetValue(lower, out var kind) ? kind : null;

    /// <summary>Whether a word is of a kind of <c>claim-role-words.tsv</c>.</summary>
    public bool Is(string word, string kind) => _words.Contains((word, kind));

    private static RoleKind Kind(LexiconRow row) =>
        Enum.TryParse<RoleKind>(row["role"], ignoreCase: true, out var kind) ? kind : throw row.Error($"'{row["role"]}' is no role");
}
