using System.Collections.Frozen;
using System.Globalization;
using OnRecord.Data;

namespace OnRecord.Names;

/// <summary>A point on the ground, in degrees (WGS 84); north and east are positive.</summary>
public readonly record struct Coordinates(double Latitude, double Longitude);

/// <summary>Where towns lie (GeoNames). Only towns whose name means a single country are known; of several there, the largest is taken.</summary>
/// <remarks>Safe to use from many threads.</remarks>
public sealed class TownCoordinates
{
    private readonly FrozenDictionary<string, (string Country, Coordinates At)> _towns;

    /// <summary>Opens the gazetteer.</summary>
    /// <exception cref="DataFileException">It is missing or damaged.</exception>
    public TownCoordinates(DataFolder data)
    {
        var countries = data.Lexicon("gazetteer").Rows.ToDictionary(row => row["name"], row => row["country"], StringComparer.Ordinal);
        _towns = data.Lexicon("town-coordinates").Rows.ToFrozenDictionary(
            row => row["name"],
            row => (countries[row["name"]], new Coordinates(Degrees(row["latitude"]), Degrees(row["longitude"]))),
            StringComparer.Ordinal);
    }

    /// <summary>Where a place lies; null for what is no known town, and for a town that the text puts into another country.</summary>
    public Coordinates? Of(Entity entity) =>
        entity is { Type: EntityType.Place, Named: true } && _towns.TryGetValue(EntityKey.Normal(entity.Name), out var town) && town.Country == entity.Country ? town.At : null;

    private static double Degrees(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
