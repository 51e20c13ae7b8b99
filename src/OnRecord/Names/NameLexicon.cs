using System.Collections.Frozen;
using System.Collections.Immutable;
using OnRecord.Data;
using OnRecord.Language;

namespace OnRecord.Names;

/// <summary>All words that the finder of names knows.</summary>
internal sealed class NameLexicon
{
    private readonly PhraseTable<KnownName> _known = new();
    private readonly PhraseTable<Title> _titles = new();
    private readonly Dictionary<string, string> _countries = [];
    private readonly ILookup<string, string> _directions;
    private readonly FrozenDictionary<string, Town> _towns;
    private readonly FrozenDictionary<string, Gender> _genders;
    private readonly Tokenizer _tokenizer;

    private static readonly Title Minister = new(TitleKind.Office, Gender.Unknown);

    public NameLexicon(DataFolder data)
    {
        _tokenizer = new Tokenizer(data, new Abbreviations(data), new SentenceWords(data));
        AddPlaces(data.Lexicon("places"));
        AddPeoples(data.Lexicon("peoples"));
        AddCountries(data.Lexicon("countries"));
        AddOrganizations(data.Lexicon("organizations"));
        foreach (var row in data.Lexicon("products").Rows)
        {
            Add(row["name"], Alternatives(row["others"]).Prepend(row["name"]), KnownKind.Product, null);
        }

        foreach (var row in data.Lexicon("titles").Rows)
        {
            _titles.Add(row["words"], new Title(KindOf(row), GenderOf(row["gender"])));
        }

        Callings = data.Lexicon("titles").Rows.Where(row => row["kind"] is not "form" && !row["words"].Contains(' ', StringComparison.Ordinal)).ToFrozenDictionary(row => row["words"], row => GenderOf(row["gender"]), StringComparer.Ordinal);
        GivenNames = data.Lexicon("given-names").Rows.ToFrozenDictionary(row => row["name"], row => GenderOf(row["gender"]), StringComparer.Ordinal);
        _genders = data.Lexicon("name-genders").Rows.ToFrozenDictionary(row => row["name"], row => GenderOf(row["gender"]), StringComparer.Ordinal);
        FamilyNamesFirst = data.Lexicon("family-names-first").Rows.Select(row => row["name"]).ToFrozenSet(StringComparer.Ordinal);
        DoubtfulGivenNames = data.Lexicon("given-names").Rows.Where(row => row["doubtful"] == "yes").Select(row => row["name"]).ToFrozenSet(StringComparer.Ordinal);
        FamilyNames = data.Lexicon("family-names").Rows.ToFrozenDictionary(row => row["name"], row => row["alone"] == "yes", StringComparer.Ordinal);
        NotNames = data.Lexicon("not-names").Rows.Select(row => row["word"]).ToFrozenSet(StringComparer.Ordinal);
        Particles = Words(data.Lexicon("name-particles"), "particle");
        Articles = Words(data.Lexicon("name-particles"), "article");
        Possessives = Words(data.Lexicon("name-particles"), "possessive");
        _directions = data.Lexicon("country-directions").Rows.ToLookup(row => row["word"], row => row["country"], StringComparer.Ordinal);
        _towns = data.Lexicon("gazetteer").Rows.ToFrozenDictionary(row => row["name"], row => new Town(row["country"], row["size"] == "large"), StringComparer.Ordinal);
        KnownPersons = new KnownPersons(data);
        Heads = new NameHeads(data);
        Neighbors = new NameNeighbors(data.Lexicon("name-neighbors"));
        Classes = new WordClasses(data);
    }

    /// <summary>Titles and callings of one word, and the gender that they tell.</summary>
    public FrozenDictionary<string, Gender> Callings { get; }

    /// <summary>Given names and the gender that they tell.</summary>
    public FrozenDictionary<string, Gender> GivenNames { get; }

    /// <summary>The gender of a person with this given name, whether or not the word by itself is a name.</summary>
    public Gender GenderOfGivenName(string name) => GivenNames.TryGetValue(name, out var gender) ? gender : _genders.GetValueOrDefault(name);

    /// <summary>Given names that are as likely a common word, a place or something else.</summary>
    public FrozenSet<string> DoubtfulGivenNames { get; }

    /// <summary>Family names, and whether one by itself names a person.</summary>
    public FrozenDictionary<string, bool> FamilyNames { get; }

    /// <summary>Family names that stand before the given name.</summary>
    public FrozenSet<string> FamilyNamesFirst { get; }

    /// <summary>Capitalised words that name nothing by themselves.</summary>
    public FrozenSet<string> NotNames { get; }

    /// <summary>Small words between the parts of a person's name.</summary>
    public FrozenSet<string> Particles { get; }

    /// <summary>Articles before a hyphen: al-.</summary>
    public FrozenSet<string> Articles { get; }

    /// <summary>Plurals whose possessive opens an organisation's name.</summary>
    public FrozenSet<string> Possessives { get; }

    /// <summary>Persons known by one name.</summary>
    public KnownPersons KnownPersons { get; }

    /// <summary>Nouns that head names.</summary>
    public NameHeads Heads { get; }

