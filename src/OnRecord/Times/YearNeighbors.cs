using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Times;

/// <summary>What the words beside four digits say: a year, or a count of something.</summary>
internal sealed class YearNeighbors
{
    private const string LexiconName = "time-years";

    private readonly FrozenDictionary<(string Place, string Means), FrozenSet<string>> _words;

    /// <summary>Opens the lexicon.</summary>
    public YearNeighbors(DataFolder data) => _words = data.Lexicon(LexiconName).Rows
        .GroupBy(row => (row["place"], row["means"]))
        .ToFrozenDictionary(rows => rows.Key, rows => rows.Select(row => row["word"]).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Whether a year stands behind the word, of whatever century: "in", "since".</summary>
    public bool IsBeforeYear(string word) => Has("before", "year", word);

    /// <summary>Whether a plural behind the digits makes them a count though the word stands before them: "of 1500 soldiers".</summary>
    public bool IsOpen(string word) => Has("before", "open", word);

    /// <summary>Whether the word says that the digits count, measure or number something.</summary>
    public bool CountsBefore(string word) => Has("before", "count", word);

    /// <inheritdoc cref="CountsBefore"/>
    public bool CountsBehind(string word) => Has("behind", "count", word);

    /// <summary>Whether what stands behind the word is no house.</summary>
    public bool IsBeforeNoHouse(string word) => Has("before", "no-house", word);

    /// <summary>Whether the digits are the year of what is named behind them: "after 2019 elections".</summary>
    public bool DatesEvent(string before, string behind) => Has("before", "event", before) && Has("behind", "event", behind);

    /// <summary>Whether a year may stand behind the word by itself: "the 2019 vote".</summary>
    public bool LeavesAlone(string word) => Has("before", "alone", word);

    /// <summary>Whether the word makes "the eighties" degrees.</summary>
    public bool IsWeather(string word) => Has("near", "weather", word);

    private bool Has(string place, string means, string word) => _words.TryGetValue((place, means), out var words) && words.Contains(word);
}
