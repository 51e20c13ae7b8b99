using OnRecord.Data;

namespace OnRecord.Quantities;

/// <summary>A name or symbol of money: the one currency that it means, or the family of currencies that share it.</summary>
/// <param name="Code">ISO 4217 code; null where several currencies share the name.</param>
/// <param name="Family">The shared name in the singular: <c>dollar</c>, <c>peso</c>; for a name of one currency, its own.</param>
/// <param name="Minor">The minor unit where that is what is named ("cent"), else null.</param>
/// <param name="Default">The currency that an English text means by a shared name where nothing says otherwise, or null.</param>
internal sealed record MoneyName(string? Code, string Family, string? Minor, string? Default);

/// <summary>The currencies of ISO 4217 by symbol, code and name.</summary>
internal sealed class CurrencyLexicon
{
    private readonly Dictionary<string, MoneyName> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MoneyName> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MoneyName> _grown = new(StringComparer.Ordinal);
    private readonly PhraseTable<MoneyName> _names = new();
    private readonly PhraseTable<MoneyName> _dollarCountries = new();
    private readonly Dictionary<string, string> _defaults;

    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public CurrencyLexicon(DataFolder data)
    {
        _defaults = data.Lexicon("default-currencies").Rows.ToDictionary(row => row["name"], row => row["code"], StringComparer.Ordinal);
        var rows = data.Lexicon("currencies").Rows;
        foreach (var row in rows)
        {
            var family = Alternatives(row["singular"])[0].ToLowerInvariant();
            var name = new MoneyName(row["code"], family, null, null);
            AddSymbols(row, name);
            AddNames(row, name);
        }

        AddSharedNames(rows);
        _symbols["$"] = Shared("$", "dollar", null);
        _symbols["¥"] = Shared("¥", "yen", null);
        _symbols["¢"] = Shared("cent", "dollar", "cent");
    }

    /// <summary>A prefix or sign of money ("US$", "€", "USD", "Rs"), or null.</summary>
    public MoneyName? Symbol(string form) => _symbols.GetValueOrDefault(form) ?? _codes.GetValueOrDefault(form);

    /// <summary>A code in small letters before a sum: "usd 12 million"; never one that is a word.</summary>
    public MoneyName? SmallCode(string form) => form is [>= 'a' and <= 'z', _, _] ? _codes.GetValueOrDefault(form.ToUpperInvariant()) : null;

    /// <summary>A prefix that is grown onto its number: also codes that are words ("COP1.5bn") and codes in small letters ("usd20m").</summary>
    public MoneyName? Glued(string form) => Symbol(form) ?? _grown.GetValueOrDefault(form.ToUpperInvariant());

    /// <summary>An ISO 4217 code in capitals, or null.</summary>
    public MoneyName? Code(string form) => _codes.GetValueOrDefault(form);

    /// <summary>The name of money at a part ("New Taiwan dollars", "euros", "pence"): the number of its parts, 0 where there is none.</summary>
    public int Name(ReadOnlySpan<Token> parts, int at, out MoneyName name) => _names.Longest(parts, at, out name);

    /// <summary>The country at a part behind a dollar amount ("$20 US", "$5 Canadian"): the number of its parts.</summary>
    public int DollarCountry(ReadOnlySpan<Token> parts, int at, out MoneyName name) => _dollarCountries.Longest(parts, at, out name);

    private static string[] Alternatives(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private void AddSymbols(LexiconRow row, MoneyName name)
    {
        foreach (var symbol in Alternatives(row["symbols"]))
        {
            (symbol is [>= 'A' and <= 'Z'] ? _grown : _symbols)[symbol] = name;
        }

        _grown[row["code"]] = name;
        if (row["codeIsWord"].Length == 0)
        {
            _codes[row["code"]] = name;
        }
    }

    private void AddNames(LexiconRow row, MoneyName name)
    {
        foreach (var country in Alternatives(row["country"]).Select(country => country.ToLowerInvariant()))
        {
            foreach (var noun in Alternatives(row["singular"]).Concat(Alternatives(row["plural"])))
            {
                _names.Add($"{country} {noun.ToLowerInvariant()}", name with { Family = Head(row, noun) });
            }

            foreach (var minor in Alternatives(row["minor"]))
            {
                _names.Add($"{country} {minor}", name with { Minor = minor });
                _names.Add($"{country} {Plural(minor)}", name with { Minor = minor });
            }

            if (name.Family == "dollar")
            {
                _dollarCountries.Add(country, name);
            }
        }
    }

    /// <summary>The singular that a plural belongs to, by its place in the cell.</summary>
    private static string Head(LexiconRow row, string noun)
    {
        var singulars = Alternatives(row["singular"]);
        var at = Array.IndexOf(Alternatives(row["plural"]), noun);
        return (singulars.Contains(noun) ? noun : singulars[Math.Clamp(at, 0, singulars.Length - 1)]).ToLowerInvariant();
    }

    /// <summary>Names without a country: one currency where only one has the name, else the family and its default.</summary>
    private void AddSharedNames(IReadOnlyCollection<LexiconRow> rows)
    {
        var nouns = rows.SelectMany(row => Alternatives(row["singular"]).Concat(Alternatives(row["plural"]))
                .Distinct()
                .Select(noun => (Noun: noun.ToLowerInvariant(), Family: Head(row, noun), Minor: (string?)null, Code: row["code"])))
            .Concat(rows.SelectMany(row => Alternatives(row["minor"])
                .SelectMany(minor => new[] { minor, Plural(minor) }.Distinct().Select(noun => (Noun: noun, Family: minor, Minor: (string?)minor, Code: row["code"])))));
        foreach (var group in nouns.GroupBy(noun => noun.Noun, StringComparer.Ordinal))
        {
            var first = group.First();
            var codes = group.Select(noun => noun.Code).Distinct().ToList();
            var shared = Shared(first.Family, first.Minor is null ? first.Family : MajorOf(rows, codes), first.Minor);
            _names.Add(group.Key, codes.Count == 1 ? shared with { Code = codes[0] } : shared);
        }
    }

    private static string MajorOf(IReadOnlyCollection<LexiconRow> rows, List<string> codes)
    {
        var majors = rows.Where(row => codes.Contains(row["code"])).Select(row => Alternatives(row["singular"])[0].ToLowerInvariant()).ToList();
        return majors.Contains("dollar") ? "dollar" : majors[0];
    }

    private MoneyName Shared(string name, string family, string? minor) => new(null, family, minor, _defaults.GetValueOrDefault(name));

    private static string Plural(string minor) => minor is "pence" or "fils" or "sen" or "fen" or "øre" or "öre" or "kurus" or "kuruş" ? minor : minor == "penny" ? "pennies" : minor + "s";
}
