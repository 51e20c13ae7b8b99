using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace OnRecord.App.Web.Safety;

/// <summary>Refuses requests that change something and that another site's page has sent (cross-site request forgery).</summary>
/// <remarks>
/// By fetch metadata (W3C): the browser itself says where a request comes from, in <c>Sec-Fetch-Site</c>, and, where it is older, in <c>Origin</c>. Programs that are no browser send neither, and
/// no page can make them send anything.
/// </remarks>
internal static class OwnPosts
{
    public static void UseOwnPosts(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || IsOwn(request))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        await context.Response.WriteAsync("Refused: this was sent by a page of another site.\n").ConfigureAwait(false);
    });

    private static bool IsOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "same-origin" or "none";
        }

        return request.Headers.Origin.ToString() is not { Length: > 0 } origin || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
