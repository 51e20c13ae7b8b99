using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace OnRecord.App.Web.Safety;

/// <summary>Lets in who shows the token: as <c>Authorization: Bearer</c>, or once as <c>?token=</c>, which becomes a cookie and leaves the address.</summary>
internal static class Token
{
    private const string Cookie = "onrecord-desk";
    private const string Parameter = "token";

    public static void UseToken(this IApplicationBuilder app, string token)
    {
        // The cookie holds a hash, so that what a browser keeps is not the token itself.
        var pass = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("desk " + token)));
        app.Use(async (context, next) =>
        {
            var request = context.Request;
            if (IsSame(request.Cookies[Cookie], pass) || IsSame(Bearer(request), token))
            {
                await next(context).ConfigureAwait(false);
            }
            else if (HttpMethods.IsGet(request.Method) && IsSame(request.Query[Parameter], token))
            {
                context.Response.Cookies.Append(Cookie, pass, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = request.IsHttps });
                context.Response.Redirect(request.Path + new QueryBuilder(request.Query.Where(pair => pair.Key != Parameter)).ToQueryString());
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                context.Response.Headers.WWWAuthenticate = "Bearer";
                await context.Response.WriteAsync("This desk asks for a token: open the address that 'onrecord serve' printed, with ?token= in it, or send 'Authorization: Bearer'.\n").ConfigureAwait(false);
            }
        });
    }

    private static string? Bearer(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..] : null;
    }

    /// <summary>Compares in a time that tells nothing of where the two differ.</summary>
    private static bool IsSame(string? shown, string expected) =>
        shown is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(shown)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
