using Microsoft.Data.Sqlite;

namespace OnRecord.Archive.Search;

/// <summary>A query's filters as SQL with parameters; nothing that a user writes becomes part of a statement.</summary>
internal static class Conditions
{
    /// <summary>What holds of the row <c>record</c>; "1" where any does.</summary>
    public static string OfRecords(SearchQuery query)
    {
        var all = new List<string> { "1" };
        Add(query.Kind, "record.kind = $kind");
        Add(query.Language, "record.language = $language");
        Add(query.Publisher, "record.publisher LIKE $publisher ESCAPE '\\'");
        Add(query.Country, "record.id IN (SELECT record FROM entity WHERE country = upper($country) UNION ALL SELECT record FROM entity WHERE type = 'country' AND name = $country COLLATE NOCASE)");
        Add(query.Name, "record.id IN (SELECT rowid FROM record_letters WHERE record_letters MATCH $name)");
        Add(query.Published?.First, "record.published >= $publishedFirst");
        Add(query.Published?.Last, "record.published <= $publishedLast");
        return string.Join(" AND ", all);

        void Add(string? value, string condition)
        {
            if (value is not null)
            {
                all.Add(condition);
            }
        }
    }

    /// <summary>What holds of the row <c>claim</c>.</summary>
    public static string OfClaims(SearchQuery query)
    {
        var all = new List<string> { "1" };
        if (query.Status is not null)
        {
            all.Add("claim.status = $status");
        }

        if (query.Source is not null)
        {
            all.Add("(claim.source LIKE $source ESCAPE '\\' OR claim.entity LIKE $source ESCAPE '\\')");
        }

        if (query.After is not null)
        {
            all.Add("coalesce(claim.latest, claim.earliest) >= $after");
        }

        if (query.Before is not null)
        {
            all.Add("coalesce(claim.earliest, claim.latest) <= $before");
        }

        return string.Join(" AND ", all);
    }

    /// <summary>Gives a command the values of the filters.</summary>
    public static void Bind(SqliteCommand command, SearchQuery query)
    {
        Set("$words", query.Words);
        Set("$kind", query.Kind);
        Set("$language", query.Language);
        Set("$publisher", Like(query.Publisher));
        Set("$country", query.Country);
        Set("$name", query.Name is { } name ? "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : null);
        Set("$publishedFirst", query.Published?.First);
        Set("$publishedLast", query.Published?.Last);
        Set("$status", query.Status);
        Set("$source", Like(query.Source));
        Set("$after", query.After);
        Set("$before", query.Before);

        void Set(string parameter, string? value) => command.Parameters.AddWithValue(parameter, value ?? (object)DBNull.Value);
    }

    /// <summary>Holds the value anywhere, its own marks taken as they are.</summary>
    private static string? Like(string? value) => value is null ? null
        : "%" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
