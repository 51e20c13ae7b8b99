namespace OnRecord.App.Outputs.Exports;

/// <summary>Documents, claims and quotations as schema.org JSON-LD. A claim's author is its source; no rating is ever made.</summary>
/// <remarks>An author is a person or an organization there: a source of which neither is known is named by <c>creditText</c>. A claim's status is a keyword, as claims have no other property for it.</remarks>
internal sealed class SchemaOrgOutput(Stream output) : IRecordOutput, IDisposable
{
    private readonly JsonItems _graph = new(output, "{\"@context\":\"https://schema.org\",\"@graph\":[", "]}");

    public void Write(string name, IReadOnlyList<Record> records)
    {
        foreach (var record in records)
        {
            _graph.Add(Known(Article(record)));
            foreach (var row in ClaimRow.Of(record))
            {
                _graph.Add(Known(Claim(row)));
            }

            foreach (var quotation in record.Attributions.Where(attribution => attribution.Speech == Speech.Direct))
            {
                _graph.Add(Known(Quotation(record, quotation)));
            }
        }
    }

    public void Dispose() => _graph.Close();

    private static Dictionary<string, object?> Known(Dictionary<string, object?> properties) => properties.Where(property => property.Value is not null).ToDictionary();

    private static Dictionary<string, object?> Article(Record record)
    {
        var document = record.Document;
        return new()
        {
            ["@type"] = "NewsArticle",
            ["@id"] = IdOf(record),
            ["url"] = document.Page.Uri,
            ["headline"] = document.First(BlockRole.Headline)?.Span.Of(document.Text),
            ["datePublished"] = document.Published is { } published ? NodaTime.Text.LocalDatePattern.Iso.Format(published.Value) : null,
            ["inLanguage"] = document.Language,
            ["author"] = document.Bylines.IsEmpty ? null : document.Bylines.Select(byline => Thing("Person", byline.Name)).ToArray(),
            ["publisher"] = document.Publisher is { } publisher ? Thing("Organization", publisher) : null,
            ["articleBody"] = document.Text,
            ["mentions"] = !record.Entities.Any(entity => entity.Named) ? null : record.Entities.Where(entity => entity.Named).Select(entity => Thing(TypeOf(entity.Type), entity.Name)).ToArray(),
        };
    }

    private static Dictionary<string, object?> Claim(ClaimRow row) => new()
    {
        ["@type"] = "Claim",
        ["@id"] = row.Urn,
        ["text"] = row.Claim.Statement,
        ["author"] = row.Source is { } source ? Speaker(row.Record, source) : null,
        ["creditText"] = row.Source is { } credited ? Credit(row.Record, credited) : null,
        ["appearance"] = Reference(row.Record),
        ["datePublished"] = row.Published,
        ["keywords"] = row.Claim.Negated ? new[] { Keyword(ClaimColumns.Camel(row.Claim.Status)), Keyword("negated") } : Keyword(ClaimColumns.Camel(row.Claim.Status)),
    };

    private static Dictionary<string, object?> Keyword(string name) => new() { ["@type"] = "DefinedTerm", ["name"] = name, ["inDefinedTermSet"] = "urn:onrecord:status" };

    private static Dictionary<string, object?> Quotation(Record record, Attribution quotation) => new()
    {
        ["@type"] = "Quotation",
        ["@id"] = $"urn:onrecord:{record.Id}:{quotation.Id}",
        ["text"] = string.Join(" … ", quotation.Content.Select(part => part.Of(record.Document.Text))),
        ["spokenByCharacter"] = quotation.Source is { } source ? Speaker(record, source) : null,
        ["creditText"] = quotation.Source is { } credited ? Credit(record, credited) : null,
        ["isPartOf"] = Reference(record),
    };

    private static string IdOf(Record record) => "urn:onrecord:" + record.Id;

    private static Dictionary<string, object?> Reference(Record record) => new() { ["@id"] = IdOf(record) };

    private static Dictionary<string, object?> Thing(string type, string name) => new() { ["@type"] = type, ["name"] = name };

    /// <summary>A source that is known to be a person or a body; null for any other.</summary>
    private static Dictionary<string, object?>? Speaker(Record record, AttributionSource source) =>
        SpeakerType(record, source) is { } type ? Thing(type, EntityOf(record, source)?.Name ?? source.Span.Of(record.Document.Text)) : null;

    /// <summary>The words that name a source of which no more is known.</summary>
    private static string? Credit(Record record, AttributionSource source) => SpeakerType(record, source) is null ? source.Span.Of(record.Document.Text) : null;

    private static string? SpeakerType(Record record, AttributionSource source) => EntityOf(record, source)?.Type switch
    {
        EntityType.Person => "Person",
        EntityType.Organization or EntityType.Country => "Organization",
        null when source.Kind is SourceKind.Outlet => "Organization",
        _ => null,
    };

    private static Entity? EntityOf(Record record, AttributionSource source) => record.Entities.FirstOrDefault(entity => entity.Id == source.Entity);

    private static string TypeOf(EntityType type) => type switch
    {
        EntityType.Person => "Person",
        EntityType.Organization => "Organization",
        EntityType.Country => "Country",
        EntityType.Place => "Place",
        EntityType.Event => "Event",
        EntityType.Work => "CreativeWork",
        EntityType.Product => "Product",
        EntityType.Law => "Legislation",
        _ => "Thing",
    };
}
