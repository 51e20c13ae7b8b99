namespace OnRecord.Events;

/// <summary>Names of the rules, as <see cref="CodedEvent.Rule"/> gives them.</summary>
internal static class EventRules
{
    /// <summary>A verb tells the type, with somebody as its object or with none: "arrested the mayor".</summary>
    public const string Verb = "verb";

    /// <summary>A verb and the noun that it acts on tell it together: "imposed sanctions", "withdrew its troops".</summary>
    public const string VerbAndNoun = "verbAndNoun";

    /// <summary>A verb and what it governs by a clause: "refused to meet", "demanded that they leave".</summary>
    public const string Complement = "complement";

    /// <summary>PLOVER's convention for the future: cooperation that is planned is AGREE, a retreat that is planned CONCEDE, force and protest that somebody announces THREATEN.</summary>
    public const string Intention = "intention";

    /// <summary>Cooperation or yielding that somebody says will not be: "will not lift the ban" is REJECT.</summary>
    public const string Refusal = "refusal";

    /// <summary>What somebody says that another must do: REQUEST.</summary>
    public const string Obligation = "obligation";

    /// <summary>A weapon or an attack stands where the actor would: "an airstrike killed two".</summary>
    public const string Weapon = "weapon";

    public static IReadOnlyList<string> Names { get; } = [Verb, VerbAndNoun, Complement, Intention, Refusal, Obligation, Weapon];
}
