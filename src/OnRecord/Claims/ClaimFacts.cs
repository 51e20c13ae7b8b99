namespace OnRecord.Claims;

/// <summary>What a claim carries, as its level and its rank ask for it.</summary>
internal sealed record ClaimFacts
{
    /// <summary>Whether it has a figure that is no age and no ordinal.</summary>
    public required bool HasFigure { get; init; }

    /// <summary>Whether one of them tells more than "one" and "two" do.</summary>
    public required bool HasTellingFigure { get; init; }

    public required bool HasTime { get; init; }

    public required bool IsAttributed { get; init; }

    public required bool IsNested { get; init; }

    /// <summary>Whether the statement has a name in it.</summary>
    public required bool NamesSomebody { get; init; }

    /// <summary>Whether there is a name behind its predicate.</summary>
    public required bool NamesObject { get; init; }

    /// <summary>The kind of its last source, or null.</summary>
    public required SourceKind? Source { get; init; }

    /// <summary>Whether it is in the words of its last source.</summary>
    public required bool IsQuotation { get; init; }

    /// <summary>Whether whoever speaks is spoken of in it, by no name.</summary>
    public required bool HasFirstPerson { get; init; }

    /// <summary>Whether it stands at the beginning of the document.</summary>
    public required bool IsInOpening { get; init; }

    /// <summary>Whether the headline tells of it.</summary>
    public required bool IsInHeadline { get; init; }

    /// <summary>Whether its verb is in the past; what is so is not.</summary>
    public required bool IsPast { get; init; }

    /// <summary>Whether it tells of a public deed.</summary>
    public required bool IsDeed { get; init; }

    /// <summary>Whether it has a governor.</summary>
    public required bool IsGoverned { get; init; }

    /// <summary>Whether it has few words.</summary>
    public required bool IsShort { get; init; }
}
