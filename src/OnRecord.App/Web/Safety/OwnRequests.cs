using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace OnRecord.App.Web.Safety;

/// <summary>
/// Refuses what another site's page has sent: what changes something (cross-site request forgery), and what only asks, too, so that no other site can make the desk work or learn from the time that it takes
/// what an archive holds. A link that the user follows, in a window of its own, is let in.
/// </summary>
/// <remarks>
/// By fetch metadata (W3C): the browser itself says where a request comes from, in <c>Sec-Fetch-Site</c>, and, where it is older, in <c>Origin</c>. Programs that are no browser send neither, and
/// no page can make them send anything.
/// </remarks>
internal static class OwnRequests
{
    public static void UseOwnRequests(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (IsOwn(request) || IsFollowed(request))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        await Problems.AnswerAsync(context, StatusCodes.Status403Forbidden, "Refused", "This was sent by a page of another site.").ConfigureAwait(false);
    });

    private static bool IsOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "same-origin" or "none";
        }

        return request.Headers.Origin.ToString() is not { Length: > 0 } origin || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A link that was followed: no picture, script or frame, and nothing fetched before somebody followed it.</summary>
    private static bool IsFollowed(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document" && request.Headers["Sec-Purpose"].Count == 0;
}
