using System.Collections.Frozen;
using NodaTime.TimeZones;
using OnRecord.Data;

namespace OnRecord.Times;

/// <summary>The zone that times of day are told in: that of the place in the article's dateline ("OSLO, Aug. 25 (Agency) —"), where it is known.</summary>
/// <remarks>Places are the cities that IANA's time zone database names its zones by, and those of <c>dateline-zones.tsv</c>.</remarks>
internal sealed class DatelineZones
{
    /// <summary>A dateline's place has no more words than these: "SAN JUAN CAPISTRANO".</summary>
    private const int MostWords = 4;

    /// <summary>Latitude of the tropics, in degrees.</summary>
    private const double Tropic = 23.4;

    private static readonly FrozenDictionary<string, double> Latitudes =
        TzdbDateTimeZoneSource.Default.ZoneLocations!.ToFrozenDictionary(location => location.ZoneId, location => location.Latitude, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string?> _zones;

    /// <exception cref="DataFileException">The lexicon is missing or names a zone that the database has not.</exception>
    public DatelineZones(DataFolder data)
    {
        var zones = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var source = TzdbDateTimeZoneSource.Default;
        foreach (var id in source.ZoneLocations!.Select(location => location.ZoneId))
        {
            // A name that two zones share tells nothing.
            var city = id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ');
            zones[city] = zones.ContainsKey(city) ? null : id;
        }

        foreach (var row in data.Lexicon("dateline-zones").Rows)
        {
            zones[row["place"]] = source.CanonicalIdMap.ContainsKey(row["zone"]) ? row["zone"] : throw row.Error($"'{row["zone"]}' is no zone of the IANA database.");
        }

        _zones = zones.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>IANA name of the zone of a document's first dateline; null where it has none or its place is not known.</summary>
    public string? Of(Document document)
    {
        if (document.First(BlockRole.Dateline) is not { } dateline)
        {
            return null;
        }

        var text = dateline.Span.Of(document.Text);
        var end = text.AsSpan().IndexOfAny(",(—–-");
        var place = (end < 0 ? text : text[..end]).Trim();
        return place.Count(c => c == ' ') < MostWords ? _zones.GetValueOrDefault(place) : null;
    }

    /// <summary>Half of the earth on which the city lies that a zone is named by; null between the tropics, whose seasons are others, and where the database does not tell.</summary>
    public static Hemisphere? HemisphereOf(string? zone) => zone is not null && Latitudes.TryGetValue(zone, out var latitude) && Math.Abs(latitude) > Tropic
        ? latitude < 0 ? Hemisphere.South : Hemisphere.North
        : null;
}
