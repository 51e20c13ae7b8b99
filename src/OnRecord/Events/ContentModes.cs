namespace OnRecord.Events;

/// <summary>PLOVER's modes of what is asked, refused or threatened: told by the type of what would happen.</summary>
internal static class ContentModes
{
    /// <summary>The mode; null where the type has none by content.</summary>
    /// <param name="type">The event's type.</param>
    /// <param name="content">The type of what is asked, refused or threatened.</param>
    /// <param name="mode">Its mode; null where it has none.</param>
    public static string? Of(EventType type, EventType content, string? mode = null) => (type, content) switch
    {
        (EventType.Request or EventType.Reject, EventType.Consult) => "meet",
        (EventType.Request or EventType.Reject, EventType.Aid or EventType.Cooperate or EventType.Support) => "assist",
        (EventType.Request or EventType.Reject, EventType.Concede or EventType.Retreat) => "yield",
        (EventType.Request or EventType.Reject, _) => "change",
        (EventType.Threaten, EventType.Coerce) => mode is "arrest" ? "arrest" : "restrict",
        (EventType.Threaten, EventType.Sanction) => mode is "expel" ? "expel" : "relations",
        (EventType.Threaten, EventType.Assault) => "violence",
        (EventType.Threaten, EventType.Protest) => "restrict",
        _ => null,
    };

    /// <summary>The mode where nothing tells what would happen: what is asked or refused is then a change.</summary>
    public static string? Other(EventType type) => type is EventType.Request or EventType.Reject ? "change" : null;
}
