using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OnRecord.App.Web.Inboxes;
using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.App.Api;

/// <summary>The sheet of claims: those that a query finds, in an order.</summary>
public sealed record ClaimsView(ImmutableArray<ClaimHit> Claims, bool More, long Found)
{
    internal static ClaimsView Of(RecordStore store, Asked asked)
    {
        var (search, query) = (new RecordSearch(store), asked.Query());
        var claims = asked.Page(search.Claims(query, asked.Order(), asked.IsDescending, asked.Rows + 1, asked.From));
        return new ClaimsView(claims.Rows, claims.More, search.CountClaims(query));
    }
}

/// <summary>Addresses of claims.</summary>
internal static class ClaimsApi
{
    public static void MapClaims(this IEndpointRouteBuilder api)
    {
        api.MapGet("/claims", ([AsParameters] Asked asked, RecordStore store) => ClaimsView.Of(store, asked)).WithSummary("Claims that a query finds, sorted");
        api.MapGet("/claims/export", (string format, bool? safe, [AsParameters] Asked asked, RecordStore store, Exports exports) => Export.Claims(store, asked, format, safe == true, exports))
            .WithSummary("The claims that a query finds, and no others, in another tool's form").Produces(StatusCodes.Status200OK);
    }
}
