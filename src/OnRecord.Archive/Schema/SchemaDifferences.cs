namespace OnRecord.Archive.Schema;

/// <summary>Compares what stands in a database with what OnRecord's scripts make there.</summary>
internal static class SchemaDifferences
{
    /// <summary>Where a schema is another than it must be, a line each.</summary>
    public static IEnumerable<string> Of(SortedDictionary<(string Kind, string Name), string> expected, SortedDictionary<(string Kind, string Name), string> found)
    {
        foreach (var (kind, name) in expected.Keys)
        {
            if (!found.TryGetValue((kind, name), out var sql))
            {
                yield return $"schema: {kind} {name} is missing";
            }
            else if (sql != expected[(kind, name)])
            {
                yield return $"schema: {kind} {name} is not the one that OnRecord makes";
            }
        }

        foreach (var (kind, name) in found.Keys.Where(key => !expected.ContainsKey(key)))
        {
            yield return $"schema: {kind} {name} is none of OnRecord's{(kind == "trigger" ? ": it does not run here, but would in other programs" : "")}";
        }
    }
}
