using OnRecord.Archive;
using OnRecord.Archive.Search;

namespace OnRecord.Tests.Archives.Accounts;

/// <summary>What an archive knows of a text that it does not keep.</summary>
public sealed class AnswerTests
{
    [Fact]
    public void A_claim_is_answered_by_who_agrees_and_who_contradicts()
    {
        using var archive = Filled();
        var answer = Ask(archive, "Ada Brunn said the ferry Sankt Brenna had been overloaded.");
        var claim = answer.Claims.Single(one => !one.Contradicts.IsEmpty);
        Assert.Equal("Sall Line", Assert.Single(Assert.Single(claim.Contradicts).Other).Source);
        Assert.NotEmpty(claim.Agrees.Concat(claim.Same));
        Assert.All(claim.Agrees, told => Assert.NotEqual(Answer.Asked, told.Record));
        Assert.Contains("sunk-3", Names(archive, answer));
        Assert.DoesNotContain("alone", Names(archive, answer));
    }

    [Fact]
    public void A_figure_stands_among_those_of_the_story()
    {
        using var archive = Filled();
        var series = Assert.Single(Ask(archive, "The ferry Sankt Brenna sank off Karsk on Sunday. The hospital in Karsk said 19 people had drowned.").Figures);
        Assert.Equal([12m, 14m, 19m], series.Figures.Select(figure => figure.Best!.Value).Order());
    }

    [Fact]
    public void A_list_of_names_finds_documents_and_a_copy_is_told()
    {
        using var archive = Filled();
        Assert.Equal(["strike-1", "strike-2", "strike-3"], Names(archive, Ask(archive, "Tova Lind, Velden")).Order());
        var text = string.Join(' ', Enumerable.Repeat(StoryReports.All[0].Text, 1)) + " The wind had been strong all evening, and the lighthouse keeper of Sund saw the lights of the ferry go out soon after nine, as he wrote in his book of the watch.";
        archive.Store.Add([StoryReports.Page("long", 3, text)]);
        Assert.True(Ask(archive, text).Documents[0].IsCopy);
    }

    [Theory]
    [InlineData("No.")]
    [InlineData("Xyzzy plugh.")]
    [InlineData("1234567890 %%% ‖ \u0001")]
    public void What_the_archive_knows_nothing_of_is_answered_by_nothing(string text)
    {
        using var archive = Filled();
        var answer = Ask(archive, text);
        Assert.Equal((0, 0, 0), (answer.Documents.Length, answer.Figures.Length, answer.Claims.Count(claim => !claim.Agrees.IsEmpty)));
    }

    [Fact]
    public void Nothing_is_stored()
    {
        using var archive = Filled();
        var before = Counts(archive);
        Ask(archive, StoryReports.All[0].Text);
        Ask(archive, "The ferry Sankt Brenna sank.");
        Assert.Equal(before, Counts(archive));
        Assert.Empty(Verification.Check(archive.Store));
    }

    private static List<long> Counts(TempArchive archive) =>
        [.. new[] { "page", "record", "story", "story_term", "story_near", "claim" }.Select(table => archive.Store.Database.Scalar<long>($"SELECT count(*) FROM {table}"))];

    private static List<string> Names(TempArchive archive, Answer answer) =>
        [.. answer.Documents.Select(document => new StorySearch(archive.Store).Find(document.Record)!.Documents.Single(one => one.Record == document.Record).Page)];

    private static Answer Ask(TempArchive archive, string text) => new AnswerSearch(archive.Store).Of(StoryReports.Page("asked", 5, text).Records[0]);

    private static TempArchive Filled()
    {
        var archive = new TempArchive();
        archive.Store.Add(StoryReports.Names.Select(name => StoryReports.Read[name]));
        return archive;
    }
}
