using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OnRecord.App.Outputs.Exports;

/// <summary>The columns of the flat table of claims, the same in CSV and Parquet.</summary>
internal static class ClaimColumns
{
    public static readonly Column<ClaimRow>[] All =
    [
        Text("onrecord_id", row => row.Urn),
        Text("record_id", row => row.Record.Id),
        Number("span_start", row => row.Start),
        Number("span_end", row => row.End),
        Text("text", row => row.Text),
        Text("statement", row => row.Claim.Statement),
        Text("level", row => Camel(row.Claim.Level)),
        Text("rank", row => Plain(row.Claim.Rank)),
        Text("reasons", row => Joined(row.Claim.Reasons.Select(Camel))),
        Text("within", row => row.Claim.Within is { } id ? row.UrnOf(id) : null),
        Text("predicate", row => row.Claim.Predicate.Span.Of(row.Record.Document.Text)),
        Text("predicate_lemma", row => row.Claim.Predicate.Lemma),
        Text("governor", row => row.Governor),
        Text("negated", row => row.Claim.Negated ? "true" : "false"),
        Text("status", row => Camel(row.Claim.Status)),
        Text("certainty", row => row.Claim.Certainty?.ToString(CultureInfo.InvariantCulture)),
        Text("source", row => row.SourceText),
        Text("source_name", row => row.SourceName),
        Text("source_kind", row => row.Source is { } source ? Camel(source.Kind) : null),
        Text("through", row => row.Through),
        Text("origin", row => row.Origin),
        Text("cue", row => row.Chain.Count > 0 ? row.Chain[^1].Cue.Span.Of(row.Record.Document.Text) : null),
        .. Role(RoleKind.Agent),
        .. Role(RoleKind.Patient),
        .. Role(RoleKind.Recipient),
        .. Role(RoleKind.Attribute),
        Text("when", row => row.WhenText),
        Text("earliest", row => row.Earliest),
        Text("latest", row => row.Latest),
        Text("granularity", row => row.When is { } time ? Camel(time.Granularity) : null),
        Text("edtf", row => row.When?.Edtf),
        Text("quantities", row => Joined(row.Claim.Quantities.Select(place => row.Record.Quantities[place].Span.Of(row.Record.Document.Text)))),
        Text("acled_date", row => Day(row.AcledDay?.First)),
        Text("acled_time_precision", row => Plain(row.AcledDay?.Precision)),
        Text("acled_date_rule", row => row.AcledDay?.Rule),
        Text("acled_fatalities", row => Plain(row.AcledKilled?.Best)),
        Text("acled_fatalities_rule", row => row.AcledKilled?.Rule),
        Text("ucdp_date_start", row => Day(row.UcdpDay?.First)),
        Text("ucdp_date_end", row => Day(row.UcdpDay?.Last)),
        Text("ucdp_date_prec", row => Plain(row.UcdpDay?.Precision)),
        Text("ucdp_date_rule", row => row.UcdpDay?.Rule),
        Text("ucdp_low", row => Plain(row.UcdpKilled?.Low)),
        Text("ucdp_best", row => Plain(row.UcdpKilled?.Best)),
        Text("ucdp_high", row => Plain(row.UcdpKilled?.High)),
        Text("ucdp_deaths_rule", row => row.UcdpKilled?.Rule),
        Text("headline", row => row.Headline),
        Text("publisher", row => row.Record.Document.Publisher),
        Text("published", row => row.Published),
        Text("uri", row => row.Record.Document.Page.Uri),
        Text("page_sha256", row => row.Record.Document.Page.Sha256),
        Text("rule", row => row.Claim.Rule),
    ];

    /// <summary>A claim a row, with its evidence and keys back.</summary>
    public static FlatTable Table { get; } = FlatTable.Of(All, ClaimRow.Of);

    /// <summary>A value's name as the record writes it.</summary>
    public static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Who or what plays a part, in the text's words, and the names of the entities that are known.</summary>
    private static Column<ClaimRow>[] Role(RoleKind role) =>
    [
        Text(Camel(role), row => Joined(row.Roles(role).Select(part => part.Span.Of(row.Record.Document.Text)))),
        Text(Camel(role) + "_name", row => Joined(row.Roles(role).Select(part => row.NameOf(part.Entity)).OfType<string>())),
    ];

    private static string? Joined(IEnumerable<string> parts) => string.Join("; ", parts) is { Length: > 0 } all ? all : null;

    private static string? Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;

    /// <summary>A number as other programs read it.</summary>
    public static string? Plain(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static Column<ClaimRow> Text(string name, Func<ClaimRow, string?> value) => new(name, false, value);

    private static Column<ClaimRow> Number(string name, Func<ClaimRow, int> value) => new(name, true, row => value(row));
}
