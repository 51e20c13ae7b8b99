using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace OnRecord.App.Outputs.Exports;

/// <summary>An event with the claim that tells it; offsets in code points of the record's text.</summary>
/// <param name="Event">The event.</param>
/// <param name="Claim">The claim, with its source, time and figures.</param>
/// <param name="Start">Where its trigger begins.</param>
/// <param name="End">Where its trigger ends.</param>
internal sealed record EventRow(CodedEvent Event, ClaimRow Claim, int Start, int End)
{
    public Record Record => Claim.Record;

    /// <summary>A name for the event that holds across archives.</summary>
    public string Urn => $"{Claim.Urn}:{Start}";

    /// <summary>The day by ACLED's rules for what the claim says of when, or else the day of publication, which is then only the last on which it can have been.</summary>
    public LocalDate? Day => Claim.AcledDay?.First ?? Record.Document.Published?.Value;

    /// <summary>Which of the two it is.</summary>
    public string? DayRule => Claim.AcledDay is { } day ? day.Rule : Record.Document.Published is null ? null : "published";

    public string? DayText => Day is { } day ? LocalDatePattern.Iso.Format(day) : null;

    /// <summary>The sentence in which its trigger stands.</summary>
    public string Sentence => Record.Sentences.FirstOrDefault(sentence => sentence.Contains(Event.Trigger)) is { IsEmpty: false } sentence ? sentence.Of(Record.Document.Text) : Claim.Text;

    /// <summary>The participants in the text's words.</summary>
    public string? Words(ImmutableArray<EventParticipant> participants) => Joined(participants.Select(participant => participant.Span.Of(Record.Document.Text)));

    /// <summary>The participants by the fullest names of their entities; those without one in the text's words.</summary>
    public string? Names(ImmutableArray<EventParticipant> participants) =>
        Joined(participants.Select(participant => EntityOf(participant) is { } entity ? entity.Name : participant.Span.Of(Record.Document.Text)));

    /// <summary>The countries of their entities.</summary>
    public string? Countries(ImmutableArray<EventParticipant> participants) => Joined(participants.Select(participant => EntityOf(participant)?.Country).OfType<string>().Distinct());

    /// <summary>The titles that the document gives their entities.</summary>
    public string? Titles(ImmutableArray<EventParticipant> participants) => Joined(participants.SelectMany(participant => EntityOf(participant)?.Titles ?? []).Distinct());

    /// <summary>Where it happened, as the claim says.</summary>
    public string? Places => Joined(Claim.Roles(RoleKind.Place).Select(place => place.Span.Of(Record.Document.Text)));

    /// <summary>The events of a record, in order.</summary>
    public static IEnumerable<EventRow> Of(Record record)
    {
        if (record.Events.IsEmpty)
        {
            return [];
        }

        var map = new CodePointMap(record.Document.Text);
        var claims = ClaimRow.Of(record).ToDictionary(row => row.Claim.Id, StringComparer.Ordinal);
        // Of a choice of claims only their events are told.
        return record.Events.Where(one => claims.ContainsKey(one.Claim)).Select(one => new EventRow(one, claims[one.Claim], map.ToCodePoints(one.Trigger.Start), map.ToCodePoints(one.Trigger.End)));
    }

    /// <summary>Several values of one cell; null where there is none.</summary>
    public static string? Joined(IEnumerable<string> parts) => string.Join("; ", parts) is { Length: > 0 } all ? all : null;

    private Entity? EntityOf(EventParticipant participant) => participant.Entity is null ? null : Record.Entities.FirstOrDefault(entity => entity.Id == participant.Entity);
}
