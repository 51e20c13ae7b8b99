using OnRecord.Archive.Schema;

namespace OnRecord.Archive.Search;

/// <summary>A query's filters as SQL with parameters; nothing that a user writes becomes part of a statement.</summary>
internal static class Conditions
{
    /// <summary>Holds of every row.</summary>
    public const string Any = "true";

    /// <summary>Holds of claims that read alone.</summary>
    public const string ReadsAlone = "claim.level <> 'fragment'";

    /// <summary>What holds of the level of the row <c>claim</c>, whatever else is asked.</summary>
    public static string OfLevels(SearchQuery query) => (query.Level, query.All) switch
    {
        (not null, _) => "claim.level = @level",
        (_, true) => Any,
        _ => ReadsAlone,
    };

    /// <summary>What holds of the row <c>record</c>; <see cref="Any"/> where the query asks for nothing.</summary>
    public static string OfRecords(Database database, SearchQuery query)
    {
        var all = new List<string> { Any };
        Add(query.Kind, "record.kind = @kind");
        Add(query.Language, "record.language = @language");
        Add(query.Publisher, $"record.publisher {database.Like} @publisher ESCAPE '\\'");
        Add(query.Country, "record.id IN (SELECT record FROM entity WHERE country = upper(@country) UNION ALL SELECT record FROM entity WHERE type = 'country' AND lower(name) = lower(@country))");
        Add(query.Name, $"record.id IN ({database.Words.Named})");
        Add(query.Published?.First, "record.published >= @publishedFirst");
        Add(query.Published?.Last, "record.published <= @publishedLast");
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
    public static string OfClaims(Database database, SearchQuery query)
    {
        var all = new List<string> { OfLevels(query) };
        if (query.Negated is { } negated)
        {
            all.Add($"claim.negated = {(negated ? 1 : 0)}");
        }

        if (query.Status is not null)
        {
            all.Add("claim.status = @status");
        }

        if (query.Source is not null)
        {
            all.Add("claim.voices LIKE @source ESCAPE '\\'");
        }

        if (query.Speaker is not null)
        {
            all.Add("(claim.speaker = @speaker OR coalesce(claim.entity, claim.source) = @speaker)");
        }

        if (query.After is not null)
        {
            all.Add("coalesce(claim.latest, claim.earliest) >= @after");
        }

        if (query.Before is not null)
        {
            all.Add("coalesce(claim.earliest, claim.latest) <= @before");
        }

        return string.Join(" AND ", all);
    }

    /// <summary>The values of a query's filters and words, by the names of their parameters; only those that it has.</summary>
    public static IEnumerable<(string Name, object? Value)> Values(Database database, SearchQuery query)
    {
        (string Name, string? Value)[] all =
        [
            ("@words", query.Words.IsEmpty ? null : database.Words.Expression(query.Words)),
            ("@kind", query.Kind),
            ("@language", query.Language),
            ("@publisher", query.Publisher is { } publisher ? Patterns.Holding(publisher) : null),
            ("@country", query.Country),
            ("@name", query.Name is { } name ? database.Words.Letters(name) : null),
            ("@publishedFirst", query.Published?.First),
            ("@publishedLast", query.Published?.Last),
            ("@status", query.Status),
            ("@level", query.Level),
            ("@source", query.Source is { } source ? Patterns.Holding(RecordRows.Voice(source)) : null),
            ("@speaker", query.Speaker),
            ("@after", query.After),
            ("@before", query.Before),
        ];
        return all.Where(one => one.Value is not null).Select(one => (one.Name, (object?)one.Value));
    }

    /// <summary>All rows of a statement with a query's values and others.</summary>
    public static List<T> Rows<T>(this Database database, string sql, Func<System.Data.Common.DbDataReader, T> make, SearchQuery query, params ReadOnlySpan<(string Name, object? Value)> values) =>
        database.Rows(sql, make, [.. Values(database, query), .. values]);
}
