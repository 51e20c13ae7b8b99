using OnRecord.Archive.Families;
using OnRecord.Archive.Schema;
using OnRecord.Archive.Stories;

namespace OnRecord.Archive.Checks;

/// <summary>Makes records anew from their pages: those of other releases, and those that are damaged.</summary>
internal sealed class Healing(RecordStore store, PageRows pages)
{
    private Database Database => store.Database;

    /// <summary>Reads the pages again whose records another maker made or that are damaged, then makes anew what is made of all records together.</summary>
    public IEnumerable<Stored> Reread(Func<string, Page, ReadOptions, IReadOnlyList<Record>?> read, bool all, string maker)
    {
        foreach (var (id, sha256, name, isOld) in Database.Rows(
            "SELECT id, sha256, name, @all OR maker <> @maker FROM page ORDER BY id", row => (row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetBoolean(3)), ("@all", all), ("@maker", maker)))
        {
            if (isOld || IsDamaged(id))
            {
                yield return Renew(id, new Stored(name, sha256, false, 0), read, maker);
            }
        }

        Database.Write(() =>
        {
            pages.Refresh();
            if (Database.Words.Problems().Any())
            {
                Database.Words.Rebuild();
            }

            if (FamilyCheck.Problems(Database).Any())
            {
                new FamilyFinder(Database).Rebuild();
            }

            if (StoryCheck.Problems(Database).Any())
            {
                new StoryFinder(Database).Rebuild();
            }

            return 0;
        });
    }

    private bool IsDamaged(long page) =>
        !PageCheck.HasItsRecords(Database, page) || Database.Rows("SELECT id FROM record WHERE page = @page", row => row.GetInt64(0), ("@page", page)).Any(id => RecordCheck.Problems(Database, id).Count > 0);

    private Stored Renew(long id, Stored page, Func<string, Page, ReadOptions, IReadOnlyList<Record>?> read, string maker)
    {
        if (store.Page(id) is not { } raw)
        {
            return page with { Problem = "its bytes are damaged, so it cannot be read again; remove it and add it anew" };
        }

        if (!PageCheck.IsSealed(Database, id))
        {
            // Records made with an altered day or address would be proven by a new seal.
            return page with { Problem = "what is told of it has been altered, so it is not read again by that; remove it and add it anew" };
        }

        if (read(raw.Name, raw.Page, raw.Options) is not { } records)
        {
            return page with { Records = (int)Database.Scalar<long>("SELECT count(*) FROM record WHERE page = @page", ("@page", id)) };
        }

        return Database.Write(() =>
        {
            pages.Replace(id, raw.Page, records, maker);
            return page with { IsNew = true, Records = records.Count };
        });
    }
}
