using System.Collections.Immutable;

namespace OnRecord.Events;

/// <summary>What a row of <c>event-patterns.tsv</c> says of one kind of object: what must stand in a clause, and what that is.</summary>
/// <param name="Word">Particle or preposition that goes with the verb; empty for none. What stands behind a preposition is the object.</param>
/// <param name="Object">What must be there: an object that is of a class of nouns, or <see cref="Somebody"/>, or <see cref="Anything"/>; a <see cref="Clause"/>; or <see cref="Nothing"/>.</param>
/// <param name="Type">The event's type.</param>
/// <param name="Mode">Its mode; null where none is told here.</param>
/// <param name="Actor">Prepositions behind which the actor stands; or <see cref="Agent"/> or <see cref="Armed"/>, where who does it must be told; empty where it need not.</param>
/// <param name="Recipient">Where the recipient stands: prepositions, and <c>object</c> for the object or who is named inside of it; the first that names somebody counts. Empty for the object alone.</param>
internal sealed record EventPattern(
    string Word, string Object, EventType Type, string? Mode, ImmutableArray<string> Actor, ImmutableArray<string> Recipient)
{
    /// <summary>A person, a body, a country or a group of people.</summary>
    public const string Somebody = "somebody";

    /// <summary>A clause: an infinitive, or what is said.</summary>
    public const string Clause = "clause";

    /// <summary>No object at all.</summary>
    public const string Nothing = "nothing";

    /// <summary>An infinitive.</summary>
    public const string Infinitive = "infinitive";

    /// <summary>In the column of the recipient: whom the object names, itself or inside.</summary>
    public const string Acted = "object";

    /// <summary>In the column of the actor: one must be told.</summary>
    public const string Agent = "agent";

    /// <summary>In the column of the actor: one who bears arms must be told.</summary>
    public const string Armed = "armed";

    /// <summary>In the column of the actor: who is acted on is the actor, as a guest is whose host is the subject.</summary>
    public const string Guest = "guest";

    /// <summary>Any object.</summary>
    public const string Anything = "anything";

    /// <summary>Whether the actor stands elsewhere than as the agent; what would be the actor elsewhere is then the recipient.</summary>
    public bool IsTurned => !Actor.IsEmpty && Actor[0] is not (Agent or Armed);

    /// <summary>Whether it takes a clause.</summary>
    public bool HasClause => Object is Clause or Infinitive;

    /// <summary>How much else would fit as well: a class of nouns is narrower than anybody, and anybody than anything.</summary>
    public int Width => Object switch
    {
        Infinitive or Clause => 2,
        Somebody => 4,
        Nothing or Anything => 6,
        _ => 0,
    } + (Word.Length > 0 ? 1 : 0);
}
