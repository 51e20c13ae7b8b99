using System.Collections.Immutable;

namespace OnRecord;

/// <summary>Events, as the contract writes them.</summary>
internal sealed partial class RecordWriter
{
    private void WriteEvent(CodedEvent coded)
    {
        _json.WriteString("claim", coded.Claim);
        WriteSpan("trigger", coded.Trigger);
        _json.WriteString("type", Name(coded.Type));
        _json.WriteString("mode", coded.Mode);
        WriteStrings("contexts", coded.Contexts);
        WriteParticipants("actor", coded.Actor);
        WriteParticipants("recipient", coded.Recipient);
        _json.WriteString("status", Name(coded.Status));
        _json.WriteBoolean("negated", coded.Negated);
        _json.WriteString("acled", coded.Acled);
        _json.WriteString("rule", coded.Rule);
    }

    private void WriteParticipants(string name, ImmutableArray<EventParticipant> participants) => WriteArray(name, participants, participant =>
    {
        WriteSpanFields(participant.Span);
        _json.WriteString("entity", participant.Entity);
    });
}
