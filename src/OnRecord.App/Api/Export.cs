using Microsoft.AspNetCore.Http;
using OnRecord.App.Outputs.Exports;
using OnRecord.App.Web.Inboxes;
using OnRecord.Archive;

namespace OnRecord.App.Api;

/// <summary>What a view shows, as a file in another tool's form.</summary>
internal static class Export
{
    /// <summary>Names the records that are damaged and left out.</summary>
    public const string LeftOut = "OnRecord-Left-Out";

    private const int MostNamed = 20;

    /// <summary>The records that a query finds.</summary>
    /// <exception cref="FormatException">There is no such form.</exception>
    /// <exception cref="QueryException">The query is wrong.</exception>
    public static IResult Documents(RecordStore store, Asked asked, string format, bool isSafe, Exports exports) => Of(store, asked, format, isSafe, exports, claimsOnly: false);

    /// <summary>The records that a query finds claims in, with those claims alone.</summary>
    /// <exception cref="FormatException">There is no such form.</exception>
    /// <exception cref="QueryException">The query is wrong.</exception>
    public static IResult Claims(RecordStore store, Asked asked, string format, bool isSafe, Exports exports) => Of(store, asked, format, isSafe, exports, claimsOnly: true);

    private static IResult Of(RecordStore store, Asked asked, string format, bool isSafe, Exports exports, bool claimsOnly)
    {
        if (!ExportFormats.Names.Contains(format))
        {
            throw new FormatException($"format={format}: is none of {string.Join(", ", ExportFormats.Names)}");
        }

        // Written to a file first, so that a failure is told and not a file cut short.
        var file = exports.Begin();
        try
        {
            var exporter = ExportFormats.Create(format, file, isSafe, new ClaimChoice(WithFragments: claimsOnly || asked.All == true));
            var found = new FoundRecords(store, asked.Query(), claimsOnly);
            var records = found.Read();
            // To find them has a limit of time; to write all that was found has none.
            store.LimitQueries(null, TimeProvider.System);
            foreach (var record in records)
            {
                exporter.Write(record.Id, [record]);
            }

            (exporter as IDisposable)?.Dispose();
            file.Position = 0;
            var (extension, mediaType) = Kind(format);
            var whole = Results.File(file, mediaType, $"onrecord-{(claimsOnly ? "claims" : "documents")}.{extension}");
            return found.Damaged.Count == 0 ? whole : new WithoutSome(whole, found.Damaged);
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
        "events" or "acled" => (format + ".csv", "text/csv; charset=utf-8"),
        "events-parquet" => ("events.parquet", "application/vnd.apache.parquet"),
        "brat" => ("brat.zip", "application/zip"),
        "markdown" => ("md", "text/markdown; charset=utf-8"),
        "jsonl" or "ftm" => (format + ".jsonl", "application/x-ndjson"),
        "annotations" or "schemaorg" => (format + ".jsonld", "application/ld+json"),
        _ => (format + ".json", "application/json"),
    };

    /// <summary>A file in which records are missing, and which.</summary>
    private sealed class WithoutSome(IResult file, IReadOnlyList<DamagedRecordException> damaged) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.Headers[LeftOut] = string.Join(", ", damaged.Take(MostNamed).Select(one => one.RecordId)) + (damaged.Count > MostNamed ? ", and more" : "");
            return file.ExecuteAsync(context);
        }
    }
}
