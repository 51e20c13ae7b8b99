namespace OnRecord.App.Outputs.Exports;

/// <summary>Events in the columns of POLECAT, those that a text can fill, and behind them the proofs.</summary>
internal static class EventColumns
{
    private static readonly Column<EventRow>[] All =
    [
        Text("Event ID", row => row.Urn),
        Text("Event Date", row => row.DayText),
        Text("Event Type", row => Plover.NameOf(row.Event.Type)),
        Text("Event Mode", row => row.Event.Mode),
        Text("Quad Code", row => QuadCode(row.Event.Quad)),
        Text("Contexts", row => EventRow.Joined(row.Event.Contexts)),
        Text("Actor Name", row => row.Names(row.Event.Actor)),
        Text("Actor Country", row => row.Countries(row.Event.Actor)),
        Text("Actor Title", row => row.Titles(row.Event.Actor)),
        Text("Actor Name Raw", row => row.Words(row.Event.Actor)),
        Text("Recipient Name", row => row.Names(row.Event.Recipient)),
        Text("Recipient Country", row => row.Countries(row.Event.Recipient)),
        Text("Recipient Title", row => row.Titles(row.Event.Recipient)),
        Text("Recipient Name Raw", row => row.Words(row.Event.Recipient)),
        Text("Raw Placename", row => row.Places),
        Text("Source", row => row.Record.Document.Publisher),
        Text("Publication Date", row => row.Claim.Published),
        Text("Language", row => row.Record.Document.Language),
        Text("date_rule", row => row.DayRule),
        Text("status", row => ClaimColumns.Camel(row.Event.Status)),
        Text("negated", row => row.Event.Negated ? "true" : "false"),
        Text("said_by", row => row.Claim.SourceName ?? row.Claim.SourceText),
        Text("origin", row => row.Claim.Origin),
        Text("acled", row => row.Event.Acled),
        Text("trigger", row => row.Event.Trigger.Of(row.Record.Document.Text)),
        Number("trigger_start", row => row.Start),
        Number("trigger_end", row => row.End),
        Text("statement", row => row.Claim.Claim.Statement),
        Text("sentence", row => row.Sentence),
        Text("claim_id", row => row.Claim.Urn),
        Text("record_id", row => row.Record.Id),
        Text("uri", row => row.Record.Document.Page.Uri),
        Text("page_sha256", row => row.Record.Document.Page.Sha256),
        Text("rule", row => row.Event.Rule),
    ];

    /// <summary>An event a row.</summary>
    public static FlatTable Table { get; } = FlatTable.Of(All, EventRow.Of);

    /// <summary>A quad class as POLECAT writes it.</summary>
    private static string QuadCode(QuadClass quad) => quad switch
    {
        QuadClass.VerbalCooperation => "VERBAL COOPERATION",
        QuadClass.MaterialCooperation => "MATERIAL COOPERATION",
        QuadClass.VerbalConflict => "VERBAL CONFLICT",
        _ => "MATERIAL CONFLICT",
    };

    private static Column<EventRow> Text(string name, Func<EventRow, string?> value) => new(name, false, value);

    private static Column<EventRow> Number(string name, Func<EventRow, int> value) => new(name, true, row => value(row));
}
