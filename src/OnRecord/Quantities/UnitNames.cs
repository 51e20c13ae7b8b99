using OnRecord.Data;

namespace OnRecord.Quantities;

/// <summary>Units in plain words: <c>[mi_i]</c> is "miles", <c>t/a</c> "tonnes per year".</summary>
internal sealed class UnitNames
{
    private readonly Dictionary<string, (string One, string Many)> _names = new(StringComparer.Ordinal);

    /// <exception cref="DataFileException">The lexicon of units is missing or damaged.</exception>
    public UnitNames(DataFolder data)
    {
        foreach (var row in data.Lexicon("units").Rows)
        {
            // The singular stands first, the plural second; some units have one form.
            var words = row["words"].Split('|');
            _names[row["code"]] = (words[0], words.Length > 1 ? words[1] : words[0]);
        }
    }

    /// <summary>The plain name, in the plural, of a UCUM code or of a rate of two; a code that no lexicon has is its own name.</summary>
    public string Of(string code)
    {
        if (_names.TryGetValue(code, out var name))
        {
            return name.Many;
        }

        return code.LastIndexOf('/') is var cut and > 0 && _names.TryGetValue(code[..cut], out var measured) && _names.TryGetValue(code[(cut + 1)..], out var per)
            ? $"{measured.Many} per {per.One}"
            : code;
    }
}
