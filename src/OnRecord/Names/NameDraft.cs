namespace OnRecord.Names;

/// <summary>A name on its way to be a mention: what evidence is known so far.</summary>
internal sealed class NameDraft(int first, int end, string text)
{
    /// <summary>Index of its first token.</summary>
    public int First => first;

    /// <summary>One past the index of its last token.</summary>
    public int End => end;

    /// <summary>Its characters.</summary>
    public string Text => text;

    /// <summary>What it names; null while nothing tells.</summary>
    public EntityType? Type { get; private set; }

    /// <summary>The rule that told its type; empty while none did.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>What the lexicon says of it.</summary>
    public KnownName? Known { get; init; }

    /// <summary>The title before a person's name.</summary>
    public TitleWords? Title { get; set; }

    /// <summary>Gender that a title or given name tells.</summary>
    public Gender Gender { get; set; }

    /// <summary>ISO 3166-1 alpha-3 of what the words around it or the lexicon tell.</summary>
    public string? Country { get; set; }

    /// <summary>Whether the family name stands first.</summary>
    public bool FamilyFirst { get; set; }

    /// <summary>The rule that joined it to its entity; null for the entity's first mention.</summary>
    public string? Join { get; set; }

    /// <summary>Number of tokens.</summary>
    public int Length => End - First;

    /// <summary>Settles what it names.</summary>
    public NameDraft As(EntityType type, string rule)
    {
        (Type, Rule) = (type, rule);
        return this;
    }
}

/// <summary>The words of a title.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">One past the index of the last.</param>
/// <param name="Text">Their characters.</param>
internal sealed record TitleWords(int First, int End, string Text);
