namespace OnRecord.Names;

/// <summary>The persons of a document, to be found by their full and short names.</summary>
internal sealed class PersonIndex
{
    /// <summary>Who alone of several namesakes has so often been called by the short name goes on being called so.</summary>
    private const int OftenCalled = 2;

    /// <summary>So many namesakes can never be told apart; the bound keeps the cost linear.</summary>
    private const int MostNamesakes = 8;

    /// <summary>Words of a family name: "van der Velden y Marrow" has four of them, and a list of initials is none.</summary>
    private const int LongestFamily = 6;

    private readonly Dictionary<string, List<FullName>> _full = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EntityCluster>> _family = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EntityCluster>> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityCluster> _single = new(StringComparer.Ordinal);
    private readonly Dictionary<EntityCluster, int> _called = [];

    /// <summary>Whether the word is a family name of a person named in full.</summary>
    public bool HasFamily(string name) => _family.ContainsKey(name.ToLowerInvariant());

    /// <summary>Whether the word is the given name of a person named in full.</summary>
    public bool HasGiven(string name) => _given.ContainsKey(name.ToLowerInvariant());

    /// <summary>The person whom a full name names: one already seen whose name agrees, or a new one.</summary>
    public EntityCluster Full(NameDraft draft)
    {
        var parts = PartsOf(draft.Text);
        if (parts.Length > 1 && Unique(_family, string.Join(' ', parts)) is { } longer)
        {
            return longer;
        }

        var key = draft.FamilyFirst ? string.Concat(parts) : parts[0] + ' ' + parts[^1];
        var middle = draft.FamilyFirst || parts.Length < 3 ? "" : string.Join(' ', parts[1..^1]);
        if (!_full.TryGetValue(key, out var candidates))
        {
            _full[key] = candidates = [];
        }

        foreach (var candidate in candidates)
        {
            if (Agree(candidate.Middle, middle))
            {
                candidate.Middle = candidate.Middle.Length >= middle.Length ? candidate.Middle : middle;
                return candidate.Cluster;
            }
        }

        if (candidates.Count >= MostNamesakes)
        {
            return new EntityCluster(EntityType.Person);
        }

        var cluster = new EntityCluster(EntityType.Person);
        candidates.Add(new FullName(middle, cluster));
        AddShortNames(parts, draft.FamilyFirst, cluster);
        return cluster;
    }

    /// <summary>The person whom a short name names; null where several may be meant.</summary>
    public EntityCluster? Short(NameDraft draft)
    {
        var key = draft.Text.ToLowerInvariant();
        if (_family.TryGetValue(key, out var family))
        {
            return Called(Choose(family, draft));
        }

        if (_given.TryGetValue(key, out var given))
        {
            return Choose(given, draft);
        }

        if (!_single.TryGetValue(key, out var cluster))
        {
            _single[key] = cluster = new EntityCluster(EntityType.Person);
        }

        return cluster;
    }

    private EntityCluster? Called(EntityCluster? person)
    {
        if (person is not null)
        {
            _called[person] = _called.GetValueOrDefault(person) + 1;
        }

        return person;
    }

    private EntityCluster? Choose(List<EntityCluster> candidates, NameDraft draft)
    {
        var titleGender = draft.Title is null ? Gender.Unknown : draft.Gender;
        var left = candidates.Where(one => titleGender == Gender.Unknown || one.Gender == Gender.Unknown || one.Gender == titleGender).ToList();
        if (left.Count > 1 && draft.Title is { } title && left.Where(one => one.HasTitle(title.Text)).ToList() is [var titled])
        {
            return titled;
        }

        if (left.Count > 1 && left.Where(one => one.FirstToken < draft.First).ToList() is [var introduced])
        {
            return introduced;
        }

        if (left.Count > 1 && left.Where(_called.ContainsKey).ToList() is [var called] && _called[called] >= OftenCalled)
        {
            // The others are named in full each time.
            return called;
        }

        return left.Count == 1 ? left[0] : null;
    }

    private static EntityCluster? Unique(Dictionary<string, List<EntityCluster>> index, string key) =>
        index.TryGetValue(key, out var found) && found.Count == 1 ? found[0] : null;

    private void AddShortNames(string[] parts, bool familyFirst, EntityCluster cluster)
    {
        if (parts.Length < 2)
        {
            // Elizabeth II
            Add(_family, parts[0], cluster);
            return;
        }

        if (familyFirst)
        {
            Add(_family, parts[0], cluster);
            Add(_given, string.Join(' ', parts[1..]), cluster);
            return;
        }

        for (var i = Math.Max(1, parts.Length - LongestFamily); i < parts.Length; i++)
        {
            Add(_family, string.Join(' ', parts[i..]), cluster);
        }

        Add(_given, parts[0], cluster);
    }

    private static void Add(Dictionary<string, List<EntityCluster>> index, string key, EntityCluster cluster)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }

        if (list.Count < MostNamesakes && !list.Contains(cluster))
        {
            list.Add(cluster);
        }
    }

    /// <summary>Middle names agree where they are the same, one is missing, or one is the initial of the other.</summary>
    private static bool Agree(string one, string other) =>
        one.Length == 0 || other.Length == 0 || one == other || (one[0] == other[0] && (one.TrimEnd('.').Length == 1 || other.TrimEnd('.').Length == 1));

    private static string[] PartsOf(string name)
    {
        var parts = name.ToLowerInvariant().Split([' ', '-', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var last = parts.Length > 1 && parts[^1].TrimEnd('.') is "jr" or "sr" or "ii" or "iii" or "iv" ? parts.Length - 1 : parts.Length;
        return parts.Length == 0 ? [name] : parts[..last];
    }

    private sealed class FullName(string middle, EntityCluster cluster)
    {
        public string Middle { get; set; } = middle;

        public EntityCluster Cluster => cluster;
    }
}
