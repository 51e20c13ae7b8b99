using OnRecord.Archive.Accounts;

namespace OnRecord.Archive.Search;

/// <summary>Tells what the reports of a story say together. Nothing of it is stored.</summary>
public sealed class AccountSearch(RecordStore store)
{
    /// <summary>Reports of a story that are read, copies among them: of more the first half and the last.</summary>
    public const int MostReports = 120;

    /// <summary>The account of a story.</summary>
    public Account Of(Story story) => AccountMaker.Of(Reports(story.Documents), Math.Max(0, All(story.Documents).Count() - MostReports));

    /// <summary>The reports among some documents and their copies that are read; damaged ones are left out.</summary>
    internal List<Report> Reports(IEnumerable<StoryDocument> documents)
    {
        var all = All(documents).ToList();
        var read = all.Count <= MostReports ? all : [.. all.Take(MostReports / 2), .. all.TakeLast(MostReports - MostReports / 2)];
        return [.. read.Select(document => Report(document.Document, document.Original)).OfType<Report>()];
    }

    private static IEnumerable<(StoryDocument Document, StoryDocument Original)> All(IEnumerable<StoryDocument> documents) =>
        documents.SelectMany(document => document.Copies.Prepend(document).Select(copy => (copy, document)));

    private Report? Report(StoryDocument document, StoryDocument original)
    {
        try
        {
            return store.Find(document.Record) is { } record ? new Report(record, original.Record, original.Publisher ?? original.Record, document.Title) : null;
        }
        catch (DamagedRecordException)
        {
            return null;
        }
    }
}
