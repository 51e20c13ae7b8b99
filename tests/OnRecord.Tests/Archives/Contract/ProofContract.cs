using OnRecord.Archive;
using OnRecord.Archive.Search;
using OnRecord.Tests.Records;

namespace OnRecord.Tests.Archives;

/// <summary>What is altered in an archive of any database shows, and is healed where it can be.</summary>
/// <param name="newAddress">Where to make an archive, each time another; null for a file.</param>
public abstract class ProofContract(Func<string?> newAddress)
{
    /// <summary>Edits by SQL, what <c>verify</c> says of each, and whether <c>reread</c> makes it good.</summary>
    public static TheoryData<string, string, bool> Edits() => new()
    {
        { "UPDATE claim SET status = 'denied' WHERE id = 2", "status is not what the record says", true },
        { "UPDATE claim SET status = 'denied'", "more rows of claim are not what the record says", true },
        { "UPDATE claim SET earliest = '1999-01-01', latest = '1999-01-01' WHERE id = 2", "earliest is not what", true },
        { "UPDATE claim SET source = 'nobody' WHERE id = 2", "source is not what", true },
        { "UPDATE claim SET statement = 'the dam held' WHERE id = 2", "statement is not what", true },
        { "UPDATE claim SET negated = 1 - negated WHERE id = 2", "negated is not what", true },
        { "UPDATE claim SET level = 'gone' WHERE id = 2", "level is not what", true },
        { "UPDATE claim SET voices = ' nobody ' WHERE id = 2", "voices is not what", true },
        { "UPDATE record SET published = '1999-01-01'", "published is not what the record says", true },
        { "UPDATE record SET publisher = 'The Forger'", "publisher is not what the record says", true },
        { "UPDATE record SET headline = 'Forged'", "headline is not what the record says", true },
        { "UPDATE record SET title = 'Forged', words = 7", "title is not what the record says", true },
        { "UPDATE entity SET country = 'XXX'", "country is not what the record says", true },
        { "UPDATE entity SET who = 'person/somebody-else'", "who is not what the record says", true },
        { "UPDATE claim SET speaker = 'person/somebody-else'", "speaker is not what the record says", true },
        { "UPDATE part SET role = 'agent'", "role is not what the record says", true },
        { "DELETE FROM part", "parts in the record, 0 in the table", true },
        { "UPDATE quantity SET best = 41", "best is not what the record says", true },
        { "UPDATE attribution SET lemma = 'deny'", "lemma is not what the record says", true },
        { "UPDATE time SET edtf = '1999'", "edtf is not what the record says", true },
        { "DELETE FROM claim", "claims in the record, 0 in the table", true },
        { "DELETE FROM quantity", "quantities in the record, 0 in the table", true },
        { "DELETE FROM record_letters", "record_letters lacks", true },
        { "UPDATE family SET family = 1", "families: they are not those", true },
        { "DELETE FROM likeness", "likeness to other records is not what their texts say", true },
        { "UPDATE likeness SET containment = 0.5", "likeness to other records is not what their texts say", true },
        { "DELETE FROM shingle", "shingles by which copies are known are missing", true },
        { "INSERT INTO shingle VALUES (7, 1)", "shingles of no record", true },
        { "UPDATE body SET json = replace(json, '\"status\":\"asserted\"', '\"status\":\"denied\"')", "it is not that of its hash", true },
        { "UPDATE body SET json = replace(json, '\"status\":\"asserted\"', '\"status\":\"denied\"'); UPDATE claim SET status = 'denied'", "it is not that of its hash", true },
        { "UPDATE body SET json = replace(json, 'The dam', 'The cow')", "has been altered", true },
        { "UPDATE body SET json = '[['", "its JSON is damaged", true },
        { "UPDATE body SET json = '{}'", "its JSON is damaged", true },
        { "DELETE FROM body", "its JSON is damaged", true },
        { "DELETE FROM record WHERE record_id = (SELECT min(record_id) FROM record)", "its records are not those that were stored with it", true },
        { "UPDATE page SET uri = 'https://forged.example/'", "what is told of it", false },
        { "UPDATE page SET fetched = '1999-01-01T00:00:00Z'", "what is told of it", false },
        { "UPDATE page SET published = '1999-01-01'", "what is told of it", false },
        { "UPDATE page SET published = 'soon'", "its bytes are damaged", false },
        { "UPDATE page SET maker = 'somebody'", "what is told of it", false },
        { "UPDATE page SET sha256 = replace(sha256, substr(sha256, 1, 4), 'abcd')", "not those of its hash", false },
        { "UPDATE page SET size = 2147483647", "its bytes are damaged", false },
        { "UPDATE page SET size = -5", "its bytes are damaged", false },
        { "UPDATE page SET size = 9000000000000000000", "its bytes are damaged", false },
        { "INSERT INTO place SELECT id, 'forged.html', NULL FROM page", "what is told of it", false },
        { "DELETE FROM page WHERE name = 'one'", "pages have been taken out or put in", false },
        { "UPDATE archive SET id = ''", "its id has been altered", false },
        { "DROP VIEW claims; CREATE VIEW claims AS SELECT claim_id, record, 'asserted' AS status FROM claim", "view claims is not the one", false },
        { "DROP VIEW claims", "view claims is missing", false },
        { "DROP INDEX claim_status", "index claim_status is missing", false },
        { "CREATE TABLE mine (id integer)", "table mine is none of OnRecord's", false },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Verify_finds_what_was_altered_and_reread_makes_records_good(string sql, string told, bool isHealed)
    {
        using var archive = Filled();
        Assert.Empty(Verification.Check(archive.Store));
        var before = State(archive);
        archive.Store.Database.Execute(sql);
        Assert.Contains(Verification.Check(archive.Store), problem => problem.Contains(told, StringComparison.Ordinal));
        if (isHealed)
        {
            Assert.All(archive.Store.Reread(Read, all: false, Maker.Current), page => Assert.Null(page.Problem));
            Assert.Empty(Verification.Check(archive.Store));
            Assert.Equal(before, State(archive));
        }
    }

    [Theory]
    [InlineData("UPDATE page SET published = '1999-01-01', maker = 'older'")]
    [InlineData("UPDATE page SET size = -5, maker = 'older'")]
    public void A_page_that_was_altered_is_not_read_again_as_if_it_were_whole(string sql)
    {
        using var archive = Filled();
        archive.Store.Database.Execute(sql);
        Assert.All(archive.Store.Reread(Read, all: false, Maker.Current), page => Assert.True(page is { IsNew: false, Problem: not null }));
        Assert.NotEmpty(Verification.Check(archive.Store));
    }

    [Fact]
    public void A_damaged_record_is_named_and_the_others_are_read()
    {
        using var archive = Filled();
        var ids = archive.Search.RecordIds(SearchQuery.Parse("")).ToList();
        archive.Store.Database.Execute("UPDATE body SET json = '[[' WHERE record = (SELECT min(record) FROM body)");
        Assert.Equal(ids[0], Assert.Throws<DamagedRecordException>(() => archive.Store.Find(ids[0])).RecordId);
        Assert.All(ids.Skip(1), id => Assert.NotNull(archive.Store.Find(id)));
    }

    [Fact]
    public void A_damaged_page_can_be_taken_out()
    {
        using var archive = Filled();
        archive.Store.Database.Execute("UPDATE body SET json = '{}'");
        Assert.Equal(1, archive.Store.Remove("one"));
        Assert.Equal(0, archive.Search.CountDocuments(SearchQuery.Parse("gates")));
        Assert.All(archive.Store.Reread(Read, all: false, Maker.Current), page => Assert.Null(page.Problem));
        Assert.Empty(Verification.Check(archive.Store));
    }

    [Fact]
    public void A_family_falls_apart_when_the_one_goes_that_had_joined_it()
    {
        using var archive = new TempArchive(newAddress());
        var (one, two) = (SamplePages.Read("wire-strike")[0].Document.Text, SamplePages.Read("quake-brief")[0].Document.Text);
        archive.Add("one", one);
        archive.Add("two", two);
        archive.Add("both", one + "\n" + two);
        Assert.Equal((1, 3), ArchiveSummary.Of(archive.Store).Copies);
        archive.Store.Remove("both");
        Assert.Equal((0, 0), ArchiveSummary.Of(archive.Store).Copies);
        Assert.Empty(Verification.Check(archive.Store));
    }

    [Fact]
    public void Records_of_another_release_are_named_and_made_anew()
    {
        using var archive = Filled();
        archive.Store.Database.Execute("UPDATE record SET format = 'onrecord/0'");
        var id = archive.Search.RecordIds(SearchQuery.Parse("")).First();
        Assert.Contains("onrecord/0", Assert.Throws<DamagedRecordException>(() => archive.Store.Find(id)).Message, StringComparison.Ordinal);
        Assert.Equal(archive.Search.CountDocuments(SearchQuery.Parse("")), archive.Store.Outdated());
        Assert.Contains(Verification.Check(archive.Store), problem => problem.Contains("run 'onrecord reread'", StringComparison.Ordinal));
        Assert.NotEmpty(archive.Store.Reread(Read, all: false, Maker.Current).ToList());
        Assert.Equal(0, archive.Store.Outdated());
        Assert.Empty(Verification.Check(archive.Store));
    }

    private static IReadOnlyList<Record> Read(string name, Page page, ReadOptions options) => SamplePages.Reading.Read(page, options);

    /// <summary>An article and its edited copy, and another; with times, figures, sources, countries.</summary>
    private TempArchive Filled()
    {
        var archive = new TempArchive(newAddress());
        var text = SamplePages.Read("quake-brief")[0].Document.Text;
        archive.Add("one", "The dam failed on Monday, Dana Orlo said. It had 40 gates. She denied that the dam in Estonia was old.");
        archive.Add("whole", text);
        archive.Add("copy", text + "\nThe editors have added a line.");
        return archive;
    }

    /// <summary>What a reader sees, whatever the numbers of the rows are.</summary>
    private static List<string> State(TempArchive archive) =>
    [
        .. new[] { "documents", "claims", "attributions", "times", "quantities", "entities" }.SelectMany(view => Rows(archive, view)).Order(StringComparer.Ordinal),
        .. archive.Search.Documents(SearchQuery.Parse("dam OR earthquake"), 10).Select(hit => $"{hit.RecordId} {hit.Copies} {hit.Evidence}"),
        .. archive.Search.Documents(SearchQuery.Parse("name:orlo"), 10).Select(hit => hit.RecordId),
    ];

    private static IEnumerable<string> Rows(TempArchive archive, string view)
    {
        var columns = archive.Store.Database.Columns(view).Where(column => column != "family").Select(column => $"coalesce(CAST(\"{column}\" AS text), '-')");
        return archive.Store.Database.Rows($"SELECT {string.Join(" || ' ' || ", columns)} FROM {view}", row => $"{view}: {row.GetString(0)}");
    }
}
