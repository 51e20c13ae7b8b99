using OnRecord.Archive.Schema;

namespace OnRecord.Archive.Checks;

/// <summary>Checks a page: its bytes by their hash, what is told of it and its other names by its seal, and which records it has.</summary>
internal static class PageCheck
{
    /// <summary>Whether what is told of a page is what was written.</summary>
    public static bool IsSealed(Database database, long page) =>
        database.Scalar<string>("SELECT seal FROM page WHERE id = @page", ("@page", page)) is { } seal && seal == Proofs.OfPage(database, page);

    /// <summary>Whether a page has the records that it had when it was written, by their ids and hashes.</summary>
    public static bool HasItsRecords(Database database, long page) =>
        database.Scalar<string>("SELECT records_seal FROM page WHERE id = @page", ("@page", page)) is { } seal && seal == Proofs.OfRecords(database, page);

    /// <summary>What is wrong with a page, a line each.</summary>
    public static IEnumerable<string> Problems(Database database, PageRows pages, long page)
    {
        var name = database.Scalar<string>("SELECT sha256 FROM page WHERE id = @page", ("@page", page));
        if (pages.Find(page) is null)
        {
            yield return $"page {name}: its bytes are damaged or not those of its hash";
        }

        if (!IsSealed(database, page))
        {
            yield return $"page {name}: what is told of it (name, address, day, maker, other names) has been altered";
        }

        if (!HasItsRecords(database, page))
        {
            yield return $"page {name}: its records are not those that were stored with it";
        }
    }
}
