using OnRecord.Archive.Accounts;
using OnRecord.Archive.Search;

namespace OnRecord.Tests.Archives.Accounts;

/// <summary>What is told of several reports together, part by part.</summary>
public sealed class AccountTests
{
    private const string Sank = "The ferry Sankt Brenna sank off Karsk on Sunday.";

    [Fact]
    public void The_same_happening_in_other_words_is_one_with_its_voices()
    {
        var account = Of(("a", "TSN", "2025-03-02", "Torvia's navy seized the trawler Elm Rose on Monday."), ("b", "Post", "2025-03-03", "The trawler Elm Rose was seized by the navy, its owners said."));
        var happening = Assert.Single(account.Happenings);
        Assert.Equal(("seize", 2, 2), (happening.Act, happening.Voices, happening.Pages));
        Assert.Equal([null, "its owners"], happening.Claims.Select(told => told.Source));
        Assert.Empty(account.Contradictions);
    }

    [Theory]
    [InlineData("Police arrested the journalist Lena Marr on Friday.", "Police arrested two editors on Friday.")]
    [InlineData("The two sides signed a ceasefire in Marrow.", "The two sides signed an agreement on prisoners in Marrow.")]
    [InlineData("Rebels attacked the town of Hollin on Friday.", "Rebels attacked the town of Hollin on Sunday.")]
    [InlineData("The operator shut down the reactor at Hollin.", "The operator will not shut down its second reactor.")]
    public void What_befalls_others_or_on_another_day_is_another_happening(string one, string other) =>
        Assert.Empty(Of(("a", "TSN", "2025-03-03", one), ("b", "Post", "2025-03-03", other)).Happenings);

    [Fact]
    public void Ten_copies_are_one_voice_and_eleven_pages()
    {
        var original = AcrossCorpus.Report("original", "TSN", "2025-03-02", Sank);
        var copies = Enumerable.Range(0, 10).Select(place => AcrossCorpus.Report($"copy-{place}", $"Paper {place}", "2025-03-03", Sank + $" Paper {place}.") with { Family = original.Family, Press = original.Press });
        var account = AccountMaker.Of([original, .. copies, AcrossCorpus.Report("own", "Courier", "2025-03-03", "The Sankt Brenna sank off Karsk, divers said.")]);
        var happening = Assert.Single(account.Happenings);
        Assert.Equal((2, 12), (happening.Voices, happening.Pages));
        Assert.Equal(10, happening.Claims[0].Copies);
        Assert.Equal(2, happening.Claims.Length);
    }

    [Fact]
    public void One_source_in_two_papers_is_one_voice()
    {
        var account = Of(("a", "TSN", "2025-03-02", "Police in Karsk said the Sankt Brenna had sunk."), ("b", "Post", "2025-03-03", "The Sankt Brenna sank, the harbour police said."));
        Assert.Equal((1, 2), (account.Happenings[0].Voices, account.Happenings[0].Pages));
    }

    [Theory]
    [InlineData("The Sall Line denied that the Sankt Brenna had been overloaded.", 1)]
    [InlineData("The Sankt Brenna had not been overloaded, the Sall Line said.", 1)]
    [InlineData("The Sankt Brenna may not have been overloaded, the Sall Line said.", 0)]
    [InlineData("The Elm Rose had not been overloaded, the Sall Line said.", 0)]
    [InlineData("The Sall Line had not overloaded the Elm Rose.", 0)]
    public void Who_says_that_it_is_not_so_contradicts_who_says_that_it_is(string denial, int found)
    {
        var account = Of(("a", "TSN", "2025-03-02", "Ada Brunn said the Sankt Brenna had been overloaded."), ("b", "Post", "2025-03-03", denial));
        Assert.Equal(found, account.Contradictions.Length);
        Assert.All(account.Contradictions, clash =>
        {
            Assert.Equal(("denial", "Ada Brunn", 2), (clash.Kind, clash.One[0].Source, clash.Voices));
            Assert.Contains("overloaded", clash.Other[0].Sentence, StringComparison.Ordinal);
            Assert.Equal("overloaded", clash.Other[0].Predicate.Text);
        });
    }

    [Theory]
    [InlineData("2025-03-03", "The hospital in Karsk said 14 people had died.", 1)]
    [InlineData("2025-03-04", "The hospital in Karsk said 14 people had died.", 0)]
    [InlineData("2025-03-03", "The hospital in Karsk said at least eight people had died.", 0)]
    [InlineData("2025-03-03", "The hospital in Karsk said about 12 people had died.", 0)]
    [InlineData("2025-03-03", "The hospital in Karsk said 14 people had been injured.", 0)]
    [InlineData("2025-03-03", "The hospital in Karsk said three more people had died.", 0)]
    [InlineData("2025-03-03", "The hospital in Karsk said 14 people had died in 2011.", 0)]
    [InlineData("2025-03-03", "The hospital in Karsk said 14 people may have died.", 0)]
    [InlineData("2025-03-03", "The police said 14 people had died.", 0)]
    public void Figures_of_one_thing_of_one_day_contradict_where_their_bounds_exclude_each_other(string day, string text, int found) =>
        Assert.Equal(found, Of(("a", "TSN", "2025-03-03", "Police said 12 people had died."), ("b", "Post", day, text)).Contradictions.Length);

