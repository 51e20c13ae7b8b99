using System.Globalization;

namespace OnRecord.App.Outputs.Exports;

/// <summary>Events that have a sub-event of ACLED's, in ACLED's columns, those that a text can fill, and behind them the proofs. A row is a report of an event: the same event told twice is two.</summary>
internal static class AcledColumns
{
    private static readonly Column<EventRow>[] All =
    [
        Text("event_date", row => row.DayText),
        Text("year", row => row.Day?.Year.ToString(CultureInfo.InvariantCulture)),
        Text("time_precision", row => ClaimColumns.Plain(row.Claim.AcledDay?.Precision)),
        Text("event_type", row => TypeOf(row.Event.Acled!)),
        Text("sub_event_type", row => row.Event.Acled),
        Text("actor1", row => row.Names(row.Event.Actor)),
        Text("actor2", row => row.Names(row.Event.Recipient)),
        Text("location", row => row.Places),
        Text("source", row => row.Record.Document.Publisher),
        Text("notes", row => row.Sentence),
        Text("fatalities", row => ClaimColumns.Plain(row.Claim.AcledKilled?.Best)),
        Text("event_date_rule", row => row.DayRule),
        Text("fatalities_rule", row => row.Claim.AcledKilled?.Rule),
        Text("plover_type", row => Plover.NameOf(row.Event.Type)),
        Text("plover_mode", row => row.Event.Mode),
        Text("said_by", row => row.Claim.SourceName ?? row.Claim.SourceText),
        Text("published", row => row.Claim.Published),
        Text("trigger", row => row.Event.Trigger.Of(row.Record.Document.Text)),
        Number("trigger_start", row => row.Start),
        Number("trigger_end", row => row.End),
        Text("onrecord_id", row => row.Urn),
        Text("uri", row => row.Record.Document.Page.Uri),
        Text("rule", row => row.Event.Rule),
    ];

    /// <summary>An event with a sub-event a row.</summary>
    public static FlatTable Table { get; } = FlatTable.Of(All, record => EventRow.Of(record).Where(row => row.Event.Acled is not null));

    /// <summary>The event type of ACLED's codebook that a sub-event belongs to.</summary>
    public static string TypeOf(string subEvent) => subEvent switch
    {
        "Armed clash" => "Battles",
        "Peaceful protest" or "Protest with intervention" or "Excessive force against protesters" => "Protests",
        "Violent demonstration" or "Mob violence" => "Riots",
        "Attack" or "Sexual violence" or "Abduction/forced disappearance" => "Violence against civilians",
        "Chemical weapon" or "Air/drone strike" or "Suicide bomb" or "Shelling/artillery/missile attack" or "Remote explosive/landmine/IED" or "Grenade" => "Explosions/Remote violence",
        _ => "Strategic developments",
    };

    private static Column<EventRow> Text(string name, Func<EventRow, string?> value) => new(name, false, value);

    private static Column<EventRow> Number(string name, Func<EventRow, int> value) => new(name, true, row => value(row));
}
