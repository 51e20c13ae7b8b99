using OnRecord.Data;

namespace OnRecord.Quantities;

/// <summary>A unit of measure.</summary>
/// <param name="Code">UCUM code, or a plain name.</param>
/// <param name="Dimension">What it measures.</param>
internal sealed record Unit(string Code, string Dimension);

/// <summary>Units by their words and symbols.</summary>
internal sealed class UnitLexicon
{
    private readonly PhraseTable<Unit> _words = new();
    private readonly PhraseTable<List<(string Symbol, Unit Unit, bool GluedOnly)>> _symbols = new();
    private readonly Dictionary<string, List<(string Symbol, Unit Unit, bool GluedOnly)>> _bySymbol = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _rates = new(StringComparer.Ordinal);

    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public UnitLexicon(DataFolder data)
    {
        foreach (var row in data.Lexicon("units").Rows)
        {
            var unit = new Unit(row["code"], row["dimension"]);
            foreach (var phrase in Alternatives(row["words"]))
            {
                _words.Add(phrase, unit);
            }

            foreach (var symbol in Alternatives(row["symbols"]))
            {
                AddSymbol(symbol, unit, gluedOnly: false);
            }

            foreach (var symbol in Alternatives(row["glued"]))
            {
                AddSymbol(symbol, unit, gluedOnly: true);
            }
        }

        foreach (var row in data.Lexicon("rate-units").Rows)
        {
            _rates[row["word"]] = row["code"];
        }
    }

    /// <summary>The unit that begins at a part: the number of its parts, 0 where there is none.</summary>
    /// <param name="parts">The sentence.</param>
    /// <param name="at">The first part behind the number.</param>
    /// <param name="glued">Whether it stands on the digits without a blank.</param>
    /// <param name="unit">The unit.</param>
    public int Longest(ReadOnlySpan<Token> parts, int at, bool glued, out Unit unit)
    {
        var words = _words.Longest(parts, at, out unit);
        var length = _symbols.Longest(parts, at, out var candidates);
        if (length < words || length == 0)
        {
            return words;
        }

        var form = string.Concat(Forms(parts, at, length));
        foreach (var (symbol, candidate, gluedOnly) in candidates)
        {
            // Without case only longer symbols are safe: "KM", but not "M".
            var same = symbol == form || (symbol.Length > 1 && candidates.Count == 1 && symbol.Equals(form, StringComparison.OrdinalIgnoreCase));
            if (same && (glued || !gluedOnly))
            {
                unit = candidate;
                return length;
            }
        }

        return words;
    }

    /// <summary>"per day", "an hour", "/ s" at a part: the number of its parts, 0 where there is none.</summary>
    public int Rate(ReadOnlySpan<Token> parts, int at, out string code)
    {
        code = "";
        if (at + 1 >= parts.Length || parts[at].Lower is not ("per" or "a" or "an" or "each" or "every") || !_rates.TryGetValue(parts[at + 1].Lower, out var rate))
        {
            return 0;
        }

        code = rate;
        return 2;
    }

    private static IEnumerable<string> Alternatives(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private void AddSymbol(string phrase, Unit unit, bool gluedOnly)
    {
        var key = phrase.ToLowerInvariant();
        if (!_bySymbol.TryGetValue(key, out var candidates))
        {
            _bySymbol[key] = candidates = [];
            _symbols.Add(key, candidates);
        }

        candidates.Add((phrase.Replace(" ", "", StringComparison.Ordinal), unit, gluedOnly));
    }

    private static string[] Forms(ReadOnlySpan<Token> parts, int at, int length)
    {
        var forms = new string[length];
        for (var i = 0; i < length; i++)
        {
            forms[i] = parts[at + i].Form;
        }

        return forms;
    }
}