    [Fact]
    public void A_toll_that_rises_is_a_series_with_its_sources()
    {
        var account = Of(
            ("a", "TSN", "2025-03-02", "Police said at least eight people had died."), ("b", "Post", "2025-03-03", "Police said 12 people had died. The union said more than 20 people had died."),
            ("c", "TSN", "2025-03-04", "Police said the number of dead had risen to 17."), ("d", "Post", "2025-03-04", "Police put the number of dead at 17."));
        var series = Assert.Single(account.Figures);
        Assert.Equal("killed", series.Thing);
        Assert.Equal([(8m, null), (12m, 0), (20m, null), (17m, 1)], series.Figures.Select(figure => (figure.Best!.Value, figure.Revises)));
        Assert.Equal(["Post", "TSN"], series.Figures[3].Repeated.Append(series.Figures[3].Told).Select(told => told.Publisher).Order(StringComparer.Ordinal));
        Assert.Equal("17", series.Figures[3].Figure.Text);
    }

    [Fact]
    public void A_day_an_actor_and_a_place_exclude_each_other_where_it_happens_once()
    {
        Assert.Equal("day", Assert.Single(Of(("a", "TSN", "2023-12-04", "Lena Marr was arrested on Friday, her paper said."), ("b", "Post", "2023-12-04", "The ministry said Lena Marr had been arrested on Sunday.")).Contradictions).Kind);
        Assert.Equal("actor", Assert.Single(Of(("a", "TSN", "2023-12-04", "The army killed Imre Pohl."), ("b", "Post", "2023-12-04", "Imre Pohl was killed by rebels.")).Contradictions).Kind);
        Assert.Empty(Of(("a", "TSN", "2023-12-04", "Imre Pohl was killed by soldiers."), ("b", "Post", "2023-12-04", "Imre Pohl was killed by the army.")).Contradictions);
    }

    [Fact]
    public void What_is_not_known_is_told_with_who_says_so()
    {
        var gap = Assert.Single(Of(("a", "TSN", "2025-03-02", Sank + " The company did not say how many people were aboard."), ("b", "Post", "2025-03-02", Sank)).Gaps);
        Assert.Equal("TSN", Assert.Single(gap.Said).Publisher);
    }

    [Fact]
    public void The_order_in_which_reports_come_changes_nothing()
    {
        foreach (var story in AcrossCorpus.Stories(""))
        {
            var (one, other) = (AccountMaker.Of(story.Reports), AccountMaker.Of(story.Reports.Reverse()));
            Assert.Equal(one.Happenings.Select(happening => happening.Id), other.Happenings.Select(happening => happening.Id));
            Assert.Equal(one.Contradictions.Select(clash => clash.Id), other.Contradictions.Select(clash => clash.Id));
            Assert.Equal(one.Figures.SelectMany(series => series.Figures).Select(figure => figure.Told), other.Figures.SelectMany(series => series.Figures).Select(figure => figure.Told));
        }
    }

    [Fact]
    public void Every_proof_stands_where_it_is_said_to()
    {
        foreach (var story in AcrossCorpus.Stories(""))
        {
            var texts = story.Reports.ToDictionary(report => report.Record.Id, report => new CodePointMap(report.Record.Document.Text), StringComparer.Ordinal);
            var account = AccountMaker.Of(story.Reports);
            var told = account.Happenings.SelectMany(happening => happening.Claims).Concat(account.Contradictions.SelectMany(clash => clash.One.Concat(clash.Other)))
                .Select(testimony => (testimony.Record, testimony.Predicate)).Concat(account.Figures.SelectMany(series => series.Figures).Select(figure => (figure.Told.Record, figure.Figure)));
            Assert.All(told, proof => Assert.Equal(proof.Item2.Text, texts[proof.Record].Text[texts[proof.Record].ToUtf16(proof.Item2.Start)..texts[proof.Record].ToUtf16(proof.Item2.End)]));
        }
    }

    [Fact]
    public void Nothing_tells_nothing()
    {
        var account = AccountMaker.Of([]);
        Assert.Equal((0, 0, 0, 0, 0), (account.Happenings.Length, account.Contradictions.Length, account.Figures.Length, account.Gaps.Length, account.Voices));
        Assert.Empty(Of(("a", "TSN", "2025-03-02", "No.")).Happenings);
    }

