using System.Collections.Immutable;

namespace OnRecord;

/// <summary>Someone or something that a document speaks of, once, whatever it is called.</summary>
/// <param name="Id">Stable inside the document: made from the fullest name, the type and, without a name, the place of first mention.</param>
/// <param name="Name">The fullest form in this document.</param>
/// <param name="Type">What it is.</param>
/// <param name="Country">ISO 3166-1 alpha-3, or null where nothing tells.</param>
/// <param name="Titles">Titles and offices that the text gives it, in order of appearance.</param>
public sealed record Entity(string Id, string Name, EntityType Type, string? Country, ImmutableArray<string> Titles)
{
    private readonly EquatableArray<string> _titles = Titles;
    private readonly EquatableArray<string> _aliases;
    private readonly EquatableArray<Role> _roles;

    /// <summary>Titles and offices that the text gives it, in order of appearance.</summary>
    public ImmutableArray<string> Titles { get => _titles; init => _titles = value; }

    /// <summary>Whether the document names it; where not, <see cref="Name"/> is a noun phrase: the suspect.</summary>
    public bool Named { get; init; } = true;

    /// <summary>Other names that the document gives it, in order of appearance.</summary>
    public ImmutableArray<string> Aliases { get => _aliases; init => _aliases = value; }

    /// <summary>
    /// Type, normalised name and country, the same in every document: what documents may be compared by, not an identity. Null where the name is too short to be
    /// compared by: a person's single name, or none.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>The name by which the key goes and documents are compared, where it is not <see cref="Name"/>; null where it is.</summary>
    public MergedName? MergedBy { get; init; }

    /// <summary>The name under which documents are compared.</summary>
    public string ComparedName => MergedBy?.Name ?? Name;

    /// <summary>Offices and callings that the text says it holds, in order of appearance.</summary>
    public ImmutableArray<Role> Roles { get => _roles; init => _roles = value; }
}

/// <summary>Another name under which an entity is compared with those of other documents.</summary>
/// <param name="Name">The name: "Donald Trump" for "Donald J. Trump".</param>
/// <param name="Rule">The rule that gave it, which reads like the reason.</param>
public sealed record MergedName(string Name, string Rule);

/// <summary>An office, title or calling that the text says somebody holds. From when to when is left open.</summary>
/// <param name="Title">The words that name it.</param>
/// <param name="Of">Id of the entity in which it is held ("[Tannaby] chief executive"), or null.</param>
public sealed record Role(TextSpan Title, string? Of);

/// <summary>What a name names.</summary>
public enum EntityType
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Organization,

    /// <summary>A country.</summary>
    Country,

    /// <summary>A place that is no country.</summary>
    Place,

    /// <summary>A nationality or another group.</summary>
    Group,

    /// <summary>A named event.</summary>
    Event,

    /// <summary>A book, film, speech or the like.</summary>
    Work,

    /// <summary>A product.</summary>
    Product,

    /// <summary>A law or treaty.</summary>
    Law,
}
