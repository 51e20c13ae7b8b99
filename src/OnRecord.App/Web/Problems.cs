using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OnRecord.App.Web.Pages;

namespace OnRecord.App.Web;

/// <summary>A question that cannot be answered is told why, not answered with an error of the program.</summary>
internal static class Problems
{
    public static async ValueTask<object?> AsJson(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context).ConfigureAwait(false);
        }
        catch (FormatException e)
        {
            return Results.Problem(e.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    public static async ValueTask<object?> AsPage(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context).ConfigureAwait(false);
        }
        catch (FormatException e)
        {
            return Page(StatusCodes.Status400BadRequest, "That cannot be asked", e.Message);
        }
    }

    public static RazorComponentResult Page(int code, string title, string message) => new RazorComponentResult<ProblemPage>(new { Title = title, Message = message }) { StatusCode = code };
}
