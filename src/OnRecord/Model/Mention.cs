namespace OnRecord;

/// <summary>A name, or words that stand for someone or something, in the text.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Type">What is named.</param>
/// <param name="Entity">Id of the entity that it names, or null.</param>
/// <param name="Rule">Name of the rule that found it.</param>
public sealed record Mention(TextSpan Span, EntityType Type, string? Entity, string Rule)
{
    /// <summary>Whether it is a name, a pronoun or a noun phrase.</summary>
    public MentionForm Form { get; init; }

    /// <summary>Name of the rule that joined it to its entity; null where it is the entity's first, or has none.</summary>
    public string? Join { get; init; }
}

/// <summary>How a mention says whom it means.</summary>
public enum MentionForm
{
    /// <summary>By a name.</summary>
    Name,

    /// <summary>By a noun phrase: the agency.</summary>
    Nominal,

    /// <summary>By a pronoun.</summary>
    Pronoun,
}
