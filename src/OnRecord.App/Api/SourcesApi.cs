using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.App.Api;

/// <summary>Who speaks in the claims that a query finds.</summary>
public sealed record SourcesView(ImmutableArray<SourceHit> Sources, bool More, long Found)
{
    internal static SourcesView Of(RecordStore store, Asked asked)
    {
        var (search, query) = (new SourceSearch(store), asked.Query());
        var sources = asked.Page(search.Sources(query, asked.Rows + 1, asked.From));
        return new SourcesView(sources.Rows, sources.More, search.CountSources(query));
    }
}

/// <summary>Addresses of sources.</summary>
internal static class SourcesApi
{
    /// <summary>Most values of each list of a source's profile.</summary>
    internal const int MostOfProfile = 12;

    public static void MapSources(this IEndpointRouteBuilder api)
    {
        api.MapGet("/sources", ([AsParameters] Asked asked, RecordStore store) => SourcesView.Of(store, asked)).WithSummary("Who speaks, how often, and in which statuses");
        api.MapGet("/sources/profile", (string name, RecordStore store) =>
                new SourceSearch(store).Profile(name, MostOfProfile) is { } profile ? Results.Ok(profile) : Results.Problem($"{name}: no claim has this source", statusCode: StatusCodes.Status404NotFound))
            .WithSummary("One source: through whom it is quoted, by which words, about which names").Produces<SourceProfile>().ProducesProblem(StatusCodes.Status404NotFound);
    }
}
