using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.App.Api;

/// <summary>What a query finds: the best documents, the best claims, and how all of it is made up.</summary>
public sealed record SearchView(ImmutableArray<DocumentHit> Documents, long DocumentsFound, ImmutableArray<ClaimHit> Claims, long ClaimsFound, ImmutableArray<Facet> Facets)
{
    private const int MostOfEach = 10;

    /// <summary>Nothing asked, nothing found.</summary>
    internal static SearchView Empty { get; } = new([], 0, [], 0, []);

    internal static SearchView Of(RecordStore store, Asked asked)
    {
        if (!asked.Filters().Any(filter => filter.Name != "all"))
        {
            return Empty;
        }

        var (search, query) = (new RecordSearch(store), asked.Query());
        return new SearchView(search.Documents(query, MostOfEach), search.CountDocuments(query), search.Claims(query, MostOfEach), search.CountClaims(query), search.Facets(query));
    }
}

/// <summary>The address of the search.</summary>
internal static class SearchApi
{
    public static void MapSearch(this IEndpointRouteBuilder api) =>
        api.MapGet("/search", ([AsParameters] Asked asked, RecordStore store) => SearchView.Of(store, asked)).WithSummary("Documents and claims that a query finds; the matches in each are told as code points");
}
