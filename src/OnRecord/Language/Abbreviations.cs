using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Language;

/// <summary>What follows an abbreviation, and with that whether a sentence can end at it.</summary>
internal enum AbbreviationKind
{
    /// <summary>Not an abbreviation.</summary>
    None,

    /// <summary>A name follows: never the end of a sentence.</summary>
    Title,

    /// <summary>Closes a name; may be the end.</summary>
    NameEnd,

    /// <summary>A month or weekday; may be the end.</summary>
    Month,

    /// <summary>An abbreviation only before a figure.</summary>
    BeforeNumber,

    /// <summary>A place; may be the end.</summary>
    Place,

    /// <summary>Any other that may be the end.</summary>
    General,

    /// <summary>Written small; keeps its stop inside a sentence, and gives it to the sentence at its end ("etc.").</summary>
    SmallEnd,

    /// <summary>Stands inside a sentence.</summary>
    Within,
}

/// <summary>The abbreviations of the lexicon.</summary>
internal sealed class Abbreviations
{
    private readonly FrozenDictionary<string, AbbreviationKind> _kinds;
    private readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public Abbreviations(DataFolder data)
    {
        var kinds = new Dictionary<string, AbbreviationKind>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in data.Lexicon("abbreviations").Rows)
        {
            kinds[row["word"]] = Enum.TryParse<AbbreviationKind>(row["kind"].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind)
                ? kind
                : throw row.Error($"unknown kind '{row["kind"]}'.");
        }

        _kinds = kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _bySpan = _kinds.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The kind of a word written without its last stop.</summary>
    public AbbreviationKind Of(ReadOnlySpan<char> word) => _bySpan.TryGetValue(word, out var kind) ? kind : AbbreviationKind.None;
}
