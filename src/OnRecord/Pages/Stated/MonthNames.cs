using System.Collections.Frozen;
using System.Globalization;
using OnRecord.Data;

namespace OnRecord.Pages.Stated;

/// <summary>Names of the months in other languages than English, from a lexicon.</summary>
internal sealed class MonthNames
{
    private const string LexiconName = "html-months";
    private const int Longest = 20;

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _months;

    /// <summary>Opens the lexicon.</summary>
    /// <exception cref="DataFileException">It is missing, or a month is not a number.</exception>
    public MonthNames(DataFolder data)
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in data.Lexicon(LexiconName).Rows)
        {
            if (!int.TryParse(row["month"], NumberStyles.None, CultureInfo.InvariantCulture, out var month) || month is < 1 or > 12)
            {
                throw row.Error("the month is not a number from 1 to 12.");
            }

            foreach (var name in row["names"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                months.TryAdd(name, month);
            }
        }

        _months = months.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The month that a word names, from 1; -1 where it names none.</summary>
    public int Of(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest)
        {
            return -1;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return _months.TryGetValue(lower, out var month) ? month : -1;
    }
}
