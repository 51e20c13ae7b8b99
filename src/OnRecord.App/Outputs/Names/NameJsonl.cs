using OnRecord.App.Outputs.Exports;

namespace OnRecord.App.Outputs.Names;

/// <summary>An entity a line, with its mentions: the record's own fields, its id as <c>record</c>, and the page's name.</summary>
internal sealed class NameJsonl(Stream output) : IRecordOutput
{
    public void Write(string name, IReadOnlyList<Record> records)
    {
        foreach (var record in records)
        {
            var map = new CodePointMap(record.Document.Text);
            var mentions = record.Mentions.ToLookup(mention => mention.Entity);
            foreach (var entity in record.Entities)
            {
                JsonExport.Value(output, new Dictionary<string, object?>
                {
                    ["record"] = record.Id,
                    ["page"] = name,
                    ["id"] = entity.Id,
                    ["name"] = entity.Name,
                    ["type"] = Lower(entity.Type),
                    ["country"] = entity.Country,
                    ["named"] = entity.Named,
                    ["aliases"] = entity.Aliases,
                    ["key"] = entity.Key,
                    ["mergedBy"] = entity.MergedBy is { } merged ? new Dictionary<string, object?> { ["name"] = merged.Name, ["rule"] = merged.Rule } : null,
                    ["titles"] = entity.Titles,
                    ["roles"] = entity.Roles.Select(role => new Dictionary<string, object?>(Place(record, map, role.Title)) { ["of"] = role.Of, ["from"] = null, ["to"] = null }),
                    ["mentions"] = mentions[entity.Id].Select(mention => new Dictionary<string, object?>(Place(record, map, mention.Span))
                    {
                        ["form"] = Lower(mention.Form),
                        ["rule"] = mention.Rule,
                        ["join"] = mention.Join,
                    }),
                });
                JsonExport.Text(output, "\n");
            }
        }
    }

    private static Dictionary<string, object?> Place(Record record, CodePointMap map, TextSpan span) => new()
    {
        ["start"] = map.ToCodePoints(span.Start),
        ["end"] = map.ToCodePoints(span.End),
        ["text"] = span.Of(record.Document.Text),
    };

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
