namespace OnRecord.Names.Coreference;

/// <summary>A noun phrase on its way to be a mention: a name, a pronoun, or one with a common noun as head.</summary>
internal sealed class Phrase
{
    /// <summary>Index of its first token.</summary>
    public required int First { get; init; }

    /// <summary>One past the index of its last token.</summary>
    public required int End { get; init; }

    /// <summary>Index of the token on which the others hang.</summary>
    public required int Head { get; init; }

    /// <summary>Index of its sentence.</summary>
    public required int Sentence { get; init; }

    /// <summary>How it says whom it means.</summary>
    public required MentionForm Form { get; init; }

    /// <summary>The name that it is; null for others.</summary>
    public NameDraft? Draft { get; init; }

    /// <summary>What its noun or name says that it is; null for what is none of the types of entities.</summary>
    public EntityType? Type { get; init; }

    /// <summary>Whether it speaks of several.</summary>
    public bool IsPlural { get; init; }

    /// <summary>Whether it is "the 56-year-old".</summary>
    public bool IsAge { get; init; }

    /// <summary>The gender that its words tell.</summary>
    public Gender Gender { get; init; }

    /// <summary>What stands before its noun.</summary>
    public Determination Determination { get; init; }

    /// <summary>The entity that it means; null while that is not known, and for a phrase that nothing else means.</summary>
    public EntityCluster? Cluster { get; set; }

    /// <summary>The rule that joined it.</summary>
    public string? Join { get; set; }
}

/// <summary>What stands before a noun and tells whether it is spoken of for the first time.</summary>
internal enum Determination
{
    /// <summary>Nothing.</summary>
    Bare,

    /// <summary>A, some, another, many.</summary>
    Indefinite,

    /// <summary>The, this, that.</summary>
    Definite,

    /// <summary>A possessor: his, Tannaby's.</summary>
    Possessed,

    /// <summary>No, any, every: nobody in particular.</summary>
    Quantified,
}
