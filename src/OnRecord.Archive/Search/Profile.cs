using System.Collections.Immutable;

namespace OnRecord.Archive.Search;

/// <summary>What an archive knows of one person, organisation or other source.</summary>
public sealed record Profile
{
    /// <summary>By what documents are joined: <c>person/dana-orlo</c>; the words for a source without a name.</summary>
    public required string Who { get; init; }

    /// <summary>Its name, or the words for it.</summary>
    public required string Name { get; init; }

    /// <summary>Of what type it is, as the record writes it; null where it has no name.</summary>
    public string? Type => Schema.Who.IsNamed(Who) ? Who[..Who.IndexOf('/', StringComparison.Ordinal)] : null;

    /// <summary>Whether documents may mean several: a single name of a person is all that is told, or documents place it in several countries.</summary>
    public bool MayBeSeveral => Schema.Who.IsSingle(Who) || (Country is null && Countries.Length > 1);

    /// <summary>The country by which it was asked for; null where it was not.</summary>
    public string? Country { get; init; }

    /// <summary>Countries in which documents place it.</summary>
    public ImmutableArray<FacetValue> Countries { get; init; } = [];

    /// <summary>Claims on its word.</summary>
    public required long Claims { get; init; }

    /// <summary>Those claims, the newest first.</summary>
    public required ImmutableArray<ClaimHit> SaidClaims { get; init; }

    /// <summary>Sources through whom it is quoted, outermost first.</summary>
    public required ImmutableArray<FacetValue> Through { get; init; }

    /// <summary>The words that name it where it speaks.</summary>
    public required ImmutableArray<FacetValue> CalledSo { get; init; }

    /// <summary>Lemmas of the cues that tie its words to it.</summary>
    public required ImmutableArray<FacetValue> Cues { get; init; }

    /// <summary>Names in its claims.</summary>
    public required ImmutableArray<NamedCount> About { get; init; }

    /// <summary>Who prints its claims.</summary>
    public required ImmutableArray<FacetValue> Publishers { get; init; }

    /// <summary>Documents that name it.</summary>
    public long Named { get; init; }

    /// <summary>Main claims in which it plays a part, on the word of others; of more than 2,000 documents those of the 2,000 added last.</summary>
    public long Told { get; init; }

    /// <summary>Those claims, the newest first.</summary>
    public ImmutableArray<ClaimHit> ToldClaims { get; init; } = [];

    /// <summary>The names that were joined, and why.</summary>
    public ImmutableArray<NameJoin> Joins { get; init; } = [];

    /// <summary>Others that are called alike and were not joined.</summary>
    public ImmutableArray<NamedCount> Namesakes { get; init; } = [];

    /// <summary>Stories of which two documents or more name it.</summary>
    public ImmutableArray<NamedStory> Stories { get; init; } = [];
}

/// <summary>Somebody, and how often.</summary>
public sealed record NamedCount(string Who, string Name, long Count);

/// <summary>A name that documents use for one.</summary>
/// <param name="Name">The fullest in the document.</param>
/// <param name="Key">The key by which it was joined; <c>-</c> for no country.</param>
/// <param name="Rule">The rule that gave the name under which documents are compared; null where it is this name.</param>
/// <param name="Count">How many documents use it.</param>
/// <param name="Documents">Some of them, those added last.</param>
public sealed record NameJoin(string Name, string Key, string? Rule, long Count, ImmutableArray<JoinedDocument> Documents);

/// <summary>A document that was joined.</summary>
public sealed record JoinedDocument(string Record, string Title, string? Publisher, string? Published);

/// <summary>A story that names somebody.</summary>
/// <param name="Id">Id of the story.</param>
/// <param name="Title">Its title.</param>
/// <param name="Earliest">First day of publication that is known.</param>
/// <param name="Latest">Last day of publication that is known.</param>
/// <param name="Documents">Its documents, copies not counted.</param>
/// <param name="Naming">Those that name it.</param>
public sealed record NamedStory(string Id, string Title, string? Earliest, string? Latest, int Documents, long Naming);
