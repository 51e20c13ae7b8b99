using OnRecord.Archive.Schema;
using OnRecord.Archive.Stories;

namespace OnRecord.Archive.Checks;

/// <summary>Checks stories by the terms of their documents: who stands for each family, whom each names, and what that makes one story.</summary>
internal static class StoryCheck
{
    /// <summary>What is wrong, a line each.</summary>
    public static IEnumerable<string> Problems(Database database)
    {
        var (rows, finder) = (new StoryRows(database), new StoryFinder(database));
        var told = database.Rows("SELECT record, story, day FROM story ORDER BY record", row => (Record: row.GetInt64(0), Story: row.GetInt64(1), Day: row.GetInt64(2)));
        var standing = told.ConvertAll(row => row.Record);
        var (_, earliest) = rows.Families(database.Rows("SELECT min(record) FROM family GROUP BY family", row => row.GetInt64(0)));
        if (!standing.SequenceEqual(earliest.Order()) || told.Any(row => row.Day != rows.Day(row.Record)))
        {
            yield return $"stories: they are not of the earliest documents of all families, each with its day; {Remedy}";
            yield break;
        }

        var lists = new Dictionary<long, List<long>>();
        foreach (var record in standing)
        {
            var named = rows.List(record);
            lists[record] = named.ConvertAll(near => near.Record);
            if (!named.Order().SequenceEqual(finder.Nearest(record)))
            {
                yield return $"stories: the documents that are most like record {rows.RecordId(record)} are others; {Remedy}";
            }
        }

        var stories = NearLists.Stories(lists);
        if (told.Any(row => stories[row.Record] != row.Story))
        {
            yield return $"stories: they are not those that the likeness of documents makes; {Remedy}";
        }
    }

    private const string Remedy = "run 'onrecord reread'";
}