    /// <summary>Words beside a name that tell what it names.</summary>
    public NameNeighbors Neighbors { get; }

    /// <summary>Words that are used alike.</summary>
    public WordClasses Classes { get; }

    /// <summary>The town that a name means where nothing else tells; null where the gazetteer has none of that name, or several countries have.</summary>
    public Town? TownOf(string name) => _towns.GetValueOrDefault(EntityKey.Normal(name));

    /// <summary>The lexicon's name of a country.</summary>
    public string CountryName(string alpha3) => _countries.GetValueOrDefault(alpha3, alpha3);

    /// <summary>Countries that a point of the compass may stand for.</summary>
    public IEnumerable<string> DirectionCountries(string word) => _directions[word];

    /// <summary>Length of the longest known name at a token, written with its capitals; 0 where there is none.</summary>
    public int KnownAt(ReadOnlySpan<Token> tokens, int at, out KnownName known)
    {
        var length = _known.Longest(tokens, at, out known);
        while (length > 0 && !known.Fits(tokens[at..]))
        {
            // The longest phrase is written otherwise; a shorter one may still be a name.
            length = length == 1 ? 0 : _known.Longest(tokens[..(at + length - 1)], at, out known);
        }

        return length;
    }

    /// <summary>Length of the longest title at a token; 0 where there is none.</summary>
    public int TitleAt(ReadOnlySpan<Token> tokens, int at, out Title title)
    {
        var length = _titles.Longest(tokens, at, out title);
        if (length == 0 && OpensPortfolio(tokens, at))
        {
            (title, length) = (Minister, 2);
        }

        return length;
    }

    /// <summary>The word before "Minister" says of what, whatever else it names: "Labour Minister", "Transport Minister". A country or a person has the minister.</summary>
    private bool OpensPortfolio(ReadOnlySpan<Token> tokens, int at) =>
        at + 1 < tokens.Length && tokens[at + 1].Form == "Minister" && char.IsUpper(tokens[at].Form[0]) && tokens[at].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ
        && !GivenNames.ContainsKey(tokens[at].Form) && !FamilyNames.ContainsKey(tokens[at].Form)
        && (KnownAt(tokens[..(at + 1)], at, out var known) == 0 || (known.Kind == KnownKind.Organization && !known.IsInitials));

    private static FrozenSet<string> Words(Lexicon lexicon, string kind) =>
        lexicon.Rows.Where(row => row["kinds"].Split(' ').Contains(kind)).Select(row => row["word"]).ToFrozenSet(StringComparer.Ordinal);

    private static Gender GenderOf(string cell) => cell switch
    {
        "m" => Gender.Male,
        "f" => Gender.Female,
        _ => Gender.Unknown,
    };

    private static TitleKind KindOf(LexiconRow row) => row["kind"] switch
    {
        "form" => TitleKind.Form,
        "military" => TitleKind.Military,
        "office" => TitleKind.Office,
        "work" => TitleKind.Work,
        var other => throw row.Error($"unknown kind of title '{other}'."),
    };

    private static IEnumerable<string> Alternatives(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;

    private void AddPlaces(Lexicon lexicon)
    {
        foreach (var row in lexicon.Rows)
        {
            Add(row["name"], Alternatives(row["others"]).Prepend(row["name"]), row["kind"] is "state" or "province" ? KnownKind.Region : KnownKind.Place, OrNull(row["country"]));
        }
    }

    private void AddPeoples(Lexicon lexicon)
    {
        foreach (var row in lexicon.Rows)
        {
            Add(row["name"], [row["name"]], KnownKind.Group, OrNull(row["country"]));
        }
    }

    private void AddOrganizations(Lexicon lexicon)
    {
        foreach (var row in lexicon.Rows)
        {
            Add(row["name"], Alternatives(row["others"]).Prepend(row["name"]), KnownKind.Organization, OrNull(row["country"]));
        }
    }

    private void AddCountries(Lexicon lexicon)
    {
        foreach (var row in lexicon.Rows)
        {
            var (code, name) = (row["alpha3"], row["name"]);
            _countries[code] = name;
            var capitals = Alternatives(row["capitals"]).ToList();
            capitals.ForEach(capital => Add(capitals[0], [capital], KnownKind.Capital, code));
            foreach (var people in Alternatives(row["adjectives"]).Concat(Alternatives(row["people"])))
            {
                Add(Alternatives(row["adjectives"]).FirstOrDefault(people), [people], KnownKind.Group, code);
            }

            Add(name, Alternatives(row["others"]).Prepend(name), KnownKind.Country, code);
        }
    }

    private void Add(string name, IEnumerable<string> forms, KnownKind kind, string? country)
    {
        foreach (var form in forms)
        {
            var cut = Cut(form);
            _known.Add(string.Join(' ', cut).ToLowerInvariant(), new KnownName(name, kind, country, cut));
        }
    }

    private ImmutableArray<string> Cut(string phrase) =>
        [.. _tokenizer.Cut(phrase, new TextSpan(0, phrase.Length)).Select(span => span.Of(phrase))];
}
