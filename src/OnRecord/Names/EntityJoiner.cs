namespace OnRecord.Names;

/// <summary>Joins the names of a document that name the same entity: precision first.</summary>
internal sealed class EntityJoiner(NameSheet sheet, NameAliases aliases)
{
    private const int ShortestFirstWord = 3;

    private readonly Dictionary<(EntityType, string), EntityCluster> _byName = [];
    private readonly Dictionary<string, NameDraft?> _firstWords = new(StringComparer.Ordinal);
    private readonly PersonIndex _persons = new();
    private readonly Dictionary<NameDraft, EntityCluster?> _joined = [];

    /// <summary>The persons.</summary>
    public PersonIndex Persons => _persons;

    /// <summary>The entity of each draft; null for a short name that several persons share.</summary>
    public Dictionary<NameDraft, EntityCluster?> Join(IReadOnlyList<NameDraft> drafts)
    {
        // Longer names of persons first: a short one then finds the full one wherever that stands in the text.
        foreach (var draft in drafts.Where(draft => draft is { Type: EntityType.Person, Length: > 1 } && draft.Rule != NameRules.OtherScript).OrderByDescending(draft => draft.Length))
        {
            Take(draft, _persons.Full(draft), isName: true, JoinRules.FullName);
        }

        ReadFirstWords(drafts);
        NameDraft? before = null;
        foreach (var draft in drafts)
        {
            if (draft.Rule == NameRules.OtherScript && before is not null)
            {
                if (_joined[before] is { } same)
                {
                    Take(draft, same, isName: true, JoinRules.OtherScript);
                }
                else
                {
                    _joined[draft] = null;
                }
            }
            else if (draft.Type == EntityType.Person)
            {
                TakeShort(draft);
            }
            else
            {
                var (cluster, rule) = OfName(draft);
                Take(draft, cluster, IsName(draft), rule);
            }

            before = draft.Rule == NameRules.InsideName ? before : draft;
        }

        return _joined;
    }

    /// <summary>"Larnet" of "Larnet Power": the first word of one organisation's name and of no other's.</summary>
    private void ReadFirstWords(IReadOnlyList<NameDraft> drafts)
    {
        foreach (var draft in drafts.Where(draft => draft is { Type: EntityType.Organization, Length: > 1 } && sheet.Tokens[draft.First + 1].Lower is not ("of" or "for" or "-" or "and" or "&" or "'s" or "’s")))
        {
            var word = sheet.Tokens[draft.First].Form;
            _firstWords[word] = _firstWords.TryGetValue(word, out var other) && other?.Text != draft.Text ? null : draft;
        }
    }

    private NameDraft? ByFirstWord(NameDraft draft) =>
        draft is { Type: EntityType.Organization, Length: 1 } && draft.Text.Length > ShortestFirstWord ? _firstWords.GetValueOrDefault(draft.Text) : null;

    private void TakeShort(NameDraft draft)
    {
        if (_joined.ContainsKey(draft))
        {
            return;
        }

        if (_persons.Short(draft) is { } cluster)
        {
            Take(draft, cluster, isName: true, _persons.HasFamily(draft.Text) ? JoinRules.FamilyName : JoinRules.GivenName);
        }
        else
        {
            _joined[draft] = null;
        }
    }

    private void Take(NameDraft draft, EntityCluster cluster, bool isName, string rule)
    {
        _joined[draft] = cluster;
        draft.Join = cluster.IsEmpty ? null : cluster.HasForm(draft.Text) && rule is not (JoinRules.CapitalForGovernment or JoinRules.DirectionForCountry) ? JoinRules.SameName : rule;
        cluster.Take(draft, isName);
    }

    private static bool IsName(NameDraft draft) =>
        draft.Type != EntityType.Group && draft.Rule is not (NameRules.CapitalForGovernment or NameRules.DirectionForCountry or NameRules.InitialsInBrackets or NameRules.InitialsOfName);

    private (EntityCluster Cluster, string Rule) OfName(NameDraft draft)
    {
        var type = draft.Type!.Value;

        // What a country's short name or initials stand for may be a name that the lexicon gives no code.
        var code = type == EntityType.Country ? draft.Country : null;
        var (full, rule) = aliases.FullName(draft) is { } named ? (named, draft.Rule == NameRules.ShortNameOfOrganization ? JoinRules.FirstWord : JoinRules.Initials)
            : ByFirstWord(draft) is { } first ? (first, JoinRules.FirstWord)
            : (draft, RuleOf(draft));
        var name = code ?? NameOf(full);
        var key = (type, WithoutArticle(name).ToLowerInvariant());
        if (!_byName.TryGetValue(key, out var cluster))
        {
            _byName[key] = cluster = new EntityCluster(type) { Fallback = code is null ? name : sheet.Lexicon.CountryName(code), Canonical = code is null ? name : sheet.Lexicon.CountryName(code), IsCanonicalKnown = code is not null || full.Known is not null };
        }

        return (cluster, rule);
    }

    private static string RuleOf(NameDraft draft) => draft.Rule switch
    {
        NameRules.CapitalForGovernment => JoinRules.CapitalForGovernment,
        NameRules.DirectionForCountry => JoinRules.DirectionForCountry,
        _ => draft.Known is null ? JoinRules.LegalForm : JoinRules.OtherKnownName,
    };

    private string NameOf(NameDraft draft) => draft.Known?.Name ?? WithoutLegalForm(draft);

    /// <summary>"Foxwell" of "Foxwell Inc.", under the lexicon's name where it knows one.</summary>
    private string WithoutLegalForm(NameDraft draft)
    {
        var end = draft.End;
        while (draft.Type == EntityType.Organization && end > draft.First + 1 && (sheet.Lexicon.Heads.IsLegalForm(sheet.Tokens[end - 1].Lower) || sheet.Tokens[end - 1].Form == ","))
        {
            end--;
        }

        return end == draft.End ? draft.Text
            : sheet.Lexicon.KnownAt(sheet.Tokens[..end], draft.First, out var known) == end - draft.First && known.Kind == KnownKind.Organization ? known.Name
            : sheet.TextOf(draft.First, end);
    }

    private static string WithoutArticle(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
}
