using System.Collections.Immutable;

namespace OnRecord;

/// <summary>An event between political actors, coded by PLOVER (2024): who did what to whom, in one of sixteen types.</summary>
public sealed record CodedEvent
{
    private readonly EquatableArray<string> _contexts;
    private readonly EquatableArray<EventParticipant> _actor;
    private readonly EquatableArray<EventParticipant> _recipient;

    /// <summary>Id of the claim that tells it.</summary>
    public required string Claim { get; init; }

    /// <summary>The word that tells it: the claim's predicate, its governor ("[refused] to meet"), or the cue on whose word the claim stands ("[demanded] that …").</summary>
    public required TextSpan Trigger { get; init; }

    /// <summary>What happened.</summary>
    public required EventType Type { get; init; }

    /// <summary>How it happened, in PLOVER's word for it; null where the text or PLOVER has none.</summary>
    public string? Mode { get; init; }

    /// <summary>What it is about, in PLOVER's words, in alphabetical order: told by words of its sentence.</summary>
    public ImmutableArray<string> Contexts { get => _contexts; init => _contexts = value; }

    /// <summary>Who did it, or all who took part where no side is told; empty where the text does not say.</summary>
    public ImmutableArray<EventParticipant> Actor { get => _actor; init => _actor = value; }

    /// <summary>Whom it was directed at; empty where the text does not say.</summary>
    public ImmutableArray<EventParticipant> Recipient { get => _recipient; init => _recipient = value; }

    /// <summary>Whether the event itself, not what is asked, threatened or refused in it, is told as fact, as planned, as possible …</summary>
    public required ClaimStatus Status { get; init; }

    /// <summary>Whether the text says that it did not happen.</summary>
    public bool Negated { get; init; }

    /// <summary>ACLED's sub-event for it; null where it has none, and for what has not happened.</summary>
    public string? Acled { get; init; }

    /// <summary>Name of the rule that fired.</summary>
    public required string Rule { get; init; }

    /// <summary>Whether it is of words or deeds, and cooperation or conflict.</summary>
    public QuadClass Quad => Plover.QuadOf(Type);
}

/// <summary>Somebody who takes part in an event.</summary>
/// <param name="Span">The words that name them.</param>
/// <param name="Entity">Id of the entity that they name, or null.</param>
public sealed record EventParticipant(TextSpan Span, string? Entity);

/// <summary>PLOVER's types of events.</summary>
public enum EventType
{
    /// <summary>Indicates that it is willing to cooperate.</summary>
    Agree,

    /// <summary>Meets, visits, talks.</summary>
    Consult,

    /// <summary>Supports in words: commends, recognises, signs a treaty.</summary>
    Support,

    /// <summary>Yields in words: eases, pardons, regrets.</summary>
    Concede,

    /// <summary>Cooperates in deeds that serve both.</summary>
    Cooperate,

    /// <summary>Gives aid.</summary>
    Aid,

    /// <summary>Yields in deeds: withdraws, releases, resigns.</summary>
    Retreat,

    /// <summary>Asks, demands, orders.</summary>
    Request,

    /// <summary>Disapproves, accuses, sues, investigates.</summary>
    Accuse,

    /// <summary>Refuses.</summary>
    Reject,

    /// <summary>Threatens.</summary>
    Threaten,

    /// <summary>Protests, collectively and in deeds.</summary>
    Protest,

    /// <summary>Reduces relations: cuts aid, expels, convicts.</summary>
    Sanction,

    /// <summary>Moves forces without using them.</summary>
    Mobilize,

    /// <summary>Represses without violence: arrests, bans, seizes.</summary>
    Coerce,

    /// <summary>Uses force that can do physical harm.</summary>
    Assault,
}

/// <summary>Words or deeds, cooperation or conflict.</summary>
public enum QuadClass
{
    /// <summary>Cooperation in words.</summary>
    VerbalCooperation,

    /// <summary>Cooperation in deeds.</summary>
    MaterialCooperation,

    /// <summary>Conflict in words.</summary>
    VerbalConflict,

    /// <summary>Conflict in deeds.</summary>
    MaterialConflict,
}
