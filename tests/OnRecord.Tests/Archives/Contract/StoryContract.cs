using OnRecord.Archive;
using OnRecord.Archive.Search;
using OnRecord.Tests.Records;

namespace OnRecord.Tests.Archives;

/// <summary>How every database keeps documents about one event together.</summary>
/// <param name="newAddress">Where to make an archive, each time another; null for a file.</param>
public abstract class StoryContract(Func<string?> newAddress)
{
    private static readonly SearchQuery All = SearchQuery.Parse("");

    private static string[] Names => StoryReports.Names;

    [Fact]
    public void Documents_about_one_event_are_one_story_and_those_like_it_another()
    {
        using var archive = Filled(Names);
        Assert.Equal(["fire-1 fire-2", "strike-1 strike-2 strike-3", "sunk-1 sunk-2 sunk-3"], Stories(archive));
        Assert.Equal(3, new StorySearch(archive.Store).Count(All));
        Assert.Equal("sunk-1", Assert.Single(new StorySearch(archive.Store).Stories(TempArchive.Query("wreck published:2025-03-04"), 10)).Documents[0].Page);
        Assert.Equal(1, new StorySearch(archive.Store).Count(TempArchive.Query("wreck")));
    }

    [Fact]
    public void Stories_are_the_same_in_whatever_order_documents_come()
    {
        var orders = new[] { Names, [.. Names.Reverse()], [.. Names.Order(StringComparer.Ordinal)], [.. Names.OrderBy(name => name[^1]).ThenByDescending(name => name, StringComparer.Ordinal)] };
        var told = orders.Select(order =>
        {
            using var archive = Filled(order);
            return Told(archive);
        }).ToList();
        Assert.NotEmpty(told[0]);
        Assert.All(told, one => Assert.Equal(told[0], one));
    }

    [Fact]
    public void What_goes_leaves_the_stories_as_if_it_had_never_come()
    {
        foreach (var name in Names)
        {
            using var archive = Filled(Names);
            using var never = Filled([.. Names.Where(other => other != name)]);
            archive.Store.Remove(name);
            Assert.Equal(Told(never), Told(archive));
            Assert.Empty(Verification.Check(archive.Store));
        }
    }

    [Fact]
    public void Days_far_apart_are_no_story_unless_others_lie_between()
    {
        using var archive = Filled(["strike-1", "strike-3"]);
        Assert.Empty(Stories(archive));
        archive.Store.Add([StoryReports.Read["strike-2"]]);
        Assert.Equal(["strike-1 strike-2 strike-3"], Stories(archive));
    }

    [Fact]
    public void Documents_without_a_day_are_compared_with_one_another_only()
    {
        using var archive = new TempArchive(newAddress());
        archive.Add("undated-1", StoryReports.All[0].Text, null);
        archive.Store.Add([StoryReports.Read["sunk-3"]]);
        Assert.Empty(Stories(archive));
        archive.Add("undated-2", StoryReports.All[1].Text, null);
        Assert.Equal(["undated-1 undated-2"], Stories(archive));
    }

    [Fact]
    public void A_copy_stands_under_the_earliest_whenever_it_comes()
    {
        const string More = "\nThe wind had been strong all evening, and the lighthouse keeper of Sund saw the lights go out soon after nine, as he wrote in his book of the watch that night.";
        StoredPage[] copies = [StoryReports.Page("copy-early", 1, StoryReports.All[0].Text + More + More + "\nFrom our correspondent."), StoryReports.Page("copy-late", 5, StoryReports.All[0].Text + More + More + "\nThe agency has added this line.")];
        foreach (var order in new StoredPage[][] { copies, [.. copies.Reverse()] })
        {
            using var archive = Filled(["sunk-2", "sunk-3"]);
            archive.Store.Add(order);
            var story = Assert.Single(new StorySearch(archive.Store).Stories(All, 10));
            Assert.Equal("copy-early", story.Documents[0].Page);
            Assert.Equal("copy-late", Assert.Single(story.Documents[0].Copies).Page);
            Assert.Equal(("2025-03-01", "2025-03-05"), (story.Earliest, story.Latest));
            Assert.Equal(story.Id, new StorySearch(archive.Store).Find(story.Documents[0].Copies[0].Record)!.Id);
            archive.Store.Remove("copy-early");
            Assert.Contains("copy-late", new StorySearch(archive.Store).Stories(All, 10)[0].Documents.Select(document => document.Page));
            Assert.Empty(Verification.Check(archive.Store));
        }
    }

