using NodaTime.Text;
using OnRecord.Archive.Checks;
using OnRecord.Archive.Families;
using OnRecord.Archive.Stories;

namespace OnRecord.Archive.Schema;

/// <summary>A page as an archive holds it.</summary>
/// <param name="Name">What the input was called when it was added first.</param>
/// <param name="Page">The page.</param>
/// <param name="Options">How it was read.</param>
internal sealed record RawPage(string Name, Page Page, ReadOptions Options);

/// <summary>Puts pages with their records into the tables and takes them out, within a transaction of the caller.</summary>
internal sealed class PageRows(Database database)
{
    /// <summary>What standard input is called: no name of a page.</summary>
    private const string StandardInput = "-";

    private static readonly string InsertRecord =
        $"INSERT INTO record (page, {string.Join(", ", RecordRows.OwnColumns)}) VALUES (@page, {string.Join(", ", RecordRows.OwnColumns.Select(column => "@" + column))}) RETURNING id";

    private readonly FamilyFinder _families = new(database);
    private readonly StoryFinder _stories = new(database);

    /// <summary>Whether damaged records went whose words are still in the index, so that it must be made anew.</summary>
    public bool IsIndexStale { get; private set; }

    /// <summary>The page with a row id; null where it is damaged or there is none.</summary>
    public RawPage? Find(long id)
    {
        try
        {
            return database.Rows(
                "SELECT name, packed, size, uri, media_type, charset, fetched, warc_record, warc_digest, declared, published, plain, sha256 FROM page WHERE id = @id",
                row =>
                {
                    var page = new Page
                    {
                        Bytes = Packing.Unpack((byte[])row.GetValue(1), row.GetInt64(2)),
                        Name = row.GetString(0) is var name && name == StandardInput ? null : name,
                        Uri = row.Text(3),
                        MediaType = row.Text(4),
                        Charset = row.Text(5),
                        Fetched = row.Text(6),
                        Warc = row.Text(7) is null && row.Text(8) is null ? null : new WarcOrigin(row.Text(7), row.Text(8)),
                        Published = row.Text(9) is { } day ? LocalDatePattern.Iso.Parse(day).Value : null,
                    };
                    var options = new ReadOptions { Published = row.Text(10) is { } given ? LocalDatePattern.Iso.Parse(given).Value : null, Plain = row.GetInt64(11) == 1 };
                    return page.Sha256 == row.GetString(12) ? new RawPage(row.GetString(0), page, options) : null;
                },
                ("@id", id)).FirstOrDefault();
        }
        catch (Exception e) when (Damage.Is(e))
        {
            return null;
        }
    }

    /// <summary>Stores a page; where the archive has its bytes, its name, and a day of publication that is given now.</summary>
    public Stored Add(StoredPage stored, Func<string, Page, ReadOptions, IReadOnlyList<Record>?>? read)
    {
        var (name, page, options, records) = stored;
        if (database.Scalar<long>("SELECT id FROM page WHERE sha256 = @sha256", ("@sha256", page.Sha256)) is var known and > 0)
        {
            return AddKnown(known, stored, read);
        }

        var id = database.Insert(
            "INSERT INTO page (sha256, name, uri, media_type, charset, fetched, warc_record, warc_digest, declared, published, plain, maker, size, packed) "
            + "VALUES (@sha256, @name, @uri, @type, @charset, @fetched, @warc, @digest, @declared, @published, @plain, @maker, @size, @packed) RETURNING id",
            ("@sha256", page.Sha256), ("@name", name), ("@uri", page.Uri), ("@type", page.MediaType), ("@charset", page.Charset), ("@fetched", page.Fetched), ("@warc", page.Warc?.RecordId),
            ("@digest", page.Warc?.Digest), ("@declared", page.Published is { } day ? LocalDatePattern.Iso.Format(day) : null), ("@published", options.Published is { } given ? LocalDatePattern.Iso.Format(given) : null),
            ("@plain", options.Plain ? 1L : 0L), ("@maker", Maker.Current), ("@size", (long)page.Bytes.Length), ("@packed", Packing.Pack(page.Bytes.Span)));
        AddRecords(id, page, records);
        Proofs.Seal(database, id);
        Proofs.TogglePage(database, page.Sha256);
        return new Stored(name, page.Sha256, true, records.Count);
    }

