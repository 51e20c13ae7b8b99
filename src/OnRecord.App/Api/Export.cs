using Microsoft.AspNetCore.Http;
using OnRecord.App.Outputs.Exports;
using OnRecord.App.Web.Inboxes;
using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.App.Api;

/// <summary>What a view shows, as a file in another tool's form.</summary>
internal static class Export
{
    /// <summary>The records that a query finds.</summary>
    /// <exception cref="FormatException">There is no such form, or the query is wrong.</exception>
    public static IResult Documents(RecordStore store, Asked asked, string format, bool isSafe, Exports exports) =>
        Of(format, isSafe, exports, "documents", new RecordSearch(store).RecordIds(asked.Query()).Select(id => store.Find(id)!));

    /// <summary>The records that a query finds claims in, with those claims alone.</summary>
    /// <exception cref="FormatException">There is no such form, or the query is wrong.</exception>
    public static IResult Claims(RecordStore store, Asked asked, string format, bool isSafe, Exports exports) => Of(format, isSafe, exports, "claims", new RecordSearch(store).ClaimIds(asked.Query()).Select(found =>
    {
        var record = store.Find(found.RecordId)!;
        return record with { Claims = [.. record.Claims.Where(claim => found.ClaimIds.Contains(claim.Id))] };
    }));

    private static IResult Of(string format, bool isSafe, Exports exports, string name, IEnumerable<Record> records)
    {
        if (!ExportFormats.Names.Contains(format))
        {
            throw new FormatException($"format={format}: is none of {string.Join(", ", ExportFormats.Names)}");
        }

        // Written to a file first, so that a failure is told and not a file cut short.
        var file = exports.Begin();
        try
        {
            var exporter = ExportFormats.Create(format, file, isSafe, new ClaimChoice(WithFragments: true));
            foreach (var record in records)
            {
                exporter.Write(record.Id, [record]);
            }

            (exporter as IDisposable)?.Dispose();
            file.Position = 0;
            var (extension, mediaType) = Kind(format);
            return Results.File(file, mediaType, $"onrecord-{name}.{extension}");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static (string Extension, string MediaType) Kind(string format) => format switch
    {
        "csv" => ("csv", "text/csv; charset=utf-8"),
        "parquet" => ("parquet", "application/vnd.apache.parquet"),
        "brat" => ("brat.zip", "application/zip"),
        "markdown" => ("md", "text/markdown; charset=utf-8"),
        "jsonl" or "ftm" => (format + ".jsonl", "application/x-ndjson"),
        "annotations" or "schemaorg" => (format + ".jsonld", "application/ld+json"),
        _ => (format + ".json", "application/json"),
    };
}
