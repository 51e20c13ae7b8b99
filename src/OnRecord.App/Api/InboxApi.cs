using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OnRecord.App.Web.Inboxes;

namespace OnRecord.App.Api;

/// <summary>What was handed in since the desk was opened, or before and not read then, the newest first.</summary>
public sealed record InboxView(ImmutableArray<InboxItem> Items, int Open);

/// <summary>The address of the inbox.</summary>
internal static class InboxApi
{
    public static void MapInbox(this IEndpointRouteBuilder api)
    {
        api.MapGet("/inbox", (Inbox inbox) => inbox.View()).WithSummary("What was handed in, and how far its reading is");
        api.MapPost("/inbox", async (HttpRequest request, Inbox inbox) =>
            {
                await inbox.TakeAsync(request).ConfigureAwait(false);
                return Results.Accepted("/api/inbox", inbox.View());
            })
            .WithSummary("Hands in files ('files') or text ('text'), as multipart/form-data; 'uri' and 'published' (a day) are what you know of them, 'plain' says that they are running text")
            .Accepts<IFormFile>("multipart/form-data").Produces<InboxView>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status503ServiceUnavailable).ProducesProblem(StatusCodes.Status507InsufficientStorage);
        api.MapPost("/inbox/{id:int}/cancel", (int id, Inbox inbox) => Changed(id, inbox, inbox.Cancel(id)))
            .WithSummary("Takes out something that waits or is being read, or that is kept after it failed").Produces<InboxView>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/inbox/{id:int}/again", (int id, Inbox inbox) => Changed(id, inbox, inbox.Again(id)))
            .WithSummary("Reads something again that is kept after it failed").Produces<InboxView>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult Changed(int id, Inbox inbox, bool isThere) =>
        isThere ? Results.Ok(inbox.View()) : Results.Problem($"{id}: nothing of that number waits in the inbox", statusCode: StatusCodes.Status404NotFound);
}
