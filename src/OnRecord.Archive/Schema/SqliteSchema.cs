using System.Text;

namespace OnRecord.Archive.Schema;

/// <summary>Tables, views, indexes and triggers of an SQLite file, compared with those that the scripts make.</summary>
internal static class SqliteSchema
{
    /// <summary>What stands in a file's schema, by kind and name: the statement, without comments and the blanks that do not count.</summary>
    public static SortedDictionary<(string Kind, string Name), string> Of(Database database)
    {
        var found = new SortedDictionary<(string Kind, string Name), string>();
        foreach (var (kind, name, table, sql) in database.Rows(
            "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema", row => (row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3))))
        {
            // What ANALYZE counts is no part of the archive.
            if (!name.StartsWith("sqlite_stat", StringComparison.Ordinal))
            {
                found[(kind, name)] = $"{table}: {Plain(sql)}";
            }
        }

        return found;
    }

    private static string Plain(string sql)
    {
        var plain = new StringBuilder();
        foreach (var line in sql.Split('\n'))
        {
            var comment = line.IndexOf("--", StringComparison.Ordinal);
            plain.Append(comment < 0 ? line : line[..comment]).Append(' ');
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Replace(" )", ")", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal);
    }
}
