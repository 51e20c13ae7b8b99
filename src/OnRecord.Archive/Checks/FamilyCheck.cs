using OnRecord.Archive.Families;
using OnRecord.Archive.Schema;

namespace OnRecord.Archive.Checks;

/// <summary>Checks families by what is known of likeness, and shingles by whom they are of.</summary>
internal static class FamilyCheck
{
    /// <summary>Whether each record has the family that its likeness to others gives it.</summary>
    public static bool Holds(Database database)
    {
        var expected = Components.Of(
            database.Rows("SELECT id FROM record", row => row.GetInt64(0)), database.Rows("SELECT record, other FROM likeness", row => (row.GetInt64(0), row.GetInt64(1))));
        var found = database.Rows("SELECT record, family FROM family", row => (Record: row.GetInt64(0), Family: row.GetInt64(1)));
        return found.Count == expected.Count && found.All(row => expected.GetValueOrDefault(row.Record) == row.Family);
    }

    /// <summary>What is wrong, a line each.</summary>
    public static IEnumerable<string> Problems(Database database)
    {
        if (!Holds(database))
        {
            yield return "families: they are not those that the likeness of records makes; run 'onrecord reread'";
        }

        // Of each record those are counted that are its own; what is left belongs to none.
        if (database.Scalar<long>("SELECT count(*) FROM shingle") != database.Scalar<long>("SELECT coalesce(CAST(sum(indexed) AS bigint), 0) FROM record"))
        {
            yield return "families: there are shingles of no record";
        }
    }
}
