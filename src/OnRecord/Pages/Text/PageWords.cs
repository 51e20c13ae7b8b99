using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Pages.Text;

/// <summary>What a word can tell about where stories begin and end; a word can be several.</summary>
[Flags]
internal enum WordKinds
{
    None = 0,
    Opener = 1,
    Dependent = 2,
    Reporting = 4,
    Time = 8,
    Finite = 16,
    Anaphor = 32,
    Writer = 64,
    Agency = 128,
    Publication = 256,
    Month = 512,
    Stop = 1024,
}

/// <summary>The words and labels of page separation.</summary>
internal sealed class PageWords
{
    private readonly FrozenDictionary<string, WordKinds> _kinds;
    private readonly FrozenDictionary<string, WordKinds>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public PageWords(DataFolder data)
    {
        var kinds = new Dictionary<string, WordKinds>();
        foreach (var row in data.Lexicon("page-words").Rows)
        {
            if (!Enum.TryParse<WordKinds>(row["kind"], ignoreCase: true, out var kind))
            {
                throw row.Error($"there is no kind of word '{row["kind"]}'.");
            }

            kinds[row["word"]] = kinds.GetValueOrDefault(row["word"]) | kind;
        }

        _kinds = kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _lookup = _kinds.GetAlternateLookup<ReadOnlySpan<char>>();
        Kickers = data.Lexicon("page-kickers").Rows.Select(row => row["kicker"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Furniture = new PhraseLines(data.Lexicon("page-furniture"), "kind");
        Credits = new PhraseLines(data.Lexicon("page-credits"), "role");
    }

    /// <summary>Labels such as <c>opinion</c>.</summary>
    public FrozenSet<string> Kickers { get; }

    /// <summary>Lines that are no part of a story.</summary>
    public PhraseLines Furniture { get; }

    /// <summary>Beginnings and ends of picture credits and captions.</summary>
    public PhraseLines Credits { get; }

    /// <summary>Whether a word is of a kind, in any case of letters.</summary>
    public bool Is(ReadOnlySpan<char> word, WordKinds kind) =>
        _lookup.TryGetValue(word, out var kinds) && (kinds & kind) != 0;
}