    [Fact]
    public void What_sources_ascribe_to_each_other_stands_beside_their_own_words()
    {
        var denied = Of(
            ("one", "TSN", "2024-05-10", "Environment minister Dag Holl said Brand Shipping had admitted that the ship's radar was broken."),
            ("two", "Courier", "2024-05-11", "Brand Shipping denied that it had admitted that the radar of the Vigdis was broken."));
        var ascribed = Assert.Single(denied.Ascriptions);
        Assert.Equal(("Brand Shipping", true), (ascribed.To, ascribed.Denied));
        Assert.Contains("radar was broken", ascribed.By[0].Sentence, StringComparison.Ordinal);
        Assert.Equal("ascribed", Assert.Single(denied.Contradictions).Kind);
        var borneOut = Assert.Single(Of(
            ("one", "TSN", "2025-06-06", "President Iven Raal said Otto Brinn had signed the truce in Sarn."),
            ("two", "RPA", "2025-06-07", "Otto Brinn said he had signed the truce.")).Ascriptions);
        Assert.Equal(("Otto Brinn", false, 1, 1), (borneOut.To, borneOut.Denied, borneOut.By.Length, borneOut.Own.Length));
        Assert.Empty(Of(("one", "TSN", "2025-06-06", "President Iven Raal said Otto Brinn had signed the truce in Sarn.")).Ascriptions);
    }

    [Fact]
    public void Two_who_say_that_they_did_the_same_harm_are_rivals_and_two_who_sign_are_partners()
    {
        Assert.Equal("actor", Assert.Single(Of(
            ("one", "TSN", "2023-10-07", "The Black Heron group said it had blown up the gas pipeline at Moor on Friday."),
            ("two", "RPA", "2023-10-08", "The Front of the Free said it blew up the gas pipeline at Moor on Friday.")).Contradictions).Kind);
        Assert.Empty(Of(
            ("one", "TSN", "2023-10-07", "The rail company said it had signed the pay deal on Friday."),
            ("two", "RPA", "2023-10-08", "The rail union said it had signed the pay deal on Friday.")).Contradictions);
    }

    [Theory]
    [InlineData("Turnout in the referendum was 61 percent, the election commission said.", "Independent observers put turnout at 38 percent.", "figure")]
    [InlineData("The strikers accepted the pay offer, the rail company said.", "The strikers rejected the pay offer.", "denial")]
    [InlineData("Police arrested the banker Lars Ommen in Tannaby on Tuesday.", "Lars Ommen was arrested on Tuesday at the airport of Sund, prosecutors said.", "place")]
    [InlineData("Kelda's army shelled the market in Ruhn, the mayor of Ruhn said.", "Rebels shelled the market in Ruhn, Kelda's defence ministry said.", "actor")]
    [InlineData("The dam at Ferrow was not damaged in the storm.", "The dam at Moor was damaged in the storm, the water board said.", null)]
    [InlineData("The company cut 600 jobs in 2019.", "The company will cut 850 jobs at its plant in Aldmere, the works council said.", null)]
    public void Reports_of_one_day_exclude_each_other_in_typed_fields(string one, string other, string? kind) =>
        Assert.Equal(kind, Of(("one", "TSN", "2024-05-08", one), ("two", "RPA", "2024-05-08", other)).Contradictions.Select(found => found.Kind).Distinct().SingleOrDefault());

    [Fact]
    public void A_story_of_two_thousand_documents_is_read_in_part_and_says_so()
    {
        using var archive = new TempArchive();
        archive.Store.Add([StoryReports.Read["sunk-1"], StoryReports.Read["sunk-2"]]);
        var story = new StorySearch(archive.Store).Stories(SearchQuery.Parse(""), 1)[0];
        var many = story with { Documents = [.. Enumerable.Range(0, 2_000).Select(place => story.Documents[place % 2])] };
        var account = new AccountSearch(archive.Store).Of(many);
        Assert.Equal((AccountSearch.MostReports, 2_000 - AccountSearch.MostReports), (account.Read, account.Left));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void Twice_as_many_reports_of_one_act_cost_about_twice_as_much(int count)
    {
        var text = string.Join(' ', Enumerable.Range(0, 60).Select(place => $"Police arrested {place + 3} men and {place + 4} women in the town of Orlo{place}."));
        var report = AcrossCorpus.Report("many", "TSN", "2025-03-02", text);
        Allocated(report, 2);
        var (once, twice) = (Allocated(report, count), Allocated(report, 2 * count));
        Assert.True(twice < 3 * once, $"{once} bytes for {count} reports, {twice} for twice as many");
    }

    private static long Allocated(Report report, int count)
    {
        var reports = Enumerable.Range(0, count).Select(place => report with { Family = $"{place}", Press = $"{place}" }).ToList();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotEmpty(AccountMaker.Of(reports).Happenings);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Account Of(params (string Name, string Publisher, string Day, string Text)[] reports) => AccountMaker.Of(reports.Select(report => AcrossCorpus.Report(report.Name, report.Publisher, report.Day, report.Text)));
}
