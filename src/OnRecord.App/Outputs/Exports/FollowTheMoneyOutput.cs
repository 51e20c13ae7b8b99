using NodaTime.Text;
using OnRecord.Data;

namespace OnRecord.App.Outputs.Exports;

/// <summary>Documents as FollowTheMoney <c>Article</c>s, and the names in them as <c>Mention</c>s, a JSON object a line; for Aleph and its kin.</summary>
internal sealed class FollowTheMoneyOutput(Stream output) : IRecordOutput
{
    private readonly Lazy<FollowTheMoneyCodes> _codes = new(() => new FollowTheMoneyCodes(DataFolder.English()));

    public void Write(string name, IReadOnlyList<Record> records)
    {
        foreach (var record in records)
        {
            var document = record.Document;
            Line("onrecord-" + record.Id, "Article", new()
            {
                ["fileName"] = [name],
                ["title"] = Values(document.First(BlockRole.Headline)?.Span.Of(document.Text)),
                ["author"] = [.. document.Bylines.Select(byline => byline.Name)],
                ["publishedAt"] = Values(document.Published is { } published ? LocalDatePattern.Iso.Format(published.Value) : null),
                ["language"] = Values(_codes.Value.Language(document.Language)),
                ["sourceUrl"] = Values(document.Page.Uri),
                ["bodyText"] = [document.Text],
                ["publisher"] = Values(document.Publisher),
                ["retrievedAt"] = Values(document.Page.Fetched),
            });
            foreach (var entity in record.Entities.Where(entity => entity.Named && entity.Type is EntityType.Person or EntityType.Organization))
            {
                Line($"onrecord-{record.Id}-{entity.Id}", "Mention", new()
                {
                    ["document"] = ["onrecord-" + record.Id],
                    ["name"] = [entity.Name],
                    ["detectedSchema"] = [entity.Type == EntityType.Person ? "Person" : "Organization"],
                    ["contextCountry"] = Values(_codes.Value.Country(entity.Country)),
                });
            }
        }
    }

    private static string[] Values(string? value) => string.IsNullOrEmpty(value) ? [] : [value];

    private void Line(string id, string schema, Dictionary<string, string[]> properties)
    {
        JsonExport.Value(output, new { id, schema, properties = properties.Where(property => property.Value.Length > 0).ToDictionary(property => property.Key, property => property.Value) });
        output.WriteByte((byte)'\n');
    }
}
