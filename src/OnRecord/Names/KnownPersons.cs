using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Names;

/// <summary>Persons whom news calls by one name that means nobody else, and other spellings of their names (<c>known-persons.tsv</c>).</summary>
internal sealed class KnownPersons
{
    private readonly FrozenDictionary<string, KnownPerson> _byName;

    /// <exception cref="DataFileException">The lexicon is missing or damaged, or gives one name to two persons.</exception>
    public KnownPersons(DataFolder data)
    {
        var byName = new Dictionary<string, KnownPerson>(StringComparer.Ordinal);
        foreach (var row in data.Lexicon("known-persons").Rows)
        {
            var gender = row["gender"] == "f" ? Gender.Female : Gender.Male;
            var person = new KnownPerson(row["name"], gender, row["country"].Length == 0 ? null : row["country"]);
            foreach (var name in $"{row["name"]}|{row["alone"]}|{row["others"]}".Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!byName.TryAdd(EntityKey.Normal(name), person))
                {
                    throw row.Error($"'{name}' names another person too.");
                }
            }
        }

        _byName = byName.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The person whom a name means; null where the lexicon has none, or the text tells another gender or country.</summary>
    public KnownPerson? Of(string name, Gender gender, string? country) =>
        _byName.GetValueOrDefault(EntityKey.Normal(name)) is { } person && (gender == Gender.Unknown || gender == person.Gender) && (country is null || person.Country is null || country == person.Country)
            ? person
            : null;
}

/// <summary>A person of the lexicon.</summary>
/// <param name="Name">The name under which documents are compared.</param>
/// <param name="Gender">Man or woman.</param>
/// <param name="Country">ISO 3166-1 alpha-3, or null.</param>
internal sealed record KnownPerson(string Name, Gender Gender, string? Country);
