using System.Collections.Immutable;

namespace OnRecord.Archive.Search;

/// <summary>A document that a query found.</summary>
public sealed record DocumentHit
{
    /// <summary>Id of its record.</summary>
    public required string RecordId { get; init; }

    /// <summary>Article, teaser or listing.</summary>
    public required string Kind { get; init; }

    /// <summary>Its headline, or how its text begins.</summary>
    public required string Title { get; init; }

    /// <summary>Who prints it.</summary>
    public string? Publisher { get; init; }

    /// <summary>ISO day.</summary>
    public string? Published { get; init; }

    /// <summary>Its address.</summary>
    public string? Uri { get; init; }

    /// <summary>Words of its text.</summary>
    public required int Words { get; init; }

    /// <summary>Claims in it.</summary>
    public required int Claims { get; init; }

    /// <summary>The words around what was found; empty where the query has no words.</summary>
    public required string Evidence { get; init; }

    /// <summary>What of the evidence was found.</summary>
    public ImmutableArray<Match> Matches { get; init; } = [];

    /// <summary>Other members of its family in the archive.</summary>
    public required int Copies { get; init; }
}

/// <summary>Documents that belong to another: members of its family, and others on its page; the first ones added.</summary>
public sealed record RelatedDocuments(ImmutableArray<DocumentHit> Copies, ImmutableArray<DocumentHit> OnThePage);

/// <summary>A claim that a query found.</summary>
public sealed record ClaimHit
{
    /// <summary>Id of the claim.</summary>
    public required string ClaimId { get; init; }

    /// <summary>Id of its record.</summary>
    public required string RecordId { get; init; }

    /// <summary>First character in the record's text, in code points.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last character, in code points.</summary>
    public required int End { get; init; }

    /// <summary>The clause.</summary>
    public required string Text { get; init; }

    /// <summary>The claim as it reads alone.</summary>
    public required string Statement { get; init; }

    /// <summary>What of the statement was found.</summary>
    public ImmutableArray<Match> Matches { get; init; } = [];

    /// <summary>Its status.</summary>
    public required string Status { get; init; }

    /// <summary>Whether it says itself that something is not so.</summary>
    public bool Negated { get; init; }

    /// <summary>The word in it that tells how far or how sure.</summary>
    public string? Governor { get; init; }

    /// <summary>How well it stands alone: main, detail or fragment.</summary>
    public required string Level { get; init; }

    /// <summary>How much a checker would want it first, from 0 to 1.</summary>
    public double Rank { get; init; }

    /// <summary>What raised its rank, as the record has it.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>The main claim in which it stands; null for one that is main or stands in none.</summary>
    public EnclosingClaim? Within { get; init; }

    /// <summary>What stands in it as background, in the order of the text.</summary>
    public ImmutableArray<DetailHit> Details { get; init; } = [];

    /// <summary>Who says so; null where it is the document's own voice.</summary>
    public string? Source { get; init; }

    /// <summary>By what its source is one across documents: <c>person/dana-orlo</c>, or the words for it; null where only a pronoun tells.</summary>
    public string? Speaker { get; init; }

    /// <summary>On whose word that is, outermost first.</summary>
    public string? Through { get; init; }

    /// <summary>First day on which it may have happened.</summary>
    public string? Earliest { get; init; }

    /// <summary>Last day on which it may have happened.</summary>
    public string? Latest { get; init; }

    /// <summary>How fine that time is.</summary>
    public string? Granularity { get; init; }

    /// <summary>How the text says when.</summary>
    public string? When { get; init; }

    /// <summary>The document's headline, or how its text begins.</summary>
    public required string Title { get; init; }

    /// <summary>Who prints the document.</summary>
    public string? Publisher { get; init; }

    /// <summary>ISO day of its publication.</summary>
    public string? Published { get; init; }

    /// <summary>Its address.</summary>
    public string? Uri { get; init; }

    /// <summary>Members of the document's family that make the same claim in the same words, itself left out.</summary>
    public int Copies { get; init; }
}

/// <summary>The main claim under which another is shown.</summary>
/// <param name="ClaimId">Its id.</param>
/// <param name="Statement">Its statement.</param>
public sealed record EnclosingClaim(string ClaimId, string Statement);

/// <summary>A claim that is shown under the main claim in which it stands.</summary>
public sealed record DetailHit
{
    /// <summary>Id of the claim.</summary>
    public required string ClaimId { get; init; }

    /// <summary>First character of its clause in the record's text, in code points.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last character, in code points.</summary>
    public required int End { get; init; }

    /// <summary>The claim as it reads alone.</summary>
    public required string Statement { get; init; }

    /// <summary>Its status.</summary>
    public required string Status { get; init; }

    /// <summary>Whether it says itself that something is not so.</summary>
    public bool Negated { get; init; }

    /// <summary>The word in it that tells how far or how sure.</summary>
    public string? Governor { get; init; }

    /// <summary>Who says so; null where it is the document's own voice.</summary>
    public string? Source { get; init; }

    /// <summary>On whose word that is, outermost first.</summary>
    public string? Through { get; init; }
}

/// <summary>How often a value occurs among what was found.</summary>
public readonly record struct FacetValue(string Value, long Count);

/// <summary>A facet: a property of what was found, its values by number and then by name.</summary>
public sealed record Facet(string Name, ImmutableArray<FacetValue> Values);
