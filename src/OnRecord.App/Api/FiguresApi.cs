using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.App.Api;

/// <summary>What figures are about, and those about one thing over time.</summary>
public sealed record FiguresView(ImmutableArray<FigureThing> Things, FigureThing? Selected, ImmutableArray<FigurePoint> Points)
{
    private const int MostThings = 60;

    /// <summary>The figures about the thing that is named, or else about the most frequent one.</summary>
    internal static FiguresView Of(RecordStore store, Asked asked, string? of, string? thing)
    {
        var (search, query) = (new FigureSearch(store), asked.Query());
        var things = search.Things(query, MostThings);
        var selected = of is not null && thing is not null
            ? things.FirstOrDefault(one => one.Kind == of && one.Thing == thing) ?? new FigureThing(of, thing, 0)
            : things.FirstOrDefault();
        return new FiguresView(things, selected, selected is null ? [] : search.Points(query, selected.Kind, selected.Thing));
    }
}

/// <summary>The address of the figures.</summary>
internal static class FiguresApi
{
    public static void MapFigures(this IEndpointRouteBuilder api) =>
        api.MapGet("/figures", (string? of, string? thing, [AsParameters] Asked asked, RecordStore store) => FiguresView.Of(store, asked, of, thing))
            .WithSummary("Figures about one thing over time; 'of' is their kind, 'thing' what they count or their unit");
}
