using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OnRecord.App.Api;
using OnRecord.App.Web.Inboxes;
using OnRecord.App.Web.Pages;
using OnRecord.App.Web.Reader;
using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.App.Web;

/// <summary>The addresses of the pages. Each shows what its twin under <c>/api</c> answers to the same parameters.</summary>
internal static class Views
{
    public static void MapViews(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", (RecordStore store) => Results.Redirect(ArchiveSummary.HasRecords(store) ? "/documents" : "/inbox"));
        app.MapGet("/documents", ([AsParameters] Asked asked, RecordStore store) => Page<DocumentsPage>(new { Asked = asked, View = DocumentsView.Of(store, asked) }));
        app.MapGet("/documents/{id}", (string id, string? claim, string? show, bool? all, RecordStore store) => DocumentView.Of(store, id, claim, show, all == true) is { } view
            ? Page<DocumentPage>(new { View = view })
            : NotFound($"The archive has no document {id}; it may have been taken out or read again."));
        app.MapGet("/stories", ([AsParameters] Asked asked, RecordStore store) => Page<StoriesPage>(new { Asked = asked, View = StoriesView.Of(store, asked) }));
        app.MapGet("/stories/{id}", (string id, RecordStore store) => StoryView.Find(store, id) is { } story
            ? Page<StoryPage>(new { Story = story })
            : NotFound($"No document {id} of the archive has a story: it may have been taken out or read again, or it is no article in English."));
        app.MapGet("/claims", ([AsParameters] Asked asked, RecordStore store) => Page<ClaimsPage>(new { Asked = asked, View = ClaimsView.Of(store, asked) }));
        app.MapGet("/people", (string? show, string? of, [AsParameters] Asked asked, RecordStore store) =>
            Page<PeoplePage>(new { Asked = asked, View = PeopleView.Of(store, asked, show, of), Shown = PeopleView.Shown(show), Type = of }));
        app.MapGet("/people/profile", (string who, RecordStore store) => new ProfileSearch(store).Find(who, PeopleApi.MostOfProfile, PeopleApi.MostClaims) is { } profile
            ? Page<ProfilePage>(new { Profile = profile })
            : NotFound($"Nobody in the archive is called “{who}”."));
        app.MapGet("/timeline", ([AsParameters] Asked asked, RecordStore store) => Page<TimelinePage>(new { Asked = asked, View = TimelineView.Of(store, asked) }));
        app.MapGet("/figures", (string? of, string? thing, [AsParameters] Asked asked, RecordStore store) => Page<FiguresPage>(new { Asked = asked, View = FiguresView.Of(store, asked, of, thing) }));
        app.MapGet("/search", ([AsParameters] Asked asked, RecordStore store) => Page<SearchPage>(new { Asked = asked, View = SearchView.Of(store, asked) }));
        app.MapGet("/ask", () => Page<AskPage>(new { Text = "", Answer = (Answer?)null, Problem = (string?)null }));
        app.MapPost("/ask", Ask);
        app.MapGet("/inbox", (Inbox inbox, DeskSettings desk) => InboxPage(inbox, desk, null));
        app.MapPost("/inbox", HandIn);
        app.MapPost("/inbox/{id:int}/cancel", (int id, Inbox inbox) => Changed(inbox.Cancel(id)));
        app.MapPost("/inbox/{id:int}/again", (int id, Inbox inbox) => Changed(inbox.Again(id)));
        app.MapGet("/{**path}", (string? path) => NotFound("There is no such page on the desk."));
    }

    private static async Task<IResult> Ask(HttpRequest request, Inbox inbox, RecordStore store)
    {
        try
        {
            var (text, answer) = await AskApi.OfAsync(request, inbox, store).ConfigureAwait(false);
            return Page<AskPage>(new { Text = text, Answer = (Answer?)answer, Problem = (string?)null });
        }
        catch (FormatException e)
        {
            return new RazorComponentResult<AskPage>(new { Text = "", Answer = (Answer?)null, Problem = e.Message }) { StatusCode = StatusCodes.Status400BadRequest };
        }
    }

    private static async Task<IResult> HandIn(HttpRequest request, Inbox inbox, DeskSettings desk)
    {
        try
        {
            await inbox.TakeAsync(request).ConfigureAwait(false);
            return Results.Redirect("/inbox#handed");
        }
        catch (FormatException e)
        {
            return InboxPage(inbox, desk, e.Message);
        }
    }

    private static IResult Changed(bool isThere) => isThere ? Results.Redirect("/inbox#handed") : NotFound("Nothing of that number waits in the inbox; it may have been read.");

    private static RazorComponentResult InboxPage(Inbox inbox, DeskSettings desk, string? problem) => new RazorComponentResult<InboxPage>(new { View = inbox.View(), Archive = RecordStore.PlaceOf(desk.Archive), desk.MaxBytes, Problem = problem })
    {
        StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };

    private static RazorComponentResult NotFound(string message) => Problems.Page(StatusCodes.Status404NotFound, "Not found", message);

    private static IResult Page<T>(object parameters)
        where T : IComponent => new RazorComponentResult<T>(parameters);
}
