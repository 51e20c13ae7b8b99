using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Language;

/// <summary>Words that help to tell where a sentence ends.</summary>
internal sealed class SentenceWords
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _starters;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _reporting;

    public SentenceWords(DataFolder data)
    {
        var rows = data.Lexicon("sentence-borders").Rows;
        _starters = Words(rows, "starter");
        _reporting = Words(rows, "reporting");
    }

    /// <summary>Whether the word, with a capital, begins a sentence after an abbreviation.</summary>
    public bool IsStarter(ReadOnlySpan<char> word) => _starters.Contains(word);

    /// <summary>Whether the word is a verb that ties a quotation to its speaker.</summary>
    public bool IsReporting(ReadOnlySpan<char> word) => _reporting.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(IEnumerable<LexiconRow> rows, string kind) =>
        rows.Where(row => row["kind"] == kind)
            .Select(row => row["word"])
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
