using System.Collections.Immutable;

namespace OnRecord.Names;

/// <summary>The names that a document uses for one entity, while they are gathered.</summary>
internal sealed class EntityCluster(EntityType type)
{
    private readonly List<string> _titles = [];
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

    /// <summary>The name to give where no mention spells one: that of the lexicon.</summary>
    public string Fallback { get; set; } = "";

    /// <summary>The fullest name so far.</summary>
    public string Name => _name ?? Fallback;

    /// <summary>Takes in a mention.</summary>
    /// <param name="draft">The mention.</param>
    /// <param name="isName">Whether its text is a name of the entity, and not a short way to point at it.</param>
    public void Take(NameDraft draft, bool isName)
    {
        FirstToken = Math.Min(FirstToken, draft.First);
        Country ??= draft.Country;
        Gender = Gender == Gender.Unknown ? draft.Gender : Gender;
        if (draft.Title is { } title && !_titles.Contains(title, StringComparer.OrdinalIgnoreCase))
        {
            _titles.Add(title);
        }

        if (isName && (_name is null || draft.Length > _length || (draft.Length == _length && draft.Text.Length > _name.Length)))
        {
            (_name, _length) = (draft.Text, draft.Length);
        }
    }

    /// <summary>Whether the text has called the entity by this title.</summary>
    public bool HasTitle(string title) => _titles.Contains(title, StringComparer.OrdinalIgnoreCase);

    /// <summary>A pronoun has told the gender.</summary>
    public void Learn(Gender gender) => Gender = Gender == Gender.Unknown ? gender : Gender;

    /// <summary>The entity.</summary>
    public Entity ToEntity() => new(StableId.Of("e", Name, Type.ToString()), Name, Type, Country, [.. _titles]);
}
