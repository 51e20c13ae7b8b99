using System.Collections.Immutable;

namespace OnRecord.Events;

/// <summary>Makes an event of a trigger: its type by a pattern, then PLOVER's conventions for who is actor and recipient, for the future, and for modes.</summary>
internal sealed class EventCoder(Participants participants, PatternMatcher matcher, EventSurroundings surroundings, EventWords words)
{
    /// <summary>The event that a trigger tells; null where it tells none.</summary>
    public CodedEvent? Code(Trigger trigger) =>
        Obligation(trigger) ?? matcher.Matches(trigger).Select(match => Code(trigger, match)).FirstOrDefault(coded => coded is not null);

    /// <summary>"The minister said that [Norland] must leave": a demand, by who says so.</summary>
    private CodedEvent? Obligation(Trigger trigger)
    {
        if (!trigger.IsObligation || trigger.Claim.Origin is not { } origin || participants.HeadOf(origin.Span) is not (var speaker and >= 0))
        {
            return null;
        }

        var (actors, recipients) = (participants.Of(speaker), Of([trigger.Agent]));
        return recipients.Count > 0 && !recipients.Exists(party => party.Head == speaker) && IsEvent(EventType.Request, null, actors, recipients, isPolitical: false)
            ? Event(trigger, EventType.Request, ContentModes.Of(EventType.Request, matcher.Matches(trigger).FirstOrDefault()?.Pattern.Type ?? EventType.Coerce), actors, recipients, EventRules.Obligation)
            : null;
    }

    private CodedEvent? Code(Trigger trigger, PatternMatch match)
    {
        if (Actors(trigger, match.Pattern, match.Object) is not { } actors)
        {
            return null;
        }

        var recipients = Recipients(trigger, match);
        var (type, convention) = Conventional(match.Pattern.Type, trigger);
        if (match.Pattern is { Type: EventType.Consult, Object: EventPattern.Nothing } && actors.Count + recipients.Count < 2)
        {
            return null;
        }

        if (!IsEvent(type, match.Pattern.Mode, actors, recipients, match.Object >= 0 && participants.Is(match.Object, "political")))
        {
            return null;
        }

        if (IsMutual(match.Pattern))
        {
            (actors, recipients) = ([.. actors, .. recipients.Where(party => !actors.Exists(actor => actor.Head == party.Head))], []);
        }

        return Event(trigger, type, Mode(trigger, match, type), actors, recipients, convention ?? RuleOf(trigger, match));
    }

    private CodedEvent Event(Trigger trigger, EventType type, string? mode, List<Party> actors, List<Party> recipients, string rule)
    {
        // What is refused or demanded in saying so is refused or demanded now.
        var isSaid = rule is EventRules.Refusal or EventRules.Obligation;
        var (status, negated) = isSaid ? (ClaimStatus.Asserted, false) : (trigger.Status, trigger.Negated);
        return new CodedEvent
        {
            Claim = trigger.Claim.Id,
            Trigger = surroundings.SpanOf(trigger),
            Type = type,
            Mode = mode,
            Contexts = surroundings.ContextsOf(trigger, type, mode),
            Actor = Named(actors),
            Recipient = Named(recipients),
            Status = status,
            Negated = negated,
            Acled = (status, negated) is (ClaimStatus.Asserted, false) ? words.Acled(type, mode, Parties(actors, recipients)) : null,
            Rule = rule,
        };
    }

    /// <summary>The mode that the pattern has; else what its content tells; else what words around tell.</summary>
    private string? Mode(Trigger trigger, PatternMatch match, EventType type)
    {
        if (type != match.Pattern.Type)
        {
            return ContentModes.Of(type, match.Pattern.Type, match.Pattern.Mode);
        }

        var content = match.Pattern.HasClause && trigger.Content is { } inner ? matcher.Matches(inner).FirstOrDefault()?.Pattern : null;
        return match.Pattern.Mode
            ?? (content is null ? null : ContentModes.Of(type, content.Type, content.Mode))
            ?? surroundings.ModeOf(trigger, type)
            ?? (match.Pattern.HasClause ? ContentModes.Other(type) : null);
    }

    /// <summary>Who does it; null where something else does it that is no weapon: a flood arrests nobody.</summary>
    private List<Party>? Actors(Trigger trigger, EventPattern pattern, int acted)
    {
        if (pattern.IsTurned)
        {
            return pattern.Actor is [EventPattern.Guest] ? Of([acted]) : Of(matcher.Behind(trigger, acted, pattern.Actor));
        }

        if (trigger.Agent < 0)
        {
            return pattern.Actor.IsEmpty ? [] : null;
        }

        if (IsWeapon(trigger.Agent))
        {
            return pattern.Type == EventType.Assault ? participants.Inside(trigger.Agent) : null;
        }

        var parties = participants.Of(trigger.Agent) is { Count: > 0 } named ? named : Speaker(trigger);
        return (parties.Count, pattern.Actor) switch
        {
            (0, _) => surroundings.IsPronoun(trigger.Agent) && pattern.Actor.IsEmpty ? [] : null,
            (_, [EventPattern.Armed]) => parties.Exists(participants.IsArmed) ? parties : null,
            _ => parties,
        };
    }

    /// <summary>"The army said [it] would release him", "[We] condemn the attack": a pronoun that nothing else explains is who says so.</summary>
    private List<Party> Speaker(Trigger trigger) =>
        surroundings.IsPronoun(trigger.Agent) && trigger.Claim.Origin is { } origin && participants.HeadOf(origin.Span) is var speaker and >= 0 ? participants.Of(speaker) : [];

