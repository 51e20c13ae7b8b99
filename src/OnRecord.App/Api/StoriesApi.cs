using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OnRecord.Archive;
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

/// <summary>Addresses of stories.</summary>
internal static class StoriesApi
{
    public static void MapStories(this IEndpointRouteBuilder api)
    {
        api.MapGet("/stories", ([AsParameters] Asked asked, RecordStore store) => StoriesView.Of(store, asked)).WithSummary("Documents about one event, copies folded, the newest first");
        api.MapGet("/stories/{id}", (string id, RecordStore store) =>
                new StorySearch(store).Find(id) is { } story ? Results.Ok(story) : Results.Problem($"{id}: no record of this id has a story", statusCode: StatusCodes.Status404NotFound))
            .WithSummary("The story of a record: its documents in the order of their days").Produces<Story>().ProducesProblem(StatusCodes.Status404NotFound);
    }
}
