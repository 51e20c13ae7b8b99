namespace OnRecord.Archive.Schema;

/// <summary>Tables, views, indexes, keys, functions and triggers of a schema in PostgreSQL, compared with those that the scripts make.</summary>
internal static class PostgresSchema
{
    private const string Catalog =
        """
        SELECT 'table', relname, string_agg(attname || ' ' || format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' not null' ELSE '' END
            || coalesce(' default ' || pg_get_expr(adbin, adrelid), '') || ' ' || attcollation::regcollation, ', ' ORDER BY attnum) FROM pg_class
            JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
            WHERE relnamespace = to_regnamespace(@schema) AND relkind IN ('r', 'p', 'f', 'm') GROUP BY relname
        UNION ALL SELECT 'view', relname, pg_get_viewdef(oid) FROM pg_class WHERE relnamespace = to_regnamespace(@schema) AND relkind = 'v'
        UNION ALL SELECT 'index', relname, pg_get_indexdef(oid) FROM pg_class WHERE relnamespace = to_regnamespace(@schema) AND relkind = 'i'
        UNION ALL SELECT 'constraint', conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = to_regnamespace(@schema) AND contype <> 'n'
        UNION ALL SELECT 'function', proname, prosrc FROM pg_proc WHERE pronamespace = to_regnamespace(@schema)
        UNION ALL SELECT 'trigger', tgrelid::regclass || ' ' || tgname, pg_get_triggerdef(pg_trigger.oid) FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
            WHERE relnamespace = to_regnamespace(@schema) AND NOT tgisinternal
        UNION ALL SELECT 'rule', ev_class::regclass || ' ' || rulename, pg_get_ruledef(pg_rewrite.oid) FROM pg_rewrite JOIN pg_class ON pg_class.oid = ev_class
            WHERE relnamespace = to_regnamespace(@schema) AND rulename <> '_RETURN'
        """;

    /// <summary>What stands in a schema, by kind and name. The schema must be the first of the search path, so that its own name stands nowhere.</summary>
    public static SortedDictionary<(string Kind, string Name), string> Of(Database database, string schema)
    {
        var found = new SortedDictionary<(string Kind, string Name), string>();
        foreach (var (kind, name, definition) in database.Rows(Catalog, row => (row.GetString(0), row.GetString(1), row.Text(2) ?? ""), ("@schema", schema)))
        {
            found[(kind, name)] = definition.Replace(schema + ".", "", StringComparison.Ordinal);
        }

        return found;
    }
}