    [Fact]
    public void A_story_is_told_with_what_joins_it()
    {
        using var archive = Filled(Names);
        var search = new StorySearch(archive.Store);
        var story = search.Stories(All, 10).Single(one => one.Documents[0].Page == "sunk-1");
        Assert.Contains("brenna", story.Terms);
        Assert.DoesNotContain("the", story.Terms);
        Assert.Equal(("2025-03-02", "2025-03-04"), (story.Earliest, story.Latest));
        Assert.All(story.Documents, document => Assert.Equal(story.Id, search.Find(document.Record)!.Id));
        Assert.Contains(story.Title, story.Documents.Select(document => document.Title));
        Assert.Null(search.Find("0000000000000000-0"));
    }

    [Fact]
    public void Other_languages_have_no_stories()
    {
        using var archive = new TempArchive(newAddress());
        const string One = "Die Fähre Sankt Brenna ist am Sonntagabend vor Karsk gesunken. Nach Angaben der Polizei sind zwölf Menschen ertrunken, und die Suche nach den Vermissten geht weiter.";
        archive.Store.Add([StoryReports.Page("de-1", 2, One), StoryReports.Page("de-2", 3, One + " Die Reederei hat sich noch nicht geäußert, sagte ein Sprecher der Hafenbehörde am Montag.")]);
        Assert.Equal(0, archive.Store.Database.Scalar<long>("SELECT count(*) FROM story"));
    }

    [Theory]
    [InlineData("UPDATE story SET story = 1", "stories: they are not those that the likeness")]
    [InlineData("UPDATE story SET day = 7", "stories: they are not of the earliest documents")]
    [InlineData("DELETE FROM story", "stories: they are not of the earliest documents")]
    [InlineData("DELETE FROM story_near", "stories: the documents that are most like record")]
    [InlineData("UPDATE story_near SET likeness = 999", "stories: the documents that are most like record")]
    [InlineData("UPDATE story_term SET weight = 1 WHERE term = 'brenna'", "the terms by which its story is known")]
    [InlineData("DELETE FROM story_term WHERE term = 'brenna'", "the terms by which its story is known")]
    public void What_is_altered_shows_and_is_made_good(string sql, string told)
    {
        using var archive = Filled(Names);
        Assert.Empty(Verification.Check(archive.Store));
        var before = Told(archive);
        archive.Store.Database.Execute(sql);
        Assert.Contains(Verification.Check(archive.Store), problem => problem.Contains(told, StringComparison.Ordinal));
        Assert.All(archive.Store.Reread((_, page, options) => SamplePages.Reading.Read(page, options), all: false, Maker.Current), page => Assert.Null(page.Problem));
        Assert.Empty(Verification.Check(archive.Store));
        Assert.Equal(before, Told(archive));
    }

    private TempArchive Filled(string[] names)
    {
        var archive = new TempArchive(newAddress());
        // Half of them in a transaction of their own each.
        archive.Store.Add(names.Take(names.Length / 2).Select(name => StoryReports.Read[name]));
        foreach (var name in names.Skip(names.Length / 2))
        {
            archive.Store.Add([StoryReports.Read[name]]);
        }

        return archive;
    }

    /// <summary>The names of the documents of each story, in order.</summary>
    private static List<string> Stories(TempArchive archive) =>
        [.. new StorySearch(archive.Store).Stories(All, 100).Select(story => string.Join(' ', story.Documents.Select(document => document.Page).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];

    /// <summary>All that is told of stories, whatever the numbers of the rows are.</summary>
    private static List<string> Told(TempArchive archive) =>
    [
        .. new StorySearch(archive.Store).Stories(All, 100).Select(story => string.Join(" | ", story.Id, story.Title, string.Join(' ', story.Terms), string.Join(' ', story.Documents.Select(document => document.Page)))),
        .. archive.Store.Database.Rows("SELECT one.record_id, two.record_id, likeness FROM story_near JOIN record AS one ON one.id = record JOIN record AS two ON two.id = other",
            row => $"{row.GetString(0)} {row.GetString(1)} {row.GetInt64(2)}").Order(StringComparer.Ordinal),
    ];
}
