using System.Text;
using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.Fuzz;

/// <summary>Targets for what strangers hand to an archive: what they ask of it, and the file itself.</summary>
internal static class ArchiveTargets
{
    private const int Most = 5;

    private const string Article = """
        Ferry strike delayed in Aldmere

        ALDMERE, 25 August 2025 - Dana Orlo, the mayor, said on Monday that 14 ferries would sail again by Friday. Sall Lines denied that it had cancelled 22 sailings.
        """;

    private static readonly Lazy<RecordStore> Shared = new(Store);

    /// <summary>Any text is read as a query that finds something or nothing, or refused; what is read is asked of a small archive in every way that the desk asks.</summary>
    public static void Ask(byte[] bytes)
    {
        try
        {
            var query = SearchQuery.Parse(Encoding.UTF8.GetString(bytes));
            var search = new RecordSearch(Shared.Value);
            search.Documents(query, Most);
            search.Claims(query, Most);
            search.Timeline(query, Most);
            search.Facets(query);
            new FigureSearch(Shared.Value).Things(query, Most);
            new PeopleSearch(Shared.Value).List(query, PeopleShown.Speaking, null, Most);
        }
        catch (QueryException)
        {
            // The documented answer to what is no query.
        }
    }

    /// <summary>Any file is opened as an archive and verified, or refused.</summary>
    public static void Open(byte[] bytes)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, bytes);
            using var store = RecordStore.OpenToRead(file);
            Verification.Check(store);
            new RecordSearch(store).Documents(SearchQuery.Parse(""), Most);
        }
        catch (ArchiveException)
        {
            // The documented answer to a file that is no archive, or a damaged one.
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static RecordStore Store()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("onrecord-fuzz-").FullName, "archive.db");
        var page = Page.Of(Encoding.UTF8.GetBytes(Article), null, "text/plain");
        var store = RecordStore.OpenOrCreate(file);
        store.Add([new StoredPage("article.txt", page, ReadOptions.Default, [.. Targets.Reading.Read(page, ReadOptions.Default)])]);
        return store;
    }
}
