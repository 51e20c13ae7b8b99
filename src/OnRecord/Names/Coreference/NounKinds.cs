using System.Collections.Frozen;
using OnRecord.Data;

namespace OnRecord.Names.Coreference;

/// <summary>What common nouns and pronouns stand for.</summary>
internal sealed class NounKinds
{
    /// <summary>The sort of those who speak without a name: a source, an official, an aide.</summary>
    public const string Anonymous = "anonymous";

    private readonly FrozenDictionary<string, (EntityType Type, Gender Gender)> _kinds;
    private readonly FrozenDictionary<string, DescriptionKind> _descriptions;
    private readonly FrozenDictionary<string, Pronoun> _pronouns;
    private readonly FrozenDictionary<string, Determination> _determiners;
    private readonly FrozenSet<string> _expletive;
    private readonly FrozenSet<string> _saying;
    private readonly FrozenSet<string> _cityStates;

    public NounKinds(DataFolder data)
    {
        var kinds = data.Lexicon("noun-kinds").Rows.ToDictionary(row => row["noun"], row => (TypeOf(row), GenderOf(row["gender"])), StringComparer.Ordinal);
        var descriptions = new Dictionary<string, DescriptionKind>(StringComparer.Ordinal);
        foreach (var row in data.Lexicon("descriptions").Rows)
        {
            descriptions[row["noun"]] = new DescriptionKind(TypeOf(row), row["sort"], row["alone"] == "yes");
            kinds[row["noun"]] = (TypeOf(row), kinds.GetValueOrDefault(row["noun"]).Item2);
        }

        _kinds = kinds.ToFrozenDictionary(StringComparer.Ordinal);
        _descriptions = descriptions.ToFrozenDictionary(StringComparer.Ordinal);
        _pronouns = data.Lexicon("pronouns").Rows.ToFrozenDictionary(row => row["word"], row => new Pronoun(GenderOf(row["means"]), row["means"], row["use"]), StringComparer.Ordinal);
        _expletive = data.Lexicon("expletive-verbs").Rows.Select(row => row["lemma"]).ToFrozenSet(StringComparer.Ordinal);
        _cityStates = data.Lexicon("city-states").Rows.Select(row => row["name"]).ToFrozenSet(StringComparer.Ordinal);
        _saying = data.Lexicon("attribution-verbs").Rows.Where(row => row["class"] is "say" or "tell" or "ask" && row["frames"].Contains("inverted", StringComparison.Ordinal)).Select(row => row["lemma"]).ToFrozenSet(StringComparer.Ordinal);
        _determiners = data.Lexicon("determiners").Rows.ToFrozenDictionary(row => row["word"], Determiner, StringComparer.Ordinal);
    }

    /// <summary>What the noun stands for; null for things, acts, thoughts.</summary>
    public EntityType? TypeOf(string lemma, out Gender gender)
    {
        var isKnown = _kinds.TryGetValue(lemma, out var kind);
        gender = kind.Gender;
        return isKnown ? kind.Type : null;
    }

    /// <summary>The sort of named entities that "the" with this noun may mean; null where it means none.</summary>
    public DescriptionKind? Description(string lemma) => _descriptions.GetValueOrDefault(lemma);

    /// <summary>What the pronoun stands for; null where the word is none.</summary>
    public Pronoun? PronounOf(string lower) => _pronouns.GetValueOrDefault(lower);

    /// <summary>Whether "it" means nothing as the verb's subject: it rained.</summary>
    public bool IsExpletive(string lemma) => _expletive.Contains(lemma);

    /// <summary>Whether a country is also a city.</summary>
    public bool IsCityState(string name) => _cityStates.Contains(name);

    /// <summary>Whether who does what the verb tells speaks.</summary>
    public bool IsSaying(string lemma) => _saying.Contains(lemma);

    /// <summary>What a determiner says.</summary>
    public Determination DeterminationOf(string lower) => _determiners.GetValueOrDefault(lower);

    private static Determination Determiner(LexiconRow row) => row["kind"] switch
    {
        "definite" => Determination.Definite,
        "indefinite" => Determination.Indefinite,
        "possessive" => Determination.Possessed,
        "quantifier" => Determination.Quantified,
        var other => throw row.Error($"unknown kind of determiner '{other}'."),
    };

    private static EntityType TypeOf(LexiconRow row) =>
        Enum.TryParse<EntityType>(row["type"], ignoreCase: true, out var type) ? type : throw row.Error($"unknown type '{row["type"]}'.");

    private static Gender GenderOf(string cell) => cell switch
    {
        "m" => Gender.Male,
        "f" => Gender.Female,
        _ => Gender.Unknown,
    };
}

/// <summary>A pronoun of the third person.</summary>
/// <param name="Gender">The gender that it tells.</param>
/// <param name="Means">m, f, any (of either), thing or several.</param>
/// <param name="Use">plain or reflexive.</param>
internal sealed record Pronoun(Gender Gender, string Means, string Use)
{
    /// <summary>What stands for a person of either gender.</summary>
    public const string AnyPerson = "any";

    /// <summary>Whether it stands for one person.</summary>
    public bool IsPerson => Means is "m" or "f" or AnyPerson;
}

/// <summary>A sort of named entities that a description may mean.</summary>
/// <param name="Type">Their type.</param>
/// <param name="Sort">Company, body, town, country and so on: what the names' own head nouns must not deny.</param>
/// <param name="IsAlone">Whether the noun alone means the only such name nearby.</param>
internal sealed record DescriptionKind(EntityType Type, string Sort, bool IsAlone);
