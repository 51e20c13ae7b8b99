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
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _wordEndings;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _fileEndings;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _newsgroupRoots;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _apostropheWords;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _months;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _afterVerb;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _together;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _togetherBeforeClause;

    public TokenParts(DataFolder data)
    {
        var rows = data.Lexicon("token-parts").Rows.ToLookup(row => row["kind"]);
        _hyphenPrefixes = Words(rows["hyphen-prefix"]);
        _nameSyllables = Words(rows["name-syllable"]);
        _units = Words(rows["unit"]);
        _webEndings = Words(rows["web-ending"]);
        _wordEndings = Words(rows["word-ending"]);
        _fileEndings = Words(rows["file-ending"]);
        _newsgroupRoots = Words(rows["newsgroup-root"]);
        _apostropheWords = Words(rows["apostrophe-word"]);
        _months = Words(rows["month"]);
        _afterVerb = Words(rows["after-verb"]);
        _together = Cuts(rows["together"]);
        _togetherBeforeClause = Cuts(rows["together-if"]);
    }

    public bool IsHyphenPrefix(ReadOnlySpan<char> word) => _hyphenPrefixes.Contains(word);

    public bool IsNameSyllable(ReadOnlySpan<char> word) => _nameSyllables.Contains(word);

    public bool IsUnit(ReadOnlySpan<char> word) => _units.Contains(word);

    public bool IsWebEnding(ReadOnlySpan<char> word) => _webEndings.Contains(word);

    public bool IsWordEnding(ReadOnlySpan<char> word) => _wordEndings.Contains(word);

    public bool IsFileEnding(ReadOnlySpan<char> word) => _fileEndings.Contains(word);

    public bool IsNewsgroupRoot(ReadOnlySpan<char> word) => _newsgroupRoots.Contains(word);

    public bool IsMonth(ReadOnlySpan<char> word) => _months.Contains(word);

    public bool IsApostropheWord(ReadOnlySpan<char> word) => _apostropheWords.Contains(word);

    /// <summary>Length of the first of two words written as one; 0 where it is one word.</summary>
    public int CutOf(ReadOnlySpan<char> word) => _together.TryGetValue(word, out var cut) ? cut : 0;

    /// <summary>The same for words that are two only before a word that follows a verb: "its a", but "its name".</summary>
    public int CutBeforeClauseOf(ReadOnlySpan<char> word) => _togetherBeforeClause.TryGetValue(word, out var cut) ? cut : 0;

    /// <summary>Whether the word stands behind "is" or "are" and never before a noun's "its" or "your".</summary>
    public bool IsAfterVerb(ReadOnlySpan<char> word) => _afterVerb.Contains(word);

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Cuts(IEnumerable<LexiconRow> rows) => rows
        .ToFrozenDictionary(row => row["word"], CutOf, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(IEnumerable<LexiconRow> rows) =>
        rows.Select(row => row["word"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static int CutOf(LexiconRow row) =>
        int.TryParse(row["cut"], out var cut) && cut > 0 && cut < row["word"].Length ? cut : throw row.Error("cut must lie inside the word.");
}
