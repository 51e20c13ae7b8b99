using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.App.Outputs.Exports;

/// <summary>Countries and languages as FollowTheMoney writes them: ISO 3166-1 alpha-2 in lower case, and ISO 639-3. It drops values of any other form.</summary>
internal sealed class FollowTheMoneyCodes(DataFolder data)
{
    private readonly FrozenDictionary<string, string> _countries = Column(data.Lexicon("countries"), "alpha3", "alpha2");
    private readonly FrozenDictionary<string, string> _languages = Column(data.Lexicon("languages"), "language", "alpha3");

    /// <summary>Of a record's country; null where there is none.</summary>
    public string? Country(string? alpha3) => alpha3 is not null && _countries.TryGetValue(alpha3, out var code) ? code : null;

    /// <summary>Of a BCP 47 tag, by its language alone; null where we have no code for it.</summary>
    public string? Language(string tag) => _languages.GetValueOrDefault(tag.Split('-')[0]);

    private static FrozenDictionary<string, string> Column(Lexicon lexicon, string key, string value) => lexicon.Rows.ToFrozenDictionary(row => row[key], row => row[value], StringComparer.Ordinal);
}
