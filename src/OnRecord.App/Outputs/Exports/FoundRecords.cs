using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.App.Outputs.Exports;

/// <summary>The records that a query finds, to be exported: whole, or with the claims alone that it finds. One that is damaged is left out and told.</summary>
internal sealed class FoundRecords(RecordStore store, SearchQuery query, bool claimsOnly)
{
    /// <summary>Forms that are lists of claims: a query of claims asks for those that it finds.</summary>
    public static readonly string[] ClaimFormats = ["csv", "geojson", "parquet", "timelinejs"];

    private readonly List<DamagedRecordException> _damaged = [];

    /// <summary>Those that were left out.</summary>
    public IReadOnlyList<DamagedRecordException> Damaged => _damaged;

    /// <summary>Whether a form and a query mean the claims that are found, where nobody says.</summary>
    public static bool IsOfClaims(string format, SearchQuery query) => query.IsOfClaims && ClaimFormats.Contains(format);

    /// <summary>Reads them one after the other, in the order of the archive.</summary>
    public IEnumerable<Record> Read()
    {
        var search = new RecordSearch(store);
        if (!claimsOnly)
        {
            return search.RecordIds(query).Select(Find).OfType<Record>();
        }

        return search.ClaimIds(query).Select(found => Find(found.RecordId) is { } record
            ? record with { Claims = [.. record.Claims.Where(claim => found.ClaimIds.Contains(claim.Id))] }
            : null).OfType<Record>();
    }

    private Record? Find(string id)
    {
        try
        {
            return store.Find(id);
        }
        catch (DamagedRecordException e)
        {
            _damaged.Add(e);
            return null;
        }
    }
}
