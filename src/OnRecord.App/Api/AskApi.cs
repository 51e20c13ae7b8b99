using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime.Text;
using OnRecord.App.Web.Inboxes;
using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.App.Api;

/// <summary>A text that somebody asks about: it is read and not kept.</summary>
internal static class AskApi
{
    /// <summary>Most bytes of a form: a text, and what escaping adds to it.</summary>
    private const int MostBytes = 1 << 20;

    public static void MapAsk(this IEndpointRouteBuilder api) => api.MapPost("/ask", async (HttpRequest request, Inbox inbox, RecordStore store) => (await OfAsync(request, inbox, store).ConfigureAwait(false)).Answer)
        .WithSummary("What the archive knows of a text ('text', in a form; 'published' is its day): documents of its story, who tells its claims alike or otherwise, figures. Nothing is stored").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    /// <summary>The answer to the text in a form.</summary>
    /// <exception cref="FormatException">There is no text in it, or its day is none.</exception>
    /// <exception cref="BadHttpRequestException">It is no form, or too large.</exception>
    public static async Task<(string Text, Answer Answer)> OfAsync(HttpRequest request, Inbox inbox, RecordStore store)
    {
        if (!request.HasFormContentType)
        {
            throw new BadHttpRequestException("send a form with 'text'", StatusCodes.Status415UnsupportedMediaType);
        }

        if (request.ContentLength is null or > MostBytes)
        {
            throw new BadHttpRequestException($"a text that is asked about has {MostBytes} bytes at most", StatusCodes.Status413PayloadTooLarge);
        }

        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            throw new FormatException($"the form cannot be taken: {e.Message}", e);
        }

        var text = form["text"].ToString().ReplaceLineEndings("\n").Trim();
        var published = form["published"].ToString().Trim() is { Length: > 0 } day
            ? LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var known } ? known : throw new FormatException($"published={day}: is no day; write it as 2025-08-25")
            : (NodaTime.LocalDate?)null;
        if (text.Length == 0)
        {
            throw new FormatException("there is nothing to ask about: paste an article, a claim or a list of names");
        }

        var records = await inbox.PeekAsync(Page.Of(Encoding.UTF8.GetBytes(text)), new ReadOptions { Plain = true, Published = published }, request.HttpContext.RequestAborted).ConfigureAwait(false);
        return (text, records.IsEmpty ? new Answer([], [], [], 0) : new AnswerSearch(store).Of(records[0]));
    }
}