    /// <summary>Puts other records in the place of a page's.</summary>
    public void Replace(long id, Page page, IReadOnlyList<Record> records, string maker)
    {
        RemoveRecords(id);
        database.Execute("UPDATE page SET maker = @maker WHERE id = @page", ("@maker", maker), ("@page", id));
        AddRecords(id, page, records);
        Proofs.Seal(database, id);
    }

    /// <summary>Makes the index of words anew where it must be.</summary>
    public void Refresh()
    {
        if (IsIndexStale)
        {
            database.Words.Rebuild();
            IsIndexStale = false;
        }
    }

    /// <summary>Takes a page with its records out.</summary>
    /// <returns>How many records it had.</returns>
    public int Remove(long page)
    {
        var removed = RemoveRecords(page);
        Proofs.TogglePage(database, database.Scalar<string>("SELECT sha256 FROM page WHERE id = @page", ("@page", page)));
        database.Execute("DELETE FROM page WHERE id = @page", ("@page", page));
        return removed;
    }

    private Stored AddKnown(long id, StoredPage stored, Func<string, Page, ReadOptions, IReadOnlyList<Record>?>? read)
    {
        var (name, page, options, _) = stored;
        var isWhole = PageCheck.IsSealed(database, id);
        var added = database.Execute(
            "INSERT INTO place SELECT @page, @name, @uri WHERE NOT EXISTS (SELECT 1 FROM page WHERE id = @page AND name = @name) ON CONFLICT DO NOTHING",
            ("@page", id), ("@name", name), ("@uri", page.Uri));
        if (isWhole && added > 0)
        {
            Proofs.Seal(database, id);
        }

        var known = new Stored(name, page.Sha256, false, (int)database.Scalar<long>("SELECT count(*) FROM record WHERE page = @page", ("@page", id)));
        if (read is null || options.Published is not { } day || Find(id) is not { } raw || (raw.Options.Published == day && (raw.Options.Plain || !options.Plain)))
        {
            return known;
        }

        if (!isWhole)
        {
            return known with { Problem = "the day of publication is not taken: what is told of the page in the archive was altered; run 'onrecord verify'" };
        }

        if (read(raw.Name, raw.Page, options with { Published = day, Plain = raw.Options.Plain || options.Plain }) is not { } records)
        {
            return known with { Problem = "the day of publication is not taken: the page cannot be read again" };
        }

        database.Execute(
            "UPDATE page SET published = @day, plain = @plain WHERE id = @page",
            ("@day", LocalDatePattern.Iso.Format(day)), ("@plain", raw.Options.Plain || options.Plain ? 1L : 0L), ("@page", id));
        Replace(id, raw.Page, records, Maker.Current);
        Refresh();
        return known with { IsRenewed = true, Records = records.Count };
    }

    private void AddRecords(long page, Page raw, IReadOnlyList<Record> records)
    {
        foreach (var record in records)
        {
            var document = record.Document;
            var shingles = RecordRows.ShinglesOf(document);
            var json = RecordJson.Write(record);
            var headline = RecordRows.Headline(document);
            var id = database.Insert(
                InsertRecord, [("@page", page), .. RecordRows.OwnColumns.Zip(RecordRows.Own(record, raw.Uri, shingles.Length), (column, value) => ("@" + column, value))]);
            database.AddBody(id, json, document.Text);
            database.Repeat("INSERT INTO family VALUES (@id, @id)", ("@id", id));
            RecordRows.Add(database, id, Lifted.Of(json), headline);
            if (document.Kind == DocumentKind.Article)
            {
                _families.Join(id, RecordRows.TextHash(document), shingles);
                _stories.Settle([id], (id, record));
            }
        }
    }

    /// <returns>How many records the page had.</returns>
    private int RemoveRecords(long page)
    {
        var records = database.Rows("SELECT id FROM record WHERE page = @page", row => row.GetInt64(0), ("@page", page));
        records.ForEach(RemoveRecord);
        return records.Count;
    }

    private void RemoveRecord(long record)
    {
        var (family, text) = (_families.FamilyOf(record), RecordCheck.TextIfWhole(database, record));
        _families.Leave(record, text is null ? null : Shingles.Of(text));
        if (text is null)
        {
            // What was indexed of it cannot be told any more, so it cannot be taken out word by word.
            IsIndexStale = true;
        }
        else
        {
            database.Words.Remove(record);
        }

        var kin = _families.Members(family).Where(member => member != record).ToList();
        _stories.Leave(record);
        database.Execute("DELETE FROM record WHERE id = @record", ("@record", record));
        _families.Settle(family);
        _stories.Settle(kin);
    }
}
