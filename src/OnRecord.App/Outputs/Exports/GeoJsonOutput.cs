using System.Globalization;
using OnRecord.Data;
using OnRecord.Names;

namespace OnRecord.App.Outputs.Exports;

/// <summary>
/// Claims that name a town, as points of a GeoJSON feature collection (RFC 7946): one feature for each claim and town. That a claim names a town does not say that it
/// happened there: the property <c>place</c> tells what was named, never where.
/// </summary>
internal sealed class GeoJsonOutput(Stream output) : IRecordOutput, ITellsLeftOut, IDisposable
{
    private readonly JsonItems _features = new(output, "{\"type\":\"FeatureCollection\",\"features\":[", "]}");
    private readonly Lazy<TownCoordinates> _towns = new(() => new TownCoordinates(DataFolder.English()));
    private int _elsewhere;

    public IEnumerable<string> LeftOut => _elsewhere == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{_elsewhere} claims name no town whose coordinates are known and are left out; --format csv has them")];

    public void Write(string name, IReadOnlyList<Record> records)
    {
        foreach (var record in records)
        {
            var places = record.Entities.Select(entity => (Entity: entity, At: _towns.Value.Of(entity))).Where(place => place.At is not null).ToDictionary(place => place.Entity.Id);
            foreach (var row in ClaimRow.Of(record))
            {
                var named = record.Mentions.Where(mention => row.Claim.Span.Contains(mention.Span) && mention.Entity is { } id && places.ContainsKey(id)).DistinctBy(mention => mention.Entity).ToList();
                _elsewhere += named.Count == 0 ? 1 : 0;
                foreach (var mention in named)
                {
                    var (entity, at) = places[mention.Entity!];
                    _features.Add(Feature(row, entity, mention, at!.Value));
                }
            }
        }
    }

    public void Dispose() => _features.Close();

    private static object Feature(ClaimRow row, Entity entity, Mention mention, Coordinates at) => new
    {
        type = "Feature",
        id = $"{row.Urn}:{entity.Id}",
        geometry = new { type = "Point", coordinates = new[] { at.Longitude, at.Latitude } },
        properties = new
        {
            place = mention.Span.Of(row.Record.Document.Text),
            place_name = entity.Name,
            place_country = entity.Country,
            claim = row.Text,
            statement = row.Claim.Statement,
            level = ClaimColumns.Camel(row.Claim.Level),
            status = ClaimColumns.Camel(row.Claim.Status),
            negated = row.Claim.Negated,
            source = row.SourceText,
            source_name = row.SourceName,
            through = row.Through,
            when = row.WhenText,
            earliest = row.Earliest,
            latest = row.Latest,
            span_start = row.Start,
            span_end = row.End,
            onrecord_id = row.Urn,
            record_id = row.Record.Id,
            headline = row.Headline,
            publisher = row.Record.Document.Publisher,
            published = row.Published,
            uri = row.Record.Document.Page.Uri,
        },
    };
}
