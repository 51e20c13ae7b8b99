using OnRecord.Data;

namespace OnRecord.Claims.Roles;

/// <summary>How PropBank's labels become roles: the modifiers by the lexicon, ARG2 and beyond by their preposition and by what they name.</summary>
internal sealed class RoleNames
{
    private readonly Dictionary<string, RoleKind> _labels;
    private readonly Dictionary<string, RoleKind> _prepositions;

    /// <exception cref="DataFileException">The lexicon is missing or damaged.</exception>
    public RoleNames(DataFolder data)
    {
        var rows = data.Lexicon("claim-roles").Rows.ToList();
        _labels = rows.Where(row => row["kind"] == "label").ToDictionary(row => row["word"], Kind, StringComparer.Ordinal);
        _prepositions = rows.Where(row => row["kind"] == "preposition").ToDictionary(row => row["word"], Kind, StringComparer.Ordinal);
    }

    /// <summary>The role of a label; null where the label alone does not tell.</summary>
    public RoleKind? OfLabel(string label) => _labels.TryGetValue(label, out var kind) ? kind : null;

    /// <summary>What a preposition tells of a third or further argument; null where it tells nothing.</summary>
    public RoleKind? OfPreposition(string lower) => _prepositions.TryGetValue(lower, out var kind) ? kind : null;

    private static RoleKind Kind(LexiconRow row) =>
        Enum.TryParse<RoleKind>(row["role"], ignoreCase: true, out var kind) ? kind : throw row.Error($"'{row["role"]}' is no role");
}
