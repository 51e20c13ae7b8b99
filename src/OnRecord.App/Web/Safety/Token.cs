using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace OnRecord.App.Web.Safety;

/// <summary>Lets in who shows the token: as <c>Authorization: Bearer</c>, or once as <c>?token=</c>, which becomes a cookie for some days and leaves the address.</summary>
internal static class Token
{
    private const string Parameter = "token";
    private const char Between = '.';

    private static readonly TimeSpan Stay = TimeSpan.FromDays(7);

    public static void UseToken(this IApplicationBuilder app, string token, Guesses guesses, TimeProvider clock) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        var (cookie, given) = (request.Cookies[CookieOf(context)], HttpMethods.IsGet(request.Method) ? request.Query[Parameter].ToString() : "");
        var shown = new[] { cookie, Bearer(request), given }.Any(one => !string.IsNullOrEmpty(one));
        if (shown && !guesses.MayTry(context.Connection.RemoteIpAddress))
        {
            guesses.Wrong(context.Connection.RemoteIpAddress, wasTried: false);
            context.Response.Headers.RetryAfter = "1";
            await Refuse(context, StatusCodes.Status429TooManyRequests, "There were too many wrong tokens from this address; come again in some seconds.").ConfigureAwait(false);
        }
        else if (IsPass(cookie, token, clock.GetUtcNow()) || IsSame(Bearer(request), token))
        {
            await next(context).ConfigureAwait(false);
        }
        else if (IsSame(given, token))
        {
            var ends = clock.GetUtcNow() + Stay;
            context.Response.Cookies.Append(CookieOf(context), Pass(token, ends.ToUnixTimeSeconds()), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = request.IsHttps, Expires = ends, MaxAge = Stay });

            // One slash: with two, what follows would be the name of another site.
            context.Response.Redirect("/" + request.Path.ToUriComponent().TrimStart('/', '\\') + new QueryBuilder(request.Query.Where(pair => pair.Key != Parameter)).ToQueryString());
        }
        else
        {
            if (shown)
            {
                guesses.Wrong(context.Connection.RemoteIpAddress, wasTried: true);
            }

            context.Response.Headers.WWWAuthenticate = "Bearer";
            await Refuse(context, StatusCodes.Status401Unauthorized, "This desk asks for a token: open the address that 'onrecord serve' printed, with ?token= in it, or send 'Authorization: Bearer'.").ConfigureAwait(false);
        }
    });

    /// <summary>A name for each port: a browser gives a cookie to all desks of a host.</summary>
    private static string CookieOf(HttpContext context) => string.Create(CultureInfo.InvariantCulture, $"onrecord-desk-{context.Connection.LocalPort}");

    private static Task Refuse(HttpContext context, int code, string message)
    {
        context.Response.StatusCode = code;
        return context.Response.WriteAsync(message + "\n");
    }

    private static string? Bearer(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..] : null;
    }

    /// <summary>What a cookie holds: until when it lets in, signed with the token, which it does not hold.</summary>
    private static string Pass(string token, long ends) => string.Create(CultureInfo.InvariantCulture, $"{ends}{Between}{Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes($"desk {ends}")))}");

    private static bool IsPass(string? cookie, string token, DateTimeOffset now) =>
        cookie is not null && long.TryParse(cookie.Split(Between)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ends) && IsSame(cookie, Pass(token, ends)) && now.ToUnixTimeSeconds() < ends;

    /// <summary>Compares in a time that tells nothing of where the two differ.</summary>
    private static bool IsSame(string? shown, string expected) =>
        shown is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(shown)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
