using System.Collections.Immutable;

namespace OnRecord;

/// <summary>A name, or a word that stands for one, in the text.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Type">What is named.</param>
/// <param name="Entity">Id of the entity that it names, or null.</param>
/// <param name="Rule">Name of the rule that found it.</param>
public sealed record Mention(TextSpan Span, EntityType Type, string? Entity, string Rule);

/// <summary>Someone or something that a document names, once, whatever it is called.</summary>
/// <param name="Id">Stable inside the document: made from the fullest name and the type.</param>
/// <param name="Name">The fullest form in this document.</param>
/// <param name="Type">What it is.</param>
/// <param name="Country">ISO 3166-1 alpha-3, or null where nothing tells.</param>
/// <param name="Titles">Titles and offices that the text gives it, in order of appearance.</param>
public sealed record Entity(string Id, string Name, EntityType Type, string? Country, ImmutableArray<string> Titles);

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
