using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.App.Api;

/// <summary>Claims by when they are said to have happened, the months in which they lie, and how many have no day.</summary>
public sealed record TimelineView(ImmutableArray<ClaimHit> Claims, bool More, long Dated, long Undated, ImmutableArray<FacetValue> Months)
{
    internal static TimelineView Of(RecordStore store, Asked asked)
    {
        var (search, query) = (new RecordSearch(store), asked.Query());
        var claims = asked.Page(search.Timeline(query, asked.Rows + 1, asked.From));
        return new TimelineView(claims.Rows, claims.More, search.CountDated(query), search.CountUndated(query), search.Months(query));
    }
}

/// <summary>The address of the timeline.</summary>
internal static class TimelineApi
{
    public static void MapTimeline(this IEndpointRouteBuilder api) =>
        api.MapGet("/timeline", ([AsParameters] Asked asked, RecordStore store) => TimelineView.Of(store, asked)).WithSummary("Claims by when they happened, not by when they were printed");
}
