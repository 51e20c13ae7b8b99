using System.Collections.Immutable;
using OnRecord.Data;
using OnRecord.Names;
using OnRecord.Names.Coreference;

namespace OnRecord.Events;

/// <summary>Codes what claims tell as events of PLOVER (2024): who did what to whom.</summary>
public sealed class EventFinder
{
    private readonly EventWords _words;
    private readonly NounKinds _kinds;

    /// <summary>Opens the lexicons of events.</summary>
    /// <exception cref="DataFileException">A lexicon is missing or damaged.</exception>
    public EventFinder(DataFolder data)
        : this(data, new NounKinds(data))
    {
    }

    /// <summary>A finder beside one of names that has opened the kinds of nouns.</summary>
    internal EventFinder(DataFolder data, NounKinds kinds) => (_words, _kinds) = (new EventWords(data), kinds);

    /// <summary>Names of all rules, as <see cref="CodedEvent.Rule"/> gives them.</summary>
    public static IReadOnlyList<string> RuleNames => EventRules.Names;

    /// <summary>The events that claims tell, in the order of their triggers.</summary>
    public Findings<CodedEvent> Find(Analysis analysis, NameFindings names, ImmutableArray<Attribution> attributions, ImmutableArray<Claim> claims)
    {
        var participants = new Participants(analysis, names, _kinds, _words);
        var coder = new EventCoder(participants, new PatternMatcher(analysis, participants, _words), new EventSurroundings(analysis, _words), _words);
        var coded = new List<(int Trigger, Claim Claim, CodedEvent Event)>();
        var reader = new TriggerReader(analysis, participants, _words, attributions);
        foreach (var triggers in reader.Read(claims))
        {
            // "refused to meet" is one event, and of the outer word where that tells one.
            foreach (var trigger in triggers)
            {
                if (coder.Code(trigger) is { } found)
                {
                    coded.Add((trigger.Token, trigger.Claim, found));
                    break;
                }
            }
        }

        var unreal = Unreal(attributions, reader, coded.ToDictionary(one => one.Trigger, one => one.Event.Type));
        var events = coded.Where(one => !one.Claim.AttributedTo.Any(id => unreal.TryGetValue(id, out var cue) && cue != one.Trigger)).Select(one => one.Event);
        return new Findings<CodedEvent>([.. events.OrderBy(one => one.Trigger)], []);
    }

    /// <summary>The attributions whose content is asked, refused, threatened or promised, each with its cue: what stands in them has not happened.</summary>
    private static Dictionary<string, int> Unreal(ImmutableArray<Attribution> attributions, TriggerReader reader, Dictionary<int, EventType> types)
    {
        var unreal = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var attribution in attributions)
        {
            var cue = reader.CueWord(attribution.Cue.Span);
            if (types.TryGetValue(cue, out var type) && type is EventType.Request or EventType.Reject or EventType.Threaten or EventType.Agree)
            {
                unreal[attribution.Id] = cue;
            }
        }

        return unreal;
    }
}
