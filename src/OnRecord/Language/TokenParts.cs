using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Language;

/// <summary>The parts of words that tell the tokenizer where to cut.</summary>
internal sealed class TokenParts
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _hyphenPrefixes;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _nameSyllables;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _units;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _webEndings;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _apostropheWords;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _together;

    public TokenParts(DataFolder data)
    {
        var rows = data.Lexicon("token-parts").Rows.ToLookup(row => row["kind"]);
        _hyphenPrefixes = Words(rows["hyphen-prefix"]);
        _nameSyllables = Words(rows["name-syllable"]);
        _units = Words(rows["unit"]);
        _webEndings = Words(rows["web-ending"]);
        _apostropheWords = Words(rows["apostrophe-word"]);
        _together = rows["together"]
            .ToFrozenDictionary(row => row["word"], CutOf, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool IsHyphenPrefix(ReadOnlySpan<char> word) => _hyphenPrefixes.Contains(word);

    public bool IsNameSyllable(ReadOnlySpan<char> word) => _nameSyllables.Contains(word);

    public bool IsUnit(ReadOnlySpan<char> word) => _units.Contains(word);

    public bool IsWebEnding(ReadOnlySpan<char> word) => _webEndings.Contains(word);

    public bool IsApostropheWord(ReadOnlySpan<char> word) => _apostropheWords.Contains(word);

    /// <summary>Length of the first of two words written as one; 0 where it is one word.</summary>
    public int CutOf(ReadOnlySpan<char> word) => _together.TryGetValue(word, out var cut) ? cut : 0;

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(IEnumerable<LexiconRow> rows) =>
        rows.Select(row => row["word"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static int CutOf(LexiconRow row) =>
        int.TryParse(row["cut"], out var cut) && cut > 0 && cut < row["word"].Length ? cut : throw row.Error("cut must lie inside the word.");
}
