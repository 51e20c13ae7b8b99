using OnRecord.Data;

namespace OnRecord.Quantities;

/// <summary>What a word does in a number; the classes of <c>number-words.tsv</c>.</summary>
internal enum NumberPart
{
    Unit,
    Teen,
    Ten,
    Hundred,
    Magnitude,
    Suffix,
    Group,
    Vague,
    Some,
    Pair,
    OrdinalUnit,
    OrdinalTeen,
    OrdinalTen,
    OrdinalHundred,
    OrdinalMagnitude,
    Part,
    Decade,
}

/// <summary>The words that make numbers.</summary>
internal sealed class NumberWords
{
    private readonly Dictionary<(string Word, NumberPart Part), decimal> _values = [];
    private readonly Dictionary<string, NumberPart> _first = new(StringComparer.Ordinal);

    /// <exception cref="DataFileException">The lexicon is missing or has a row that is no number word.</exception>
    public NumberWords(DataFolder data)
    {
        foreach (var row in data.Lexicon("number-words").Rows)
        {
            var part = Enum.TryParse<NumberPart>(row["class"].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var parsed)
                ? parsed
                : throw row.Error($"'{row["class"]}' is no class of number words.");
            _values[(row["word"], part)] = LexiconNumbers.Parse(row, "value");
            _first.TryAdd(row["word"], part);
        }
    }

    /// <summary>Whether a word takes part in numbers at all.</summary>
    public bool Knows(string word) => _first.ContainsKey(word);

    /// <summary>The value of a word in a class, or null where it is not of that class.</summary>
    public decimal? Value(string word, NumberPart part) => _values.TryGetValue((word, part), out var value) ? value : null;

    /// <summary>Whether the word is of the class.</summary>
    public bool Is(string word, NumberPart part) => _values.ContainsKey((word, part));
}

/// <summary>Numbers in lexicons.</summary>
internal static class LexiconNumbers
{
    public static decimal Parse(LexiconRow row, string column) =>
        decimal.TryParse(row[column], System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? value
            : throw row.Error($"'{row[column]}' is no number.");
}
