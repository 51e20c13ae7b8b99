using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using OnRecord.App.Web.Inboxes;
using OnRecord.App.Web.Pages;
using OnRecord.Archive;

namespace OnRecord.App.Web;

/// <summary>A question that cannot be answered is told why, not answered with an error of the program: as a problem (RFC 9457) under <c>/api</c>, as a page elsewhere.</summary>
internal static partial class Problems
{
    /// <summary>The system's number for a disk without room.</summary>
    private const int NoSpace = 28;

    /// <summary>Seconds after which who found no room may come again.</summary>
    private const string ComeAgain = "10";

    /// <summary>What an exception means to who has asked: a code, a title and a message.</summary>
    public static (int Code, string Title, string Message) Of(Exception e) => e switch
    {
        FormatException or QueryException => (StatusCodes.Status400BadRequest, "That cannot be asked", e.Message),
        BadHttpRequestException bad => (bad.StatusCode, TitleOf(bad.StatusCode), Told(bad.Message)),
        NoRoomException => (StatusCodes.Status503ServiceUnavailable, "Not now", e.Message),
        UnkeptException or IOException { HResult: NoSpace } => (StatusCodes.Status507InsufficientStorage, "No room on the disk", e.Message),
        ArchiveException => (StatusCodes.Status500InternalServerError, "The archive cannot be read", e.Message),
        _ => (StatusCodes.Status500InternalServerError, "Something went wrong", "The program’s terminal tells more."),
    };

    /// <summary>Answers with a code and no more.</summary>
    public static Task AnswerAsync(HttpContext context, int code) => AnswerAsync(context, code, TitleOf(code), code switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => $"{context.Request.Method} is no method of this address; these are: {context.Response.Headers.Allow}.",
        StatusCodes.Status415UnsupportedMediaType => "Send a form, multipart/form-data, with 'files' or 'text'.",
        _ => TitleOf(code),
    });

    /// <summary>Answers with a problem.</summary>
    public static Task AnswerAsync(HttpContext context, int code, string title, string message)
    {
        if (code == StatusCodes.Status503ServiceUnavailable)
        {
            // What was not read of the request is not waited for.
            (context.Response.Headers.RetryAfter, context.Response.Headers.Connection) = (ComeAgain, "close");
        }

        IResult answer = context.Request.Path.StartsWithSegments("/api") ? Results.Problem(message, statusCode: code, title: title) : Page(code, title, message);
        return answer.ExecuteAsync(context);
    }

    public static RazorComponentResult Page(int code, string title, string message) => new RazorComponentResult<ProblemPage>(new { Title = title, Message = message }) { StatusCode = code };

    private static string TitleOf(int code) => ReasonPhrases.GetReasonPhrase(code) is { Length: > 0 } reason ? reason : "Something went wrong";

    /// <summary>The framework's words for a parameter in those of an address.</summary>
    private static string Told(string message) => Unbound().Match(message) is { Success: true } unbound ? $"{unbound.Groups[1].Value.ToLowerInvariant()}={unbound.Groups[2].Value}: is no number that can be taken"
        : Missing().Match(message) is { Success: true } missing ? $"{missing.Groups[1].Value}: is missing"
        : message;

    [GeneratedRegex("^Failed to bind parameter \"\\S+ (\\w+)\" from \"(.*)\"\\.$", RegexOptions.Singleline)]
    private static partial Regex Unbound();

    [GeneratedRegex("^Required parameter \"\\S+ (\\w+)\" was not provided")]
    private static partial Regex Missing();
}
