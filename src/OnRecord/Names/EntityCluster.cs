using System.Globalization;

namespace OnRecord.Names;

/// <summary>The words that a document uses for one entity, while they are gathered.</summary>
internal sealed class EntityCluster(EntityType type)
{
    private readonly List<string> _titles = [];
    private readonly List<string> _forms = [];
    private readonly SortedSet<(int First, int End)> _roles = [];
    private string? _name;
    private int _length;

    /// <summary>What it is.</summary>
    public EntityType Type => type;

    /// <summary>ISO 3166-1 alpha-3, or null.</summary>
    public string? Country { get; private set; }

    /// <summary>The gender that names and titles tell.</summary>
    public Gender Gender { get; private set; }

    /// <summary>Index of the token at which it is first named.</summary>
    public int FirstToken { get; private set; } = int.MaxValue;

    /// <summary>Whether nothing is in it yet.</summary>
    public bool IsEmpty => FirstToken == int.MaxValue;

    /// <summary>Whether a name is in it, and not noun phrases alone.</summary>
    public bool IsNamed { get; private set; }

    /// <summary>The name to give where no mention spells one: that of the lexicon.</summary>
    public string Fallback { get; set; } = "";

    /// <summary>The name under which documents are compared: the lexicon's, or without the legal form; empty where <see cref="Name"/> is that name.</summary>
    public string Canonical { get; set; } = "";

    /// <summary>Whether <see cref="Canonical"/> is a lexicon's name.</summary>
    public bool IsCanonicalKnown { get; set; }

    /// <summary>The fullest name so far.</summary>
    public string Name => _name ?? Fallback;

    /// <summary>Offices and callings, as half-open ranges of tokens.</summary>
    public IReadOnlyCollection<(int First, int End)> Roles => _roles;

    /// <summary>Titles before the name.</summary>
    public IReadOnlyList<string> Titles => _titles;

    /// <summary>Takes in a name.</summary>
    /// <param name="draft">The mention.</param>
    /// <param name="isName">Whether its text is a name of the entity, and not a short way to point at it.</param>
    public void Take(NameDraft draft, bool isName)
    {
        FirstToken = Math.Min(FirstToken, draft.First);
        IsNamed = true;
        Country ??= draft.Country;
        Gender = Gender == Gender.Unknown ? draft.Gender : Gender;
        if (draft.Title is { } title)
        {
            _roles.Add((title.First, title.End));
            if (!HasTitle(title.Text))
            {
                _titles.Add(title.Text);
            }
        }

        if (isName && !_forms.Contains(draft.Text))
        {
            _forms.Add(draft.Text);
        }

        if (isName && (_name is null || draft.Length > _length || (draft.Length == _length && draft.Text.Length > _name.Length)) && draft.Rule != NameRules.OtherScript)
        {
            (_name, _length) = (draft.Text, draft.Length);
        }
    }

    /// <summary>Takes in a noun phrase; the longest one names an entity that has no name.</summary>
    public void TakePhrase(int first, int end, string text, Gender gender)
    {
        FirstToken = Math.Min(FirstToken, first);
        Learn(gender);
        if (!IsNamed && (_name is null || end - first > _length))
        {
            (_name, _length) = (text, end - first);
        }
    }

    /// <summary>The text says that the entity holds this office or calling.</summary>
    public void TakeRole(int first, int end) => _roles.Add((first, end));

    /// <summary>Whether the text has called the entity by this title.</summary>
    public bool HasTitle(string title) => _titles.Contains(title, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the text has called the entity so.</summary>
    public bool HasForm(string text) => _forms.Contains(text);

    /// <summary>A word has told the gender.</summary>
    public void Learn(Gender gender) => Gender = Gender == Gender.Unknown ? gender : Gender;

    /// <summary>The entity's id in its document.</summary>
    public string Id => IsNamed
        ? StableId.Of("e", Name, Type.ToString())
        : StableId.Of("e", Name, Type.ToString(), FirstToken.ToString(CultureInfo.InvariantCulture));

    /// <summary>The entity.</summary>
    /// <param name="roles">Its roles.</param>
    /// <param name="persons">Known persons.</param>
    public Entity ToEntity(IEnumerable<Role> roles, KnownPersons persons)
    {
        var merged = IsNamed ? ComparedNames.Of(this, persons) : null;
        var country = Country ?? (merged?.Rule == ComparedNames.KnownPerson ? persons.Of(Name, Gender, Country)?.Country : null);
        return new Entity(Id, Name, Type, country, [.. _titles])
        {
            Named = IsNamed,
            Aliases = [.. _forms.Where(form => form != Name)],
            Key = IsNamed ? EntityKey.Of(Type, merged?.Name ?? Name, country) : null,
            MergedBy = merged,
            Roles = [.. roles],
        };
    }
}
