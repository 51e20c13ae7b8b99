using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OnRecord.App.Web.Inboxes;
using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.App.Api;

/// <summary>Documents that a query finds, with facets.</summary>
public sealed record DocumentsView(ImmutableArray<DocumentHit> Documents, bool More, long Found, ImmutableArray<Facet> Facets)
{
    internal static DocumentsView Of(RecordStore store, Asked asked)
    {
        var (search, query) = (new RecordSearch(store), asked.Query());
        var documents = asked.Page(search.Documents(query, asked.Rows + 1, asked.From));
        return new DocumentsView(documents.Rows, documents.More, search.CountDocuments(query), search.Facets(query));
    }
}

/// <summary>Addresses of documents.</summary>
internal static class DocumentsApi
{
    public static void MapDocuments(this IEndpointRouteBuilder api)
    {
        api.MapGet("/documents", ([AsParameters] Asked asked, RecordStore store) => DocumentsView.Of(store, asked))
            .WithSummary("Documents that a query finds, with facets");
        api.MapGet("/documents/export", (string format, bool? safe, [AsParameters] Asked asked, RecordStore store, Exports exports) => Export.Documents(store, asked, format, safe == true, exports))
            .WithSummary("The records that a query finds, whole, in another tool's form").Produces(StatusCodes.Status200OK);
        api.MapGet("/documents/{id}", (string id, RecordStore store) =>
                store.Find(id) is { } record ? Results.Text(RecordJson.Write(record), "application/json") : Results.Problem($"{id}: no such record", statusCode: StatusCodes.Status404NotFound))
            .WithSummary("A record, onrecord/2: see docs/record.schema.json").Produces(StatusCodes.Status200OK, contentType: "application/json").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/documents/{id}/page", (string id, RecordStore store) =>
                store.PageOf(id) is { } page ? Results.Bytes(page.Bytes.ToArray(), "application/octet-stream", $"{id}.page") : Results.Problem($"{id}: no such record", statusCode: StatusCodes.Status404NotFound))
            .WithSummary("The bytes of the page that a record was read from, to be saved and never shown").Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);
    }
}
