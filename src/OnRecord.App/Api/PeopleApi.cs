using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.App.Api;

/// <summary>People, organisations and other sources of the claims, or documents, that a query finds.</summary>
public sealed record PeopleView(ImmutableArray<PersonHit> People, bool More, long Found)
{
    /// <exception cref="FormatException">There is no such list, or no such type.</exception>
    internal static PeopleView Of(RecordStore store, Asked asked, string? show, string? of)
    {
        var (search, query, shown, type) = (new PeopleSearch(store), asked.Query(), Shown(show), Type(of));
        var people = asked.Page(search.List(query, shown, type, asked.Rows + 1, asked.From));
        return new PeopleView(people.Rows, people.More, search.Count(query, shown, type));
    }

    /// <exception cref="FormatException">There is no such list.</exception>
    internal static PeopleShown Shown(string? show) => string.IsNullOrEmpty(show) ? PeopleShown.Speaking
        : Enum.TryParse<PeopleShown>(show, ignoreCase: true, out var shown) && Enum.IsDefined(shown) ? shown
        : throw new FormatException($"show={show}: is none of speaking, named, unnamed");

    /// <exception cref="FormatException">There is no such type.</exception>
    private static string? Type(string? of) => string.IsNullOrEmpty(of) ? null
        : Enum.TryParse<EntityType>(of, ignoreCase: true, out var type) && Enum.IsDefined(type) ? of.ToLowerInvariant()
        : throw new FormatException($"of={of}: is none of {string.Join(", ", Enum.GetNames<EntityType>().Select(name => name.ToLowerInvariant()))}");
}

/// <summary>Addresses of people, organisations and other sources.</summary>
internal static class PeopleApi
{
    /// <summary>Most values of each list of a profile.</summary>
    internal const int MostOfProfile = 12;

    /// <summary>Most claims of each list of a profile.</summary>
    internal const int MostClaims = 15;

    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        api.MapGet("/people", (string? show, string? of, [AsParameters] Asked asked, RecordStore store) => PeopleView.Of(store, asked, show, of))
            .WithSummary("People, organisations and other sources, each once however documents call it; 'show' is speaking, named or unnamed, 'of' a type of entity");
        api.MapGet("/people/profile", (string who, RecordStore store) =>
                new ProfileSearch(store).Find(who, MostOfProfile, MostClaims) is { } profile ? Results.Ok(profile) : Results.Problem($"{who}: nobody in the archive is called so", statusCode: StatusCodes.Status404NotFound))
            .WithSummary("One of them: what it says, on whose word and about whom, what is told of it, its stories, and which names were joined").Produces<Profile>().ProducesProblem(StatusCodes.Status404NotFound);
    }
}