    private List<Party> Recipients(Trigger trigger, PatternMatch match)
    {
        if (match.Pattern.IsTurned)
        {
            return Of([trigger.Agent]);
        }

        var told = match.Pattern.Recipient.IsEmpty
            ? Of([match.Object, trigger.Object])
            : Of([.. matcher.Behind(trigger, match.Object, match.Pattern.Recipient), match.Pattern.Recipient.Contains(EventPattern.Acted) ? match.Object : -1]);
        if (told.Count == 0 && match.Pattern.HasClause && trigger.Content is { } inner)
        {
            told = Asked(trigger, inner);
        }

        if (told.Count == 0 && match.Pattern.Type == EventType.Assault && match.Object >= 0 && (participants.Is(match.Object, "building") || participants.Is(match.Object, "place")))
        {
            return [participants.Thing(match.Object)];
        }

        return told.FindAll(party => party.Head != trigger.Agent);
    }

    /// <summary>"demanded that [Norland] leave": whom it is asked of does what is asked. "refused to meet [the envoy]": where that is the actor, whom it would befall.</summary>
    private List<Party> Asked(Trigger trigger, Trigger inner)
    {
        var doer = inner.Agent >= 0 && inner.Agent != trigger.Agent ? Of([inner.Agent]) : [];
        if (doer.Count > 0)
        {
            return doer;
        }

        return matcher.Matches(inner).FirstOrDefault() is { } match
            ? Recipients(inner, match)
            : Of([.. matcher.Behind(inner, inner.Object, ["to", "with", "from", "against", "on"]), inner.Object]).FindAll(participants.IsPolitical);
    }

    /// <summary>Those whom the first of some phrases names that names anybody, itself or inside.</summary>
    private List<Party> Of(IEnumerable<int> heads)
    {
        foreach (var head in heads.Where(head => head >= 0))
        {
            var parties = participants.Of(head);
            if (parties.Count == 0)
            {
                parties = participants.Inside(head);
            }

            if (parties.Count > 0)
            {
                return parties;
            }
        }

        return [];
    }

    /// <summary>Words need somebody who says them, and both words and dealings need politics; violence, arrests and protests are events whoever suffers them.</summary>
    private bool IsEvent(EventType type, string? mode, List<Party> actors, List<Party> recipients, bool isPolitical)
    {
        if (type is EventType.Assault or EventType.Protest || mode is "arrest" or "deport" or "allege" or "investigate" or "convict")
        {
            return actors.Count + recipients.Count > 0;
        }

        // Police who speak to a witness consult nobody, and a council that meets does so alone.
        if (type == EventType.Consult && (mode == "visit" || recipients.Count > 0) && !recipients.Exists(participants.IsPolitical))
        {
            return false;
        }

        // A person or a firm without an office acts in politics where it deals with politics; people without a name do not.
        var isVerbal = Plover.QuadOf(type) is QuadClass.VerbalCooperation or QuadClass.VerbalConflict;
        return actors.Count == 0
            ? !isVerbal && recipients.Exists(participants.IsPolitical)
            : actors.Exists(participants.IsPolitical) || (actors.TrueForAll(participants.IsNamed) && (isPolitical || recipients.Exists(participants.IsPolitical)));
    }

    /// <summary>PLOVER's conventions for what is to be: the type, and the name of the convention; null where none applies.</summary>
    private (EventType Type, string? Rule) Conventional(EventType type, Trigger trigger) => (type, trigger.Status, trigger.Negated) switch
    {
        (EventType.Consult or EventType.Support or EventType.Cooperate or EventType.Aid or EventType.Retreat or EventType.Concede, ClaimStatus.Planned, true) =>
            (EventType.Reject, EventRules.Refusal),
        (EventType.Consult or EventType.Support or EventType.Cooperate or EventType.Aid, ClaimStatus.Planned, false) => (EventType.Agree, EventRules.Intention),
        (EventType.Retreat, ClaimStatus.Planned, false) => (EventType.Concede, EventRules.Intention),
        (EventType.Protest or EventType.Sanction or EventType.Coerce or EventType.Assault, ClaimStatus.Planned, false) when IsOwnWord(trigger) => (EventType.Threaten, EventRules.Intention),
        _ => (type, null),
    };

    /// <summary>Whether who does it says so.</summary>
    private bool IsOwnWord(Trigger trigger)
    {
        if (trigger.Agent < 0 || trigger.Claim.Origin is not { } origin)
        {
            return false;
        }

        var named = participants.Of(trigger.Agent);
        return named.Count == 0 ? Speaker(trigger).Count > 0 : named.Exists(party => party.Named.Entity is { } entity && entity == origin.Entity);
    }

    /// <summary>Where nobody visits or calls on the other, all are actors.</summary>
    private static bool IsMutual(EventPattern pattern) => pattern is { Type: EventType.Consult, Mode: not "visit" };

    private bool IsWeapon(int token) => participants.Is(participants.Counted(token), "weapon") || participants.Is(participants.Counted(token), "attack");

    private string Parties(List<Party> actors, List<Party> recipients) =>
        recipients.Count == 0 ? actors.Count > 1 ? "mutual" : "" : recipients.Exists(participants.IsArmed) ? "armed" : "unarmed";

    private string RuleOf(Trigger trigger, PatternMatch match) => match.Pattern.Object switch
    {
        _ when trigger.Agent >= 0 && IsWeapon(trigger.Agent) => EventRules.Weapon,
        EventPattern.Clause or EventPattern.Infinitive => EventRules.Complement,
        EventPattern.Somebody or EventPattern.Nothing or EventPattern.Anything => EventRules.Verb,
        _ => EventRules.VerbAndNoun,
    };

    private static ImmutableArray<EventParticipant> Named(List<Party> parties) => [.. parties.Select(party => party.Named).OrderBy(named => named.Span)];
}
