using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OnRecord.Archive;
using OnRecord.Archive.Accounts;
using OnRecord.Archive.Search;

namespace OnRecord.App.Api;

/// <summary>Stories that have a document that a query finds.</summary>
public sealed record StoriesView(ImmutableArray<Story> Stories, bool More, long Found)
{
    internal static StoriesView Of(RecordStore store, Asked asked)
    {
        var (search, query) = (new StorySearch(store), asked.Query());
        var stories = asked.Page(search.Stories(query, asked.Rows + 1, asked.From));
        return new StoriesView(stories.Rows, stories.More, search.Count(query));
    }
}

/// <summary>A story with what its reports tell together.</summary>
public sealed record StoryView(
    string Id, string Title, string? Earliest, string? Latest, ImmutableArray<string> Terms, ImmutableArray<FacetValue> Publishers, ImmutableArray<StoryDocument> Documents, int Voices, int Read, int Left,
    ImmutableArray<Happening> Happenings, ImmutableArray<Contradiction> Contradictions, ImmutableArray<FigureSeries> Figures, ImmutableArray<Gap> Gaps, ImmutableArray<Ascription> Ascriptions)
{
    internal static StoryView? Find(RecordStore store, string id) => new StorySearch(store).Find(id) is { } story ? Of(store, story) : null;

    internal static StoryView Of(RecordStore store, Story story)
    {
        var account = new AccountSearch(store).Of(story);
        return new StoryView(
            story.Id, story.Title, story.Earliest, story.Latest, story.Terms, story.Publishers, story.Documents, account.Voices, account.Read, account.Left,
            account.Happenings, account.Contradictions, account.Figures, account.Gaps, account.Ascriptions);
    }
}

/// <summary>Addresses of stories.</summary>
internal static class StoriesApi
{
    public static void MapStories(this IEndpointRouteBuilder api)
    {
        api.MapGet("/stories", ([AsParameters] Asked asked, RecordStore store) => StoriesView.Of(store, asked)).WithSummary("Documents about one event, copies folded, the newest first");
        api.MapGet("/stories/{id}", (string id, RecordStore store) =>
                StoryView.Find(store, id) is { } story ? Results.Ok(story) : Results.Problem($"{id}: no record of this id has a story", statusCode: StatusCodes.Status404NotFound))
            .WithSummary("The story of a record: its documents in the order of their days, and what they tell together").Produces<StoryView>().ProducesProblem(StatusCodes.Status404NotFound);
    }
}
