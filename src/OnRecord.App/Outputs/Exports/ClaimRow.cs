using NodaTime.Text;
using OnRecord.Quantities;
using OnRecord.Times;

namespace OnRecord.App.Outputs.Exports;

/// <summary>A claim with all that a flat table tells of it; offsets in code points of the record's text.</summary>
internal sealed record ClaimRow
{
    public required Record Record { get; init; }

    public required Claim Claim { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public string Text => Claim.Span.Of(Record.Document.Text);

    /// <summary>The word that tells how far or how sure, or null.</summary>
    public string? Governor => Claim.Governor?.Of(Record.Document.Text);

    /// <summary>Status and negation in a reader's words.</summary>
    public string StatusWords => Outputs.StatusWords.Of(ClaimColumns.Camel(Claim.Status), Claim.Negated, Governor, Claim.Statement);

    /// <summary>The attributions that it stands on, outermost first.</summary>
    public required IReadOnlyList<Attribution> Chain { get; init; }

    /// <summary>The first of its times that is known.</summary>
    public required TimeExpression? When { get; init; }

    /// <summary>The first of its figures that counts the dead, or null.</summary>
    public Quantity? Killed => Claim.Quantities.Select(place => Record.Quantities[place]).FirstOrDefault(quantity => quantity.Casualty == Casualty.Killed);

    /// <summary>Its time as ACLED's rules would have it; null where it has none.</summary>
    public CodedDay? AcledDay => When is { } time ? AcledDates.Code(time) : null;

    /// <summary>Its time as UCDP's rules would have it; null where it has none.</summary>
    public CodedDay? UcdpDay => When is { } time ? UcdpDates.Code(time) : null;

    /// <summary>Its dead as ACLED's rules would have them; null where it counts none.</summary>
    public CodedFigure? AcledKilled => Killed is { } figure ? AcledStyle.Code(figure) : null;

    /// <summary>Its dead as UCDP's rules would have them; null where it counts none.</summary>
    public CodedFigure? UcdpKilled => Killed is { } figure ? UcdpStyle.Code(figure) : null;

    /// <summary>A name for the claim that holds across archives.</summary>
    public string Urn => UrnOf(Claim.Id);

    /// <summary>The speaker: the source of the innermost attribution.</summary>
    public AttributionSource? Source => Chain.Count > 0 ? Chain[^1].Source : null;

    public string? SourceText => Source?.Span.Of(Record.Document.Text);

    /// <summary>Name of the speaker's entity, or null.</summary>
    public string? SourceName => Source is { } source ? NameOf(Record, source) : null;

    /// <summary>On whose word it stands in the end: the name of the last link's source, or else its words; null where nobody is named. What independent origins are counted by.</summary>
    public string? Origin => Claim.Origin is { } origin ? NameOf(Record, origin) ?? origin.Span.Of(Record.Document.Text) : null;

    /// <summary>The outer sources, outermost first, arrows between them; null where there is none.</summary>
    public string? Through => Chain.Count > 1 ? string.Join(" ← ", Chain.SkipLast(1).Select(outer => outer.Source?.Span.Of(Record.Document.Text) ?? "?")) : null;

    public string? Earliest => When?.Earliest is { } day ? LocalDatePattern.Iso.Format(day) : null;

    public string? Latest => When?.Latest is { } day ? LocalDatePattern.Iso.Format(day) : null;

    public string? WhenText => When?.Span.Of(Record.Document.Text);

    public string? Published => Record.Document.Published is { } published ? LocalDatePattern.Iso.Format(published.Value) : null;

    public string? Headline => Record.Document.First(BlockRole.Headline)?.Span.Of(Record.Document.Text);

    /// <summary>The fullest name of a source's entity in its document; null where it has none.</summary>
    public static string? NameOf(Record record, AttributionSource source) => NameOf(record, source.Entity);

    /// <summary>Such a name for another claim of the record.</summary>
    public string UrnOf(string claim) => $"urn:onrecord:{Record.Id}:{claim}";

    /// <summary>Those who play a part in what it tells, in the order of the text.</summary>
    public IEnumerable<ClaimRole> Roles(RoleKind role) => Claim.Roles.Where(part => part.Role == role);

    /// <summary>Name of an entity of the record; null where there is none.</summary>
    public string? NameOf(string? entity) => NameOf(Record, entity);

    private static string? NameOf(Record record, string? id) => id is null ? null : record.Entities.FirstOrDefault(entity => entity.Id == id)?.Name;

    /// <summary>The claims of a record, in order.</summary>
    public static IEnumerable<ClaimRow> Of(Record record)
    {
        var map = new CodePointMap(record.Document.Text);
        var attributions = record.Attributions.ToLookup(attribution => attribution.Id);
        return record.Claims.Select(claim => new ClaimRow
        {
            Record = record,
            Claim = claim,
            Start = map.ToCodePoints(claim.Span.Start),
            End = map.ToCodePoints(claim.Span.End),
            Chain = [.. claim.AttributedTo.Select(id => attributions[id].First())],
            When = claim.Times.Select(place => record.Times[place]).FirstOrDefault(time => time.Type is TimexType.Date or TimexType.Time && (time.Earliest is not null || time.Latest is not null)),
        });
    }
}
