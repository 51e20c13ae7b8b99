using System.Collections.Immutable;
using System.Globalization;
using OnRecord.Archive.Checks;
using OnRecord.Archive.Schema;

namespace OnRecord.Archive;

/// <summary>Checks that an archive is what was written: hashes, and all that is made of pages and records by making it again.</summary>
public static class Verification
{
    private const int IdLength = 32;

    /// <summary>Problems that are told; of an archive that is broken through and through no more are looked for.</summary>
    private const int MostTold = 1_000;

    /// <summary>What is wrong, a line each; none where all holds. Whatever is damaged, it is told and never thrown.</summary>
    public static ImmutableArray<string> Check(RecordStore store)
    {
        var database = store.Database;
        var problems = ImmutableArray.CreateBuilder<string>();
        Take("database", database.Problems);
        Take("schema", database.SchemaProblems);
        Take("full text", database.Words.Problems);
        Take("archive", () => database.Scalar<string>("SELECT pages FROM archive") == Proofs.OfPages(database) ? [] : ["archive: pages have been taken out or put in"]);
        Take("archive", () => database.Id.Length == IdLength ? [] : ["archive: its id has been altered"]);
        var pages = new PageRows(database);
        TakeEach("page", id => PageCheck.Problems(database, pages, id));
        TakeEach("record", id => RecordCheck.Problems(database, id));
        Take("families", () => FamilyCheck.Problems(database));
        Take("stories", () => StoryCheck.Problems(database));
        return problems.ToImmutable();

        void TakeEach(string table, Func<long, IEnumerable<string>> check)
        {
            var ids = new List<long>();
            Take(table, () =>
            {
                ids = database.Rows($"SELECT id FROM {table} ORDER BY id", row => row.GetInt64(0));
                return [];
            });
            foreach (var id in ids.TakeWhile(_ => problems.Count < MostTold))
            {
                Take(string.Create(CultureInfo.InvariantCulture, $"{table} in row {id}"), () => check(id));
            }
        }

        void Take(string what, Func<IEnumerable<string>> check)
        {
            try
            {
                problems.AddRange(check());
            }
            catch (Exception e) when (Damage.Is(e) || e is ArchiveException)
            {
                problems.Add($"{what}: {e.Message}");
            }
        }
    }
}
